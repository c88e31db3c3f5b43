package {{package}};

import dev.lexlab.check.author.Check;
import dev.lexlab.check.author.Draw;
import dev.lexlab.check.author.Failure;
import dev.lexlab.check.author.Invalid;
import dev.lexlab.check.author.Machine;
import dev.lexlab.check.author.Named;
import dev.lexlab.check.author.Prepare;
import dev.lexlab.check.author.Ran;
import dev.lexlab.check.author.Service;
import dev.lexlab.check.author.Submission;
import dev.lexlab.check.author.Web;
import dev.lexlab.check.author.Web.Answer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the configuration in force over a folder of our own, and asks for pages from the desk. */
final class {{class}} {
    private static final String SITE = "http://{{service}}:8080/";
    private static final String WWW = "/srv/lexlab/www/";
    private static final Pattern LINE = Pattern.compile("site\\.conf:(\\d{1,6})");

    @Prepare
    void putInForce(Submission work, Service nginx, Draw draw) {
        nginx.write(WWW + "hello.txt", "hello, " + draw.as("hello").word() + "\n");
        nginx.write(WWW + ".env", "PASSWORD=" + draw.word() + "\n");
        nginx.write(WWW + "blog/.git/config", "token = " + draw.word() + "\n");
        nginx.write(WWW + ".well-known/hello.txt", "this is " + draw.as("proof").word() + "\n");
        nginx.write("/srv/lexlab/next.conf", work.file("site.conf").text());
        Ran ran = nginx.run("sh", "-c", "sh /opt/lexlab/put-in-force </srv/lexlab/next.conf");
        if (!ran.succeeded()) {
            Matcher line = LINE.matcher(ran.err());
            int number = line.find() ? Integer.parseInt(line.group(1)) : 0;
            throw Invalid.at(work.file("site.conf").at(number, 0), "nginx does not understand this configuration")
                    .seen(ran.inWords())
                    .next("Look at that line and at the one before it. Every directive ends with a semicolon.");
        }
    }

    @Check("serves")
    void serves(@Named("desk") Machine desk, Draw draw) {
        String text = "hello, " + draw.as("hello").word();
        Answer answer = Web.from(desk).get(SITE + "hello.txt");
        if (!answer.isOk() || !answer.body().strip().equals(text)) {
            throw Failure.of("hello.txt is in the folder, and is not served")
                    .expected("200: " + text)
                    .seen(answer.inWords())
                    .next("The server listens on 8080, and its root is /srv/lexlab/www.")
                    .reproduce("curl -si " + SITE + "hello.txt");
        }
    }

    @Check("hidden")
    void hidden(@Named("desk") Machine desk) {
        for (String path : new String[] {".env", "blog/.git/config"}) {
            Answer answer = Web.from(desk).get(SITE + path);
            if (answer.status() != 403 && answer.status() != 404) {
                throw Failure.of("whoever guesses the name gets what was never to be published")
                        .expected("403 or 404 for /" + path)
                        .seen(answer.inWords())
                        .diagnose("hands-out")
                        .reproduce(status(path));
            }
        }
    }

    @Check("well-known")
    void wellKnown(@Named("desk") Machine desk, Draw draw) {
        String text = "this is " + draw.as("proof").word();
        Answer answer = Web.from(desk).get(SITE + ".well-known/hello.txt");
        if (!answer.isOk() || !answer.body().strip().equals(text)) {
            throw Failure.of("/.well-known/hello.txt is not served")
                    .expected("200: " + text)
                    .seen(answer.inWords())
                    .diagnose("hides-well-known")
                    .reproduce(status(".well-known/hello.txt"));
        }
    }

    @Check("missing")
    void missing(@Named("desk") Machine desk, Draw draw) {
        String path = draw.word() + ".html";
        Answer answer = Web.from(desk).get(SITE + path);
        if (answer.status() != 404) {
            throw Failure.of("there is no " + path + ", and the answer is not 404")
                    .expected("404")
                    .seen(answer.inWords())
                    .diagnose("one-page-for-all")
                    .reproduce(status(path));
        }
    }

    private static String status(String path) {
        return "curl -s -o /dev/null -w '/" + path + ": status %{http_code}' " + SITE + path;
    }
}
