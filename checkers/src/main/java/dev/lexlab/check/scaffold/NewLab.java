package dev.lexlab.check.scaffold;

import dev.lexlab.check.service.ServiceDefinition;
import dev.lexlab.check.service.ServiceReader;
import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.files.HeadwordSlug;
import dev.lexlab.lab.problem.DidYouMean;
import dev.lexlab.lab.problem.ProblemsFound;
import dev.lexlab.lab.text.Sink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The door to a lab: its pages, its task, its grader, the solutions that prove it, and its images. */
public final class NewLab {
    private static final String JAVA = "checkers/src/main/java/";
    private static final String FIXTURES = "checkers/src/test/submissions/";
    /** Where our own graders lie; a course that has this folder gets its new ones there. */
    private static final String OUR_GRADERS = "dev/lexlab/graders";

    private static final Pattern PACKAGE = Pattern.compile("[a-z0-9][a-z0-9.+-]+");
    private static final Pattern SOURCE_ID = Pattern.compile("(?m)^- id: (\\S+)$");
    private static final int HIGHEST_PORT = 65_535;
    /** Ports of servers that gradings divide among them; in a task of this kind one has a server of its own. */
    private static final Set<String> DIVIDED = Set.of("postgres", "amqp");

    private final Course course;
    private final LabRequest request;
    private final Pages pages;
    private final NewFiles files;
    private final List<String> remarks = new ArrayList<>();

    private NewLab(Course course, LabRequest request) {
        this.course = course;
        this.request = request;
        this.pages = new Pages(course);
        this.files = new NewFiles(course.root());
    }

    /**
     * Makes one.
     *
     * @throws Refused where a name cannot be, something is there already or is missing
     * @throws ProblemsFound where the image is there, and its {@code service.yml} is faulty
     */
    public static Made make(Course course, LabRequest request) throws Refused, ProblemsFound, IOException {
        return new NewLab(course, request).make();
    }

    private Made make() throws Refused, ProblemsFound, IOException {
        String lab = Slugs.lab(request.name());
        String service = Slugs.image(request.service());
        String concept = Slugs.concept(request.concept().orElse(lab));
        Path folder = course.labs().resolve(lab);
        if (Files.exists(folder)) {
            throw new Refused("there is a lab '" + lab + "' already: " + course.name(folder));
        }
        boolean isThere = Files.isDirectory(image(service));
        boolean isKnown = Kit.KNOWN.contains(service);
        refuseOptionsThatDoNotFit(service, isThere, isKnown);
        Words words = words(lab, concept, service, isThere);
        Kit kit = Kit.of(isKnown ? service : Kit.ANY, words);
        words.put("task", kit.task()).put("term", kit.term()).put("title", Sink.XML.encode(kit.title()));

        addImage(service, isThere ? List.of() : kit.server(), "server/", kit, words);
        String client = service + "-client";
        addImage(client, Files.isDirectory(image(client)) ? List.of() : kit.client(), "client/", kit, words);
        addPages(concept, kit, words);
        addGrader(lab, kit, words);
        addLab(lab, kit, words);
        files.write();
        return new Made(
                files.paths(), remarks, List.of("./lexlab setup " + lab, "./lexlab prove " + lab, "./lexlab serve"));
    }

    private Path image(String name) {
        return course.labs().resolve("images").resolve(name);
    }

    private void refuseOptionsThatDoNotFit(String service, boolean isThere, boolean isKnown) throws Refused {
        List<String> given = new ArrayList<>();
        request.debianPackage().ifPresent(any -> given.add("--package"));
        request.port().ifPresent(any -> given.add("--port"));
        request.command().ifPresent(any -> given.add("--command"));
        if (isThere || isKnown) {
            if (!given.isEmpty()) {
                throw new Refused(String.join(", ", given) + " would make a new image, and '" + service + "' is "
                        + (isThere ? "in labs/images already" : "known here") + "; leave them out");
            }
            return;
        }
        if (given.size() < 3) {
            throw new Refused(unknown(service));
        }
        if (!PACKAGE.matcher(request.debianPackage().orElseThrow()).matches()) {
            throw new Refused("'" + request.debianPackage().get() + "' is no name of a Debian package (--package)");
        }
        int port = request.port().orElseThrow();
        if (port < 1 || port > HIGHEST_PORT) {
            throw new Refused("a port is a number from 1 to " + HIGHEST_PORT + ", not " + port + " (--port)");
        }
        if (request.command().orElseThrow().isBlank()
                || request.command().get().lines().count() > 1) {
            throw new Refused("the command is one line that starts the server in the foreground (--command)");
        }
    }

    private String unknown(String service) {
        Set<String> names = new TreeSet<>(Kit.KNOWN);
        try (var folders = Files.newDirectoryStream(course.labs().resolve("images"), Files::isDirectory)) {
            folders.forEach(folder -> names.add(folder.getFileName().toString()));
        } catch (IOException e) {
            // then there are none
        }
        Optional<String> nearest = DidYouMean.nearest(service, names);
        return "there is no image '" + service + "' in labs/images, and no recipe for one here; "
                + nearest.map(near -> "did you mean '" + near + "'?").orElse("known are " + String.join(", ", names))
                + " Any other server of Debian: --package NAME --port N --command 'PROGRAM …'";
    }

