package dev.lexlab.site.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import nu.validator.validation.SimpleDocumentValidator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The Nu validator on every page; one warm validator, since each new one reads its grammar for seconds. */
@ExtendWith(SiteExtension.class)
class HtmlValidityIT {
    private static final String GRAMMAR = "http://s.validator.nu/html5-all.rnc"; // comes with the validator
    /** Only a warning: footnotes end a text under a rule, without a heading. */
    private static final String ACCEPTED = "Section lacks heading.";

    /**
     * A block of data. HTML's "prepare the script element" is done with one before it comes to any policy; this validator asks the
     * policy all the same. Every other script in a page stays and is told.
     */
    private static final String DATA = "<script type=\"application/ld\\+json\">[^<]*</script>";

    private final List<String> faults = new ArrayList<>();
    private final SimpleDocumentValidator validator = new SimpleDocumentValidator(false, false, false);
    private String page = "";

    @BeforeEach
    void prepare() throws Exception {
        ErrorHandler notes = new Notes();
        validator.setUpMainSchema(GRAMMAR, notes);
        validator.setUpValidatorAndParsers(notes, false, false);
    }

    @Test
    void everyPageIsValidHtml(BuiltSite site) throws Exception {
        for (String name : site.pages()) {
            String html = Files.readString(site.folder().resolve(name));
            check(name, site.address(name), bytes(html.replaceAll(DATA, "")));
        }

        assertThat(faults).isEmpty();
        assertThat(site.pages()).hasSizeGreaterThan(80);
    }

    @Test
    void whatIsInvalidIsSeen() throws Exception {
        String html = "<!doctype html><html lang=en><title>A page</title><p id=a>One<p id=a>Two<ul><p>Three</p></ul>";
        check("page.html", "http://127.0.0.1/page.html", bytes(html));

        assertThat(faults).anyMatch(fault -> fault.startsWith("page.html:1:") && fault.contains("Duplicate ID"));
    }

    private static InputStream bytes(String html) {
        return new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8));
    }

    private void check(String name, String address, InputStream html) throws IOException, SAXException {
        page = name;
        InputSource source = new InputSource(html);
        source.setEncoding("UTF-8");
        source.setSystemId(address); // what the content security policy's 'self' means
        validator.checkHtmlInputSource(source);
    }

    private final class Notes implements ErrorHandler {

        @Override
        public void warning(SAXParseException fault) {
            if (!String.valueOf(fault.getMessage()).startsWith(ACCEPTED)) {
                note(fault);
            }
        }

        @Override
        public void error(SAXParseException fault) {
            note(fault);
        }

        @Override
        public void fatalError(SAXParseException fault) {
            note(fault);
        }

        private void note(SAXParseException fault) {
            faults.add(page + ":" + fault.getLineNumber() + ":" + fault.getColumnNumber() + ": " + fault.getMessage());
        }
    }
}
