package dev.lexlab.site.build;

import dev.lexlab.site.parse.Credit;
import dev.lexlab.site.parse.ParsedContent;
import dev.lexlab.site.parse.RawSource;
import dev.lexlab.site.scan.AssetFile;
import dev.lexlab.site.scan.Roots;
import java.util.List;
import java.util.Map;

/**
 * What the text of any page may depend on besides the pages it links to: in equal worlds equal drafts become equal bodies. Names of
 * terms are in it because every text is searched for them; their definitions are not, for no body shows one.
 */
record World(
        List<Name> names,
        Map<String, RawSource> sources,
        Map<String, Credit> credits,
        List<AssetFile> assets,
        boolean testedCode,
        Roots roots) {

    /** A term by what texts can call it. */
    record Name(String slug, String url, List<String> names, String titleInText) {}

    static World of(Glossary glossary, ParsedContent content) {
        List<Name> names = glossary.all().stream()
                .map(entry -> new Name(entry.slug(), entry.url(), Glossary.names(entry), entry.titleInText()))
                .toList();
        return new World(
                names,
                content.sources(),
                content.credits(),
                content.assets(),
                content.config().testedCode(),
                content.roots());
    }
}
