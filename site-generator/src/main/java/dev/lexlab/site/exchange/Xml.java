package dev.lexlab.site.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.StringWriter;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Elements, one a line; the JDK's writer knows what to escape. */
final class Xml {
    private final XMLStreamWriter out;

    private Xml(XMLStreamWriter out) {
        this.out = out;
    }

    /** A whole document in one namespace. */
    static byte[] document(String root, String namespace, Consumer<Xml> content) {
        StringWriter text = new StringWriter();
        text.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        try {
            XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            out.writeStartElement(root);
            out.writeDefaultNamespace(namespace);
            out.writeCharacters("\n");
            content.accept(new Xml(out));
            out.writeEndElement();
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("into memory nothing can fail", e);
        }
        return (text + "\n").getBytes(UTF_8);
    }

    void element(String name, Consumer<Xml> content) {
        write(() -> {
            out.writeStartElement(name);
            out.writeCharacters("\n");
        });
        content.accept(this);
        write(() -> {
            out.writeEndElement();
            out.writeCharacters("\n");
        });
    }

    void text(String name, String text) {
        write(() -> {
            out.writeStartElement(name);
            out.writeCharacters(text);
            out.writeEndElement();
            out.writeCharacters("\n");
        });
    }

    void empty(String name, Map<String, String> attributes) {
        write(() -> {
            out.writeEmptyElement(name);
            for (Map.Entry<String, String> attribute : new TreeMap<>(attributes).entrySet()) {
                out.writeAttribute(attribute.getKey(), attribute.getValue());
            }
            out.writeCharacters("\n");
        });
    }

    private interface Step {
        void write() throws XMLStreamException;
    }

    private static void write(Step step) {
        try {
            step.write();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("into memory nothing can fail", e);
        }
    }
}
