package dev.lexlab.site.bench;

import com.vladsch.flexmark.ext.footnotes.FootnoteExtension;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.data.MutableDataSet;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The least that makes a site of Markdown: flexmark, jsoup for headings and links, a FreeMarker page with a hundred links around
 * it. It colours no code and checks nothing. Arguments: folder in, folder out, threads.
 */
final class BareChain {
    private static final int NAVIGATION = 100;
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><title>${title?html}</title></head>
            <body>
            <nav><ul>
            <#list navigation as entry><li><a href="${entry.address}">${entry.title?html}</a></li>
            </#list></ul></nav>
            <aside><ul>
            <#list headings as heading><li><a href="#${heading.address}">${heading.title?html}</a></li>
            </#list></ul></aside>
            <main>${body}</main>
            </body>
            </html>
            """;

    private final Parser parser;
    private final HtmlRenderer renderer;
    private final Template template;
    private final List<Map<String, String>> navigation;

    private BareChain() throws IOException {
        MutableDataSet options = new MutableDataSet()
                .set(Parser.EXTENSIONS, List.of(TablesExtension.create(), FootnoteExtension.create()));
        parser = Parser.builder(options).build();
        renderer = HtmlRenderer.builder(options).build();
        template = new Template("page", new StringReader(PAGE), new Configuration(Configuration.VERSION_2_3_34));
        navigation = IntStream.range(0, NAVIGATION)
                .mapToObj(number -> entry("../page-" + number + ".html", "Page number " + number))
                .toList();
    }

    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        BareChain chain = new BareChain();
        BareFiles.convertAll(
                Path.of(arguments[0]),
                Path.of(arguments[1]),
                "md",
                Integer.parseInt(arguments[2]),
                () -> chain::convert);
    }

    private String convert(String text) throws IOException {
        Document dom = Jsoup.parseBodyFragment(renderer.render(parser.parse(text)));
        dom.outputSettings().prettyPrint(false);
        for (Element heading : dom.select("h1, h2, h3")) {
            heading.id(heading.text().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"));
        }
        for (Element link : dom.select("a[href$=.md]")) {
            link.attr("href", link.attr("href").replaceAll("md$", "html"));
        }
        StringWriter page = new StringWriter();
        try {
            template.process(model(dom), page);
        } catch (TemplateException e) {
            throw new IOException("the template does not fit", e);
        }
        return page.toString();
    }

    private Map<String, Object> model(Document dom) {
        List<Map<String, String>> headings = dom.select("h2, h3").stream()
                .map(heading -> entry(heading.id(), heading.text()))
                .toList();
        return Map.of(
                "title",
                dom.select("h1").text(),
                "navigation",
                navigation,
                "headings",
                headings,
                "body",
                dom.body().html());
    }

    private static Map<String, String> entry(String address, String title) {
        return Map.of("address", address, "title", title);
    }
}
