package dev.lexlab.check.hostile;

import dev.lexlab.lab.text.Sink;
import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** What programs say, on its way to people and to other programs. Reports as a whole are tried by their own tests. */
final class Texts {
    private final Box box;

    Texts(Box box) {
        this.box = box;
    }

    List<HostileCase> cases() {
        return List.of(terminal(), markup(), log());
    }

    private HostileCase terminal() {
        String program = """
                #!/bin/sh
                printf '\\033]0;mine\\007\\033[2J\\033]52;c;bWluZQ==\\007\\342\\200\\256txt.exe\\000\\377\\r'
                exit 1
                """;
        return HostileCase.of(23, "output that changes a terminal, its title and its clipboard")
                .heldBy("one type for foreign text, with an encoder for each place")
                .attempt(() -> controls(Sink.TERMINAL.encode(box.run(program))), "control characters: 0")
                .permitted(
                        () -> Sink.TERMINAL.encode(
                                box.run("#!/bin/sh\nprintf 'Gr\\303\\274\\303\\237e \\342\\202\\254\\n'\nexit 1\n")),
                        "Grüße €")
                .loosened(() -> controls(box.run(program)), "control characters: 7");
    }

    private static String controls(String text) {
        long controls = text.codePoints()
                .filter(c -> c != '\n' && (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT))
                .count();
        return "control characters: " + controls;
    }

    private HostileCase markup() {
        String program = """
                #!/bin/sh
                echo '<script>alert(1)</script><img src="x" onerror="mine()"/>]]><!-- " -->'
                exit 1
                """;
        return HostileCase.of(24, "output that is markup")
                .heldBy("an encoder for each place: HTML, XML")
                .attempt(
                        () -> nodes(Sink.HTML.encode(box.run(program))) + ", "
                                + nodes(Sink.XML.encode(box.run(program))),
                        "0 elements, 0 elements")
                .permitted(
                        () -> text(Sink.HTML.encode(box.run("#!/bin/sh\necho 'if a < b && c > d'\nexit 1\n"))),
                        "if a < b && c > d")
                .loosened(() -> nodes(box.run(program)), "2 elements");
    }

    private static String nodes(String inside) throws Exception {
        return parsed(inside).getElementsByTagName("*").getLength() + " elements";
    }

    private static String text(String inside) throws Exception {
        return parsed(inside).getTextContent();
    }

    private static Element parsed(String inside) throws Exception {
        try {
            return parse(inside);
        } catch (SAXException e) {
            return parse(inside.replace("]]>", "")); // markup as others would read it, who are less strict
        }
    }

    private static Element parse(String inside) throws Exception {
        var builder = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder();
        builder.setErrorHandler(null);
        return builder.parse(new InputSource(new StringReader("<p>" + inside + "</p>")))
                .getDocumentElement();
    }

    private HostileCase log() {
        String program = """
                #!/bin/sh
                echo '::error file=app.py,line=1::mine'
                echo '##[set-env name=PATH;]/tmp'
                echo '  ::add-mask::a'
                exit 1
                """;
        return HostileCase.of(25, "output that is a command of a CI service")
                .heldBy("an encoder for logs that services read")
                .attempt(() -> commands(Sink.CI_LOG.encode(box.run(program))), "commands: 0")
                .permitted(
                        () -> Sink.CI_LOG.encode(box.run("#!/bin/sh\necho \"SELECT 'a'::text\"\nexit 1\n")),
                        "SELECT 'a':")
                .loosened(() -> commands(Sink.TERMINAL.encode(box.run(program))), "commands: 2");
    }

    private static String commands(String log) {
        return "commands: "
                + log.lines()
                        .filter(line -> line.strip().startsWith("::") || line.contains("##["))
                        .count();
    }
}
