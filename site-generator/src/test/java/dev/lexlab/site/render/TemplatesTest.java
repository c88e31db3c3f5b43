package dev.lexlab.site.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.Template;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplatesTest {
    private final Configuration configuration = new Templates().configuration();

    @Test
    void templatesCanMakeNoObjectAndReachNoMethod() {
        assertThat(configuration.getNewBuiltinClassResolver()).isSameAs(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        assertThat(configuration.isAPIBuiltinEnabled()).isFalse();
        assertThatThrownBy(() -> process("${\"freemarker.template.utility.Execute\"?new()(\"id\")}"))
                .hasMessageContaining("freemarker.template.utility.Execute");
        assertThatThrownBy(() -> process("${title?api.class}")).hasMessageContaining("api");
    }

    @Test
    void whatIsPutIntoATemplateIsEscapedAndNeverRead() throws Exception {
        assertThat(process("<p>${title}</p>")).isEqualTo("<p>${7*7} &lt;b&gt;</p>");
    }

    @Test
    void templatesComeFromTheProgramAlone() {
        assertThatThrownBy(() -> configuration.getTemplate("/etc/passwd")).hasMessageContaining("not found");
        assertThatThrownBy(() -> configuration.getTemplate("../Templates.class"))
                .hasMessageContaining("Backing out");
    }

    private String process(String text) throws Exception {
        StringWriter out = new StringWriter();
        new Template("test.ftlh", text, configuration).process(Map.of("title", "${7*7} <b>"), out);
        return out.toString();
    }
}
