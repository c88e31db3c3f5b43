package dev.lexlab.site.scan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FileTextsTest {
    private static final List<String> PIECES =
            List.of("a", "\r\n", "\r", "\n", "ä", "→", "😀", "\ufffd", "\ufeff", "\0", " ", "\u2028", "\u000b");

    @Test
    void readsAnyBytesAsAStrictDecoderDoes() {
        Random random = new Random(5);
        int refused = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = bytes(random);
            String expected = strictly(bytes);

            assertThat(decoded(bytes)).isEqualTo(expected);
            refused += expected.equals("refused") ? 1 : 0;
        }
        assertThat(refused).isBetween(1_000, 19_000);
    }

    @Test
    void linesAreThoseOfTheLibrary() {
        Random random = new Random(6);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(8); i > 0; i--) {
                String piece = PIECES.get(random.nextInt(PIECES.size()));
                text.append(piece.startsWith("\r") && round % 2 == 0 ? "\n" : piece);
            }

            assertThat(SourceReader.lines(text.toString()))
                    .isEqualTo(
                            text.toString().lines().map(String::stripTrailing).toList());
        }
    }

    private static String decoded(byte[] bytes) {
        try {
            return FileTexts.decoded(bytes);
        } catch (CharacterCodingException e) {
            return "refused";
        }
    }

    private static String strictly(byte[] bytes) {
        try {
            String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return (text.startsWith("\ufeff") ? text.substring(1) : text).replace("\r\n", "\n");
        } catch (CharacterCodingException e) {
            return "refused";
        }
    }

    private static byte[] bytes(Random random) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = random.nextInt(8); i > 0; i--) {
            out.writeBytes(PIECES.get(random.nextInt(PIECES.size())).getBytes(UTF_8));
        }
        byte[] bytes = out.toByteArray();
        if (bytes.length > 0 && random.nextBoolean()) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return bytes;
    }
}
