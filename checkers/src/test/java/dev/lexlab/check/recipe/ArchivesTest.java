package dev.lexlab.check.recipe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;

/** Real archives, and what only looks like one. */
class ArchivesTest {

    @Test
    void archivesAreKnownByHowTheyBegin() throws IOException {
        assertThat(Archives.isOne(tar())).isTrue();
        assertThat(Archives.isOne(withoutItsName(tar())))
                .as("as it was before 1988")
                .isTrue();
        assertThat(Archives.isOne(packed(GZIPOutputStream::new))).isTrue();
        assertThat(Archives.isOne(packed(BZip2CompressorOutputStream::new))).isTrue();
    }

    @Test
    void otherFilesAreNone() {
        assertThat(Archives.isOne(new byte[0])).isFalse();
        assertThat(Archives.isOne(new byte[1024])).isFalse();
        assertThat(Archives.isOne("import tarfile\n".repeat(100).getBytes(UTF_8)))
                .isFalse();
        assertThat(Archives.isOne("PK\u0003\u0004 engines do not unpack these".getBytes(UTF_8)))
                .isFalse();
    }

    private static byte[] tar() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            TarArchiveEntry entry = new TarArchiveEntry("a.txt");
            entry.setSize(1);
            tar.putArchiveEntry(entry);
            tar.write('a');
            tar.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }

    /** Its checksum made anew. */
    private static byte[] withoutItsName(byte[] tar) {
        int taken = 0;
        for (int i = 257; i < 265; i++) {
            taken += tar[i];
            tar[i] = 0;
        }
        int sum = Integer.parseInt(new String(tar, 148, 6, UTF_8).strip(), 8) - taken;
        byte[] told = String.format("%06o", sum).getBytes(UTF_8);
        System.arraycopy(told, 0, tar, 148, told.length);
        return tar;
    }

    private static byte[] packed(Packer packer) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream packed = packer.around(bytes)) {
            packed.write(tar());
        }
        return bytes.toByteArray();
    }

    private interface Packer {
        OutputStream around(OutputStream out) throws IOException;
    }
}
