package dev.lexlab.check.declared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lexlab.check.author.Link;
import dev.lexlab.check.author.Machine;
import dev.lexlab.check.author.Service;
import dev.lexlab.check.environment.Wanted;
import dev.lexlab.lab.problem.ProblemsFound;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong in a file of checks is told with its line, all of it at once. */
class ChecksReaderTest {
    private static final String ENDS = """
              ends:
                - run: [./keep]
                  otherwise: {next: look}
            """;

    @TempDir
    Path root;

    @Test
    void knowsWhatEachCheckNeeds() throws Exception {
        DeclaredChecks checks = new DeclaredLab(root, """
                draw: {key: word, person: name, seconds: number, small: {number: [1, 9]}}
                prepare:
                  - on: cache
                    sh: redis-cli PING
                checks:
                  keeps:
                    - run: [./keep, "${key}"]
                      input: for ${person}
                      expect: {exit: any, contains: [a, b], absent: c, matches: "^x$"}
                      within: 500ms
                      otherwise:
                        - {when: {exit: 1}, diagnosis: never-ends}
                        - {summary: no, next: look}
                    - {on: visitor, sh: "true"}
                """ + ENDS).checks();

        assertThat(checks.wanted("keeps"))
                .containsExactlyInAnyOrder(new Wanted(Machine.class, "desk"), new Wanted(Machine.class, "visitor"));
        assertThat(checks.wanted("ends")).containsExactly(new Wanted(Machine.class, "desk"));
        assertThat(checks.prepares()).isTrue();
        assertThat(checks.wantedToPrepare()).containsExactly(new Wanted(Service.class, "cache"));
    }

    @Test
    void matchesTheChecksOfTheLabOneToOne() throws Exception {
        assertProblems(
                """
                checks:
                  keep:
                    - run: [./keep]
                      otherwise: {next: look}
                """ + ENDS,
                "labs/caches/checks/first.yml:1:1: error: there are no steps for check 'keeps' of lab.yml; add 'keeps:'"
                        + " with its steps under 'checks:'",
                "labs/caches/checks/first.yml:2:3: error: 'keep' is no check of the task in lab.yml; did you mean"
                        + " 'keeps'?");
    }

    @Test
    void refusesACheckThatWouldAlwaysPass() throws Exception {
        assertProblems(
                """
                checks:
                  keeps:
                    - {on: cache, run: [redis-cli, PING]}
                """ + ENDS,
                "labs/caches/checks/first.yml:2:3: error: check 'keeps' expects nothing, so it would always pass; give a"
                        + " step of it 'expect:' and 'otherwise:'");
    }

    @Test
    void refusesStepsThatSayTooLittleOrTooMuch() throws Exception {
        assertProblems(
                """
                checks:
                  keeps:
                    - on: cahce
                      run: [./keep]
                      sh: true
                      otherwise: {next: look}
                    - run: [./keep]
                    - {on: cache, write: /tmp/x, otherwise: {summary: bad}}
                    - {run: [./keep], expct: {exit: 1}, otherwise: {next: look}}
                """ + ENDS,
                "labs/caches/checks/first.yml:3:7: error: the task has no machine or server 'cahce'; did you mean"
                        + " 'cache'?",
                "labs/caches/checks/first.yml:3:7: error: this step does more than one thing; a step has one of 'run:"
                        + " [program, argument]', 'sh: …' and 'write: …', or of slow, throttle, cut, black-hole, mend,"
                        + " traffic, restart, pause, resume, disconnect, connect",
                "labs/caches/checks/first.yml:7:7: error: this step does not say what to tell a learner where it is not"
                        + " so; add 'otherwise: {summary: …, next: …}', or a 'diagnosis:' of lab.yml in it",
                "labs/caches/checks/first.yml:8:19: error: 'write' needs what to write; add 'text: …', or 'file:' with a"
                        + " file of the submission; one of them",
                "labs/caches/checks/first.yml:8:45: error: this does not say what a learner can do next; add 'next: …',"
                        + " or a 'diagnosis:' of lab.yml, which brings its own",
                "labs/caches/checks/first.yml:9:23: error: unknown key 'expct'; did you mean 'expect'?");
    }

    @Test
    void knowsLinksAndTheirNeeds() throws Exception {
        DeclaredChecks checks = new DeclaredLab(root, """
                checks:
                  keeps:
                    - cut: wire
                    - pause: store
                    - traffic: wire
                      expect: {matches: "^open 0$"}
                      within: 5s
                      otherwise: {summary: it holds on, next: let go}
                """ + ENDS).checks();

        assertThat(checks.wanted("keeps"))
                .containsExactlyInAnyOrder(new Wanted(Link.class, "wire"), new Wanted(Service.class, "store"));
    }

