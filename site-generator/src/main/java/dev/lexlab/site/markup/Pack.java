package dev.lexlab.site.markup;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.lexlab.lab.files.WholeFile;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * One file with many pieces, each found by its key. It begins with its format, the number of pieces and the sum of the table; then the
 * table: of each piece its key, where it begins, its length and its sum; then the pieces. It is written once and never changed.
 */
final class Pack {
    static final String ENDING = ".pack";

    private static final byte[] FORMAT = "lexpack1".getBytes(ISO_8859_1);
    private static final int HEAD = FORMAT.length + 2 * Integer.BYTES;
    private static final int KEY = 64;
    private static final int ROW = KEY + Long.BYTES + 2 * Integer.BYTES;

    /** A file that asks for more was not written by us, and gets no memory for it. */
    private static final int MOST_PIECES = 1 << 18;

    private static final int MOST_BYTES = 64 << 20;

    private final Path file;
    private final List<Entry> entries = new ArrayList<>();
    private @Nullable FileChannel channel;
    private volatile boolean damaged;

    private Pack(Path file) {
        this.file = file;
    }

    /** Something under a key, 64 hexadecimal digits. */
    interface Piece {
        String key();

        int length();

        int sum();

        byte[] bytes() throws IOException;
    }

    /** A piece that is in no pack yet. */
    static final class Fresh implements Piece {
        private final String key;
        private final byte[] bytes;
        private final int sum;

        /** @param bytes not to be changed any more */
        Fresh(String key, byte[] bytes) {
            this.key = key;
            this.bytes = bytes;
            this.sum = Pack.sum(bytes);
        }

        boolean isTooLong() {
            return bytes.length > MOST_BYTES;
        }

        @Override
        public String key() {
            return key;
        }

        @Override
        public int length() {
            return bytes.length;
        }

        @Override
        public int sum() {
            return sum;
        }

        @Override
        public byte[] bytes() {
            return bytes;
        }
    }

    /** A piece that is in a pack. */
    record Entry(Pack pack, String key, long at, int length, int sum) implements Piece {
        private void addTo(ByteBuffer table) {
            table.put(key.getBytes(ISO_8859_1)).putLong(at).putInt(length).putInt(sum);
        }

        private static Entry next(Pack pack, ByteBuffer table) {
            byte[] key = new byte[KEY];
            table.get(key);
            return new Entry(pack, new String(key, ISO_8859_1), table.getLong(), table.getInt(), table.getInt());
        }

        private boolean fits(long size) {
            return length >= 0 && length <= MOST_BYTES && at >= HEAD && at <= size - length;
        }

        /** As they are, right or not: whoever needs them compares. */
        @Override
        public byte[] bytes() throws IOException {
            return pack.bytes(at, length);
        }

        /**
         * The same, compared.
         *
         * @throws IOException also where they do not match their sum
         */
        byte[] wholeBytes() throws IOException {
            byte[] bytes = bytes();
            if (Pack.sum(bytes) != sum) {
                throw new IOException("a piece of " + pack.file + " is damaged");
            }
            return bytes;
        }
    }

    /** Writes a new one, whole or not at all. */
    static Pack write(Path folder, List<? extends Piece> pieces) throws IOException {
        Pack pack = new Pack(folder.resolve(UUID.randomUUID() + ENDING));
        ByteBuffer table = ByteBuffer.allocate(pieces.size() * ROW);
        long at = HEAD + (long) table.capacity();
        for (Piece piece : pieces) {
            Entry entry = new Entry(pack, piece.key(), at, piece.length(), piece.sum());
            entry.addTo(table);
            pack.entries.add(entry);
            at += piece.length();
        }
        ByteBuffer head = ByteBuffer.allocate(HEAD);
        head.put(FORMAT).putInt(pieces.size()).putInt(sum(table.array()));
        WholeFile.write(pack.file, out -> {
            out.write(head.array());
            out.write(table.array());
            for (Piece piece : pieces) {
                out.write(piece.bytes());
            }
        });
        return pack;
    }

    /** Reads what a file says it has, and none of the pieces. Where that is damaged, it has none. */
    static Pack open(Path file) {
        Pack pack = new Pack(file);
        try {
            pack.readTable();
        } catch (IOException e) {
            pack.entries.clear();
            pack.damaged = true;
        }
        return pack;
    }

    private void readTable() throws IOException {
        ByteBuffer head = ByteBuffer.wrap(bytes(0, HEAD));
        byte[] format = new byte[FORMAT.length];
        head.get(format);
        int count = head.getInt();
        int sum = head.getInt();
        long size = channel().size();
        if (!Arrays.equals(format, FORMAT) || count < 0 || count > Math.min(MOST_PIECES, size / ROW)) {
            throw new IOException(file + " is no pack");
        }
        byte[] rows = bytes(HEAD, count * ROW);
        if (sum(rows) != sum) {
            throw new IOException("the table of " + file + " is damaged");
        }
        ByteBuffer table = ByteBuffer.wrap(rows);
        for (int i = 0; i < count; i++) {
            Entry entry = Entry.next(this, table);
            if (entry.fits(size)) {
                entries.add(entry);
            } else {
                damaged = true;
            }
        }
    }

    private byte[] bytes(long at, int length) throws IOException {
        FileChannel from = channel();
        byte[] bytes = new byte[length];
        ByteBuffer read = ByteBuffer.wrap(bytes);
        while (read.hasRemaining()) {
            if (from.read(read, at + read.position()) < 0) {
                throw new EOFException(file + " is shorter than it says");
            }
        }
        return bytes;
    }

    /** Stays open, for somebody who reads one piece soon reads the next, until it is closed; then it is opened anew. */
    private synchronized FileChannel channel() throws IOException {
        FileChannel open = channel == null ? FileChannel.open(file, StandardOpenOption.READ) : channel;
        channel = open;
        return open;
    }

    /** Whether the file is there; then it stays readable, whoever deletes it, until it is closed. */
    boolean isThere() {
        try {
            return channel().isOpen();
        } catch (IOException e) {
            return false;
        }
    }

    /** Lets go of the file. */
    synchronized void close() {
        FileChannel open = channel;
        channel = null;
        try {
            if (open != null) {
                open.close();
            }
        } catch (IOException e) {
            return; // nothing was written through it
        }
    }

    void delete() throws IOException {
        close();
        Files.deleteIfExists(file);
    }

    /** Whether something in it is not what it should be. */
    boolean isDamaged() {
        return damaged;
    }

    void foundDamaged() {
        damaged = true;
    }

    List<Entry> entries() {
        return Collections.unmodifiableList(entries);
    }

    /** Tells damage, not intent: whoever can write here can write its sum as well. */
    private static int sum(byte[] bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        return (int) sum.getValue();
    }
}
