package dev.lexlab.graders.tunnel;

import dev.lexlab.check.author.Command;
import dev.lexlab.check.author.Draw;
import dev.lexlab.check.author.Machine;
import java.util.List;

/**
 * What is random: two ports and two versions of a page.
 *
 * @param pagePort where the page answers on dev
 * @param publicPort where visitors come to the relay
 * @param laterPage what the page changes to
 */
record Site(int pagePort, int publicPort, String page, String laterPage) {
    /** Where the relay's sshd listens for tunnels. */
    static final int SSH_PORT = 2222;

    /** Beside the learner's files, from where every command is run. */
    private static final String FOLDER = "page";

    /** The same in every check of a run. */
    static Site drawn(Draw draw) {
        Draw site = draw.as("site");
        List<String> words = site.words(4);
        return new Site(
                site.number(8100, 8999),
                site.number(9100, 9999),
                "<p>" + words.get(0) + " " + words.get(1) + " " + site.number(1000, 9999) + "</p>\n",
                "<p>" + words.get(2) + " " + words.get(3) + " " + site.number(1000, 9999) + "</p>\n");
    }

    /** Every machine knows both ports, so that a command that shows something can be pasted on any of them. */
    void tell(List<Machine> machines) {
        for (Machine machine : machines) {
            machine.set("PAGE_PORT", String.valueOf(pagePort));
            machine.set("PUBLIC_PORT", String.valueOf(publicPort));
        }
    }

    void write(Machine dev, String text) {
        Ours.run(dev, Command.of("mkdir", "-p", FOLDER));
        dev.write(FOLDER + "/index.html", text);
    }

    String atHome() {
        return "http://127.0.0.1:" + pagePort + "/";
    }

    String atRelay() {
        return "http://relay:" + publicPort + "/";
    }
}