    @Test
    void refusesFaultsThatCannotBeMade() throws Exception {
        assertProblems(
                """
                checks:
                  keeps:
                    - cut: wrie
                    - slow: wire
                    - slow: {wire: soon}
                    - throttle: {wire: 0}
                    - {throttle: {wire: 10, store: 20}}
                    - pause: cache
                    - restart: stroe
                    - disconnect: {store: }
                    - {cut: wire, mend: wire}
                    - {cut: wire, run: [./keep]}
                    - {cut: wire, on: desk, within: 5s}
                    - traffic: wire
                    - disconnect: {store: lba}
                    - cut:
                    - run: [./keep]
                      otherwise: {next: look}
                """ + ENDS,
                "labs/caches/checks/first.yml:3:7: error: the task has no link 'wrie'; did you mean 'wire'?",
                "labs/caches/checks/first.yml:4:7: error: 'slow' needs one name and a value behind it; write 'slow:"
                        + " {wire: 200ms}'",
                "labs/caches/checks/first.yml:5:14: error: 'soon' is no time; write it like 200ms or 1s",
                "labs/caches/checks/first.yml:6:18: error: '0' is no number of bytes in a second; write it like 1000",
                "labs/caches/checks/first.yml:7:8: error: 'throttle' needs one name and a value behind it; write"
                        + " 'throttle: {wire: 1000}'",
                "labs/caches/checks/first.yml:8:7: error: server 'cache' is shared with other gradings, and 'pause' would"
                        + " do it to them; give it 'lease: own' in lab.yml, or break a link to it",
                "labs/caches/checks/first.yml:9:7: error: the task has no machine or server 'stroe'; did you mean"
                        + " 'store'?",
                "labs/caches/checks/first.yml:10:20: error: there is no value behind 'store'; write 'disconnect: {cache:"
                        + " lab}'",
                "labs/caches/checks/first.yml:11:7: error: this step does more than one thing; a step has one of 'run:"
                        + " [program, argument]', 'sh: …' and 'write: …', or of slow, throttle, cut, black-hole, mend,"
                        + " traffic, restart, pause, resume, disconnect, connect",
                "labs/caches/checks/first.yml:12:7: error: this step does more than one thing; a step has one of 'run:"
                        + " [program, argument]', 'sh: …' and 'write: …', or of slow, throttle, cut, black-hole, mend,"
                        + " traffic, restart, pause, resume, disconnect, connect",
                "labs/caches/checks/first.yml:13:19: error: unknown key 'on'",
                "labs/caches/checks/first.yml:13:29: error: unknown key 'within'",
                "labs/caches/checks/first.yml:14:7: error: this step does not say what to tell a learner where it is not"
                        + " so; add 'otherwise: {summary: …, next: …}', or a 'diagnosis:' of lab.yml in it",
                "labs/caches/checks/first.yml:15:20: error: 'store' is on no network 'lba'; did you mean 'lab'?",
                "labs/caches/checks/first.yml:16:7: error: 'cut' does not say whom it is done to; write 'cut: wire'");
    }

    @Test
    void refusesWhatIsNotDrawnAndWhatCannotBe() throws Exception {
        assertProblems(
                """
                draw:
                  key: wrd
                  a: {number: [1, 2]}
                  b: {number: [3, 3]}
                  c: {number: [1, 2]}
                checks:
                  keeps:
                    - sh: ./keep ${kye} $${HOME}
                      otherwise: {next: look}
                """ + ENDS,
                "labs/caches/checks/first.yml:1:1: error: 'a' is drawn from fewer numbers than are drawn in all, and no"
                        + " two are alike; widen its range",
                "labs/caches/checks/first.yml:1:1: error: 'c' is drawn from fewer numbers than are drawn in all, and no"
                        + " two are alike; widen its range",
                "labs/caches/checks/first.yml:2:3: error: nothing draws a 'wrd'; did you mean 'word'?",
                "labs/caches/checks/first.yml:4:6: error: this is no range of numbers; write '{number: [least, most]}'",
                "labs/caches/checks/first.yml:8:7: error: '${kye}' is not drawn; did you mean 'key'?, or write $${kye}"
                        + " for a variable of the shell");
    }

    @Test
    void refusesExpectationsThatCannotBeMet() throws Exception {
        assertProblems(
                """
                checks:
                  keeps:
                    - run: [./keep]
                      expect: {exit: 300, matches: "("}
                      within: 20s
                      otherwise:
                        - {next: look}
                        - {when: {exit: 1}, diagnosis: never-end}
                """ + ENDS,
                "labs/caches/checks/first.yml:4:16: error: '300' is no exit code; write a number from 0 to 255, any, or"
                        + " not-zero",
                "labs/caches/checks/first.yml:4:27: error: this is no regular expression: Unclosed group",
                "labs/caches/checks/first.yml:5:7: error: '20s' is not shorter than the check's own limit of 20 s;"
                        + " shorten it, or raise 'seconds' in lab.yml",
                "labs/caches/checks/first.yml:7:11: error: only the last 'otherwise' has no 'when'",
                "labs/caches/checks/first.yml:8:11: error: the last 'otherwise' is for all that is left, and has no"
                        + " 'when'",
                "labs/caches/checks/first.yml:8:29: error: lab.yml has no diagnosis 'never-end' for this task; did you"
                        + " mean 'never-ends'?");
    }

    @Test
    void namesAFileThatIsNotThereOrLeavesTheLab() throws Exception {
        DeclaredLab lab = new DeclaredLab(root, "checks: {}\n");
        lab.write(
                "labs/caches/lab.yml",
                Files.readString(root.resolve("labs/caches/lab.yml")).replace("checks/first.yml", "../../secret.yml"));

        assertThatThrownBy(lab::checks)
                .isInstanceOf(ProblemsFound.class)
                .hasMessage("labs/caches/lab.yml:5:3: error: the checks of task 'first' cannot be read:"
                        + " '../../secret.yml' leaves the folder 'caches'; 'grader:' names a class, or a file in the"
                        + " lab's folder");
    }

    private void assertProblems(String checks, String... lines) throws Exception {
        DeclaredLab lab = new DeclaredLab(root, checks);

        assertThatThrownBy(lab::checks).isInstanceOf(ProblemsFound.class).hasMessage(String.join("\n", lines));
    }
}
