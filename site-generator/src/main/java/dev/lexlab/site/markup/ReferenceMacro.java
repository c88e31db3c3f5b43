package dev.lexlab.site.markup;

import java.util.HashMap;
import java.util.Map;
import org.asciidoctor.ast.ContentModel;
import org.asciidoctor.ast.PhraseNode;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.InlineMacroProcessor;
import org.jsoup.nodes.Entities;

/** {@code term:slug[text]} and {@code cite:id[]}: a reference whose target is looked up later. */
final class ReferenceMacro extends InlineMacroProcessor {
    private static final Map<String, Object> TEXT_AS_IT_IS = Map.of(ContentModel.KEY, ContentModel.RAW);

    ReferenceMacro(String name) {
        super(name, new HashMap<>(TEXT_AS_IT_IS));
    }

    @Override
    public PhraseNode process(StructuralNode parent, String target, Map<String, Object> attributes) {
        Object text = attributes.getOrDefault("text", "");
        String html = "<a data-ref=\"" + getName() + "\" href=\"" + Entities.escape(target) + "\">" + text + "</a>";
        return createPhraseNode(parent, "quoted", html);
    }
}
