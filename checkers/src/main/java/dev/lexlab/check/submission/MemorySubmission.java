package dev.lexlab.check.submission;

import dev.lexlab.check.author.Invalid;
import dev.lexlab.check.author.Submission;
import dev.lexlab.check.author.SubmittedFile;
import dev.lexlab.lab.problem.Place;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

final class MemorySubmission implements Submission {
    private final Map<String, byte[]> files;
    private final Reads reads = new Reads();

    MemorySubmission(Map<String, byte[]> files) {
        this.files = new TreeMap<>(files);
    }

    @Override
    public SubmittedFile file(String path) {
        reads.note(path); // its absence is something to know, too
        byte[] content = files.get(path);
        if (content == null) {
            throw Invalid.at(Place.of(path), "there is no such file").next("hand it in under exactly this name");
        }
        return new MemoryFile(path, content);
    }

    @Override
    public boolean has(String path) {
        reads.note(path);
        return files.containsKey(path);
    }

    @Override
    public List<String> paths() {
        reads.note(Reads.LISTING);
        return List.copyOf(files.keySet());
    }

    Reads reads() {
        return reads;
    }

    private static final class MemoryFile implements SubmittedFile {
        private final String path;
        private final byte[] content;

        MemoryFile(String path, byte[] content) {
            this.path = path;
            this.content = content;
        }

        @Override
        public String path() {
            return path;
        }

        @Override
        public String text() {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            CharBuffer text = CharBuffer.allocate(content.length);
            CoderResult end = StandardCharsets.UTF_8.newDecoder().decode(bytes, text, true);
            if (end.isError()) {
                throw Invalid.at(at(lineOf(bytes.position()), 0), "this line is not UTF-8 text")
                        .next("save the file as UTF-8");
            }
            String decoded = text.flip().toString();
            return decoded.startsWith("\ufeff") ? decoded.substring(1) : decoded; // a byte order mark says nothing here
        }

        @Override
        public byte[] bytes() {
            return content.clone();
        }

        private int lineOf(int offset) {
            int line = 1;
            for (int i = 0; i < offset; i++) {
                line += content[i] == '\n' ? 1 : 0;
            }
            return line;
        }
    }
}