    private Words words(String lab, String concept, String service, boolean isThere) throws Refused, ProblemsFound {
        int port = request.port().orElse(0);
        String lease = "shared";
        if (isThere) {
            ServiceDefinition definition = new ServiceReader(course).read(service);
            if (!definition.isServer()) {
                throw new Refused("image '" + service + "' is no server: its service.yml has no 'ports'");
            }
            port = definition.ports().values().iterator().next();
            lease = definition.ports().keySet().stream().anyMatch(DIVIDED::contains) ? "own" : "shared";
        }
        String spelled = Slugs.spelled(service);
        String definition = request.definition()
                .map(text -> text.strip().replaceAll("\\s+", " "))
                .orElse("A server that takes connections on port " + port + ".");
        return new Words()
                .put("lab", lab)
                .put("concept", concept)
                .put("service", service)
                .put("Service", spelled)
                .put("client", service + "-client")
                .put("VAR", service.toUpperCase(Locale.ROOT).replace('-', '_'))
                .put("port", Integer.toString(port))
                .put("lease", lease)
                .put("package-name", request.debianPackage().orElse(service))
                .put("command", request.command().orElse(""))
                .put("definition", definition.replace("\\", "\\\\").replace("\"", "\\\""));
    }

    private void addImage(String image, List<String> names, String from, Kit kit, Words words) {
        for (String name : names) {
            files.add("labs/images/" + image + "/" + name, words.in(kit.text(from + name)));
        }
    }

    private void addPages(String concept, Kit kit, Words words) throws Refused, IOException {
        if (!pages.areThere()) {
            remarks.add("the course has no content/site.yml, so no pages were written");
            return;
        }
        String folder = "content/" + concept + "/";
        boolean needsTerm = pages.term(kit.term()).isEmpty();
        boolean needsConcept = !pages.hasConcept(concept);
        String headword = pages.headword(concept).orElse(HeadwordSlug.of(kit.headword(), concept));
        words.put("headword", headword);
        Optional<String> elsewhere = needsConcept ? pages.term(headword) : Optional.empty();
        if (elsewhere.isPresent()) {
            throw new Refused("there is a page for '" + headword + "' already: " + elsewhere.get()
                    + "; name the concept that the lab belongs to with --concept");
        }
        if (needsConcept) {
            files.add(folder + "index.md", words.in(kit.text("concept.md")));
        }
        if (needsTerm) {
            files.add(folder + "terms/" + kit.term() + ".md", words.in(kit.text("term.md")));
            addExamples(kit, words);
        }
        if (needsConcept || needsTerm) {
            addSources(folder, kit, words);
        }
        if (needsConcept) {
            remarks.add("the concept follows the others by title; its place and summary are set in content/site.yml");
        }
    }

    /** The code that the term's page shows. */
    private void addExamples(Kit kit, Words words) {
        for (String example : kit.examples()) {
            String place = example.replaceFirst("^server/", "{{service}}/").replaceFirst("^client/", "{{client}}/");
            files.add(words.in("labs/{{lab}}/examples/" + place), words.in(kit.text("examples/" + example)));
        }
    }

    private void addSources(String folder, Kit kit, Words words) throws Refused, IOException {
        Set<String> known = pages.sources();
        String text = words.in(kit.text("sources.yml"));
        TreeMap<Integer, String> starts = new TreeMap<>();
        SOURCE_ID.matcher(text).results().forEach(id -> starts.put(id.start(), id.group(1)));
        StringBuilder missing = new StringBuilder();
        starts.forEach((start, id) -> {
            Integer end = starts.higherKey(start);
            if (!known.contains(id)) {
                missing.append(text, start, end == null ? text.length() : end);
            }
        });
        if (missing.isEmpty()) {
            return;
        }
        if (Files.exists(course.root().resolve(folder + "sources.yml"))) {
            throw new Refused("nothing was written: the new pages cite what " + folder
                    + "sources.yml does not have, and no file is changed. Add this to it and try again:\n" + missing);
        }
        files.add(folder + "sources.yml", text.substring(0, starts.firstKey()) + missing);
    }

    private void addGrader(String lab, Kit kit, Words words) {
        if (!request.isJava()) {
            String file = "checks/" + kit.task() + ".yml";
            words.put("grader", file);
            files.add("labs/" + lab + "/" + file, words.in(kit.text("checks.yml")));
            return;
        }
        boolean isOurs = Files.isDirectory(course.root().resolve(JAVA + OUR_GRADERS));
        String folder = (isOurs ? OUR_GRADERS : "graders") + "/" + Slugs.inPackage(lab);
        String inPackage = folder.replace('/', '.');
        words.put("package", inPackage).put("class", kit.grader()).put("grader", inPackage + "." + kit.grader());
        files.add(JAVA + folder + "/" + kit.grader() + ".java", words.in(kit.text("Grader.java")));
        if (isOurs) {
            files.add(JAVA + folder + "/package-info.java", words.in(Resources.text("shared/package-info.java")));
        }
    }

    private void addLab(String lab, Kit kit, Words words) {
        String folder = "labs/" + lab + "/";
        files.add(folder + "lab.yml", words.in(kit.text("lab.yml")));
        files.add(folder + "guide/" + kit.task() + ".md", words.in(kit.text("guide.md")));
        files.add(folder + "pom.xml", words.in(Resources.text("shared/pom.xml")));
        files.add(folder + ".gitignore", Resources.text("shared/gitignore"));
        files.add(folder + ".mvn/jvm.config", Resources.text("shared/jvm.config"));
        for (String name : kit.starter()) {
            files.add(folder + "starter/" + kit.task() + "/" + name, words.in(kit.text("starter/" + name)));
        }
        for (String name : kit.fixtures()) {
            files.add(FIXTURES + lab + "/" + kit.task() + "/" + name, words.in(kit.text("fixtures/" + name)));
        }
    }
}
