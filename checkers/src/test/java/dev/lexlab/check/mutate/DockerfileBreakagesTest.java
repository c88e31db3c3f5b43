package dev.lexlab.check.mutate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DockerfileBreakagesTest {

    @Test
    void breaksWhatAContainerStarts() {
        assertThat(results("FROM a\nCMD [\"./serve\", \"--port\", \"80\"]"))
                .containsExactlyInAnyOrder(
                        "FROM a\n",
                        "FROM a\nCMD [\"--port\", \"80\"]",
                        "FROM a\nCMD [\"./serve\", \"80\"]",
                        "FROM a\nCMD [\"./serve\", \"--port\"]",
                        "FROM a\nCMD [\"./serve\", \"--port\", \"81\"]",
                        "FROM a\nCMD ['./serve', '--port', '80']");
        assertThat(results("FROM a\nCMD exec serve $PORT"))
                .containsExactlyInAnyOrder(
                        "FROM a\n",
                        "FROM a\nCMD exec $PORT",
                        "FROM a\nCMD exec serve PORT",
                        "FROM a\nCMD exec serve $PORT &",
                        "FROM a\nCMD exec serve",
                        "FROM a\nCMD [\"serve\", \"$PORT\"]");
    }

    @Test
    void breaksWhatIsCopied() {
        assertThat(listed("FROM a:1\nCOPY --from=b --chown=c x y /srv/"))
                .containsExactly(
                        "1: '1' → 'other'",
                        "2: 'COPY --from=b --chown=c x y /srv/' → dropped",
                        "2: '--from=b' → dropped",
                        "2: '--chown=c' → dropped",
                        "2: 'x' → dropped",
                        "2: 'y' → dropped",
                        "2: '/srv/' → '/srv-other/'");
    }

    @Test
    void swapsNeighboursOnlyWhereTheOrderCanMatter() {
        assertThat(listed("FROM a\nWORKDIR /b\nCOPY c ./\nENV D=e\nUSER f"))
                .containsExactly(
                        "2: WORKDIR and COPY swapped",
                        "3: 'COPY c ./' → dropped",
                        "3: './' → './other/'",
                        "4: 'ENV' → 'ARG'",
                        "4: 'ENV D=e' → dropped",
                        "5: 'USER f' → dropped",
                        "5: 'f' → 'root'",
                        "5: 'f' → 'nobody'");
    }

    @Test
    void takesAnInstructionOutWithTheLinesItGoesOnIn() {
        assertThat(results("FROM a\n# RUN no\nRUN make \\\n    all\n"))
                .contains("FROM a\n# RUN no\n\n")
                .noneMatch(text -> !text.contains("# RUN no"));
    }

    @Test
    void breaksVariables() {
        assertThat(listed("FROM a\nENV A=1 LISTEN=0.0.0.0\nEXPOSE 80"))
                .containsExactly(
                        "2: 'A=1' → dropped",
                        "2: 'LISTEN=0.0.0.0' → dropped",
                        "2: '0.0.0.0' → '127.0.0.1'",
                        "3: 'EXPOSE 80' → dropped",
                        "3: '80' → '81'",
                        "3: '80' → '79'");
    }

    @Test
    void leavesAloneWhatEveryContainerIsToldAnyway() {
        assertThat(Breakages.of("Dockerfile", "FROM a\nENV NAME=x PORT=80\nENV PORT=81", "environment:\n  PORT: 90\n"))
                .extracting(Edit::says)
                .containsExactly("'NAME=x' → dropped");
    }

    @Test
    void tellsAShellOfAListWhereCmdAndEntrypointTalkToEachOther() {
        assertThat(listed("FROM a\nENTRYPOINT [\"x\"]\nCMD [\"1.1.1.1\"]"))
                .contains("2: '[\"x\"]' → 'x'", "3: '[\"1.1.1.1\"]' → '1.1.1.1'");
    }

    @Test
    void breaksAFolderThatIsNamedElsewhere() {
        assertThat(listed("FROM a\nWORKDIR /srv\nCMD [\"/srv/x\"]"))
                .contains("2: 'WORKDIR /srv' → dropped", "2: '/srv' → '/srw'");
    }

    private static List<String> listed(String text) {
        return Listed.of("Dockerfile", text);
    }

    private static List<String> results(String text) {
        return Listed.results("Dockerfile", text);
    }
}
