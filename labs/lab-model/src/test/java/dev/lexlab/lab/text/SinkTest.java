package dev.lexlab.lab.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SinkTest {

    @Test
    void theTerminalSeesControlsInsteadOfObeyingThem() {
        assertThat(Sink.TERMINAL.encode("\u001b[2J\r\u0007\u007f")).isEqualTo("␛[2J␍␇␡");
        assertThat(Sink.TERMINAL.encode("\u009b31m")).isEqualTo("\\u{9b}31m");
    }

    @Test
    void directionMarksCannotReorderALine() {
        assertThat(Sink.TERMINAL.encode("a\u202eb")).isEqualTo("a\\u{202e}b");
    }

    @Test
    void lineEndsTabsAndOtherScriptsStay() {
        assertThat(Sink.TERMINAL.encode("zwei\n\tdrei äöü 日本 🐘")).isEqualTo("zwei\n\tdrei äöü 日本 🐘");
    }

    @Test
    void markupIsText() {
        assertThat(Sink.HTML.encode("<b a='1'>&\"")).isEqualTo("&lt;b a=&#39;1&#39;&gt;&amp;&quot;");
        assertThat(Sink.XML.encode("]]>\u0000")).isEqualTo("]]&gt;␀");
        assertThat(Sink.MARKDOWN.encode("[x](y)")).isEqualTo("&#91;x&#93;&#40;y&#41;");
    }

    @Test
    void aCiLogGetsNoCommands() {
        assertThat(Sink.CI_LOG.encode("::error::x")).doesNotContain("::");
        assertThat(Sink.CI_LOG.encode(":::::x")).doesNotContain("::");
        assertThat(Sink.CI_LOG.encode("##[group]x ##vso[task.x]y ##teamcity[z")).doesNotContain("##");
        assertThat(Sink.CI_LOG.encode("## Heading [1]")).isEqualTo("## Heading [1]");
        assertThat(Sink.JUNIT.encode("<a>::error::x")).isEqualTo("&lt;a&gt;:\u200b:error:\u200b:x");
    }

    @Test
    void whatIsCutSaysSo() {
        Untrusted flood = Untrusted.of("x".repeat(Untrusted.CAP + 1));

        assertThat(flood.value()).hasSize(Untrusted.CAP);
        assertThat(Sink.TERMINAL.encode(flood)).endsWith("x… (65537 characters in all)");
        assertThat(Sink.TERMINAL.encode(Untrusted.of("abcdef"), 3)).isEqualTo("abc… (6 characters in all)");
    }

    @Test
    void aCutNeverSplitsACharacter() {
        assertThat(Sink.TERMINAL.encode(Untrusted.of("ab🐘cd"), 3)).isEqualTo("ab… (6 characters in all)");
    }
}
