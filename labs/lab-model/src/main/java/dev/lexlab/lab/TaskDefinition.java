package dev.lexlab.lab;

import dev.lexlab.lab.problem.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One exercise.
 *
 * @param place where {@code lab.yml} defines it
 * @param id the name of its starter folder, its guide and its fixtures
 * @param summary one sentence
 * @param minutes a fair guess for a first attempt
 * @param difficulty 1 to 5
 * @param requires ids of tasks of this lab to do first
 * @param terms slugs of the glossary's terms it teaches
 * @param files what the learner edits
 * @param servers what must run for it, by the name graders ask for
 * @param machines further containers: for the learner's programs, or for looking from somewhere else
 * @param links lines to its servers that checks may slow down, cut and mend
 * @param bases images that a Dockerfile of the learner's may begin with; empty where nothing is built
 * @param grader class name of its checks
 * @param seconds limit of one check on a machine of normal speed; it stops a run, it judges nobody
 * @param hints a ladder of three, each saying more
 * @param guide its page, absolute
 * @param starter what the learner begins with, absolute
 */
public record TaskDefinition(
        Place place,
        String id,
        String title,
        String summary,
        int minutes,
        int difficulty,
        List<String> requires,
        List<Term> terms,
        List<WorkFile> files,
        List<Server> servers,
        List<Machine> machines,
        List<Link> links,
        List<String> bases,
        String grader,
        int seconds,
        List<CheckDefinition> checks,
        List<String> hints,
        List<DiagnosisDefinition> diagnoses,
        Path guide,
        Path starter) {

    public TaskDefinition {
        requires = List.copyOf(requires);
        terms = List.copyOf(terms);
        files = List.copyOf(files);
        servers = List.copyOf(servers);
        machines = List.copyOf(machines);
        links = List.copyOf(links);
        bases = List.copyOf(bases);
        checks = List.copyOf(checks);
        hints = List.copyOf(hints);
        diagnoses = List.copyOf(diagnoses);
    }

    public int points() {
        return checks.stream().mapToInt(CheckDefinition::points).sum();
    }

    /** Every image of {@code labs/images} that must be there before it can be graded, by name. */
    public SortedSet<String> images() {
        SortedSet<String> images = new TreeSet<>(bases);
        servers.forEach(server -> images.add(server.image()));
        machines.forEach(machine -> images.add(machine.image()));
        links.forEach(link -> images.add(Link.IMAGE));
        return images;
    }

    /** What commands can be run on: its machines, and servers of its own. */
    public SortedSet<String> machineNames() {
        SortedSet<String> names = new TreeSet<>();
        machines.forEach(machine -> names.add(machine.name()));
        servers.stream().filter(server -> server.lease() == Lease.OWN).forEach(server -> names.add(server.name()));
        return names;
    }

    public Optional<CheckDefinition> check(String checkId) {
        return checks.stream().filter(check -> check.id().equals(checkId)).findFirst();
    }

    public Optional<DiagnosisDefinition> diagnosis(String diagnosisId) {
        return diagnoses.stream()
                .filter(diagnosis -> diagnosis.id().equals(diagnosisId))
                .findFirst();
    }

    /** A term and where the lab names it, for whoever knows the glossary. */
    public record Term(String slug, Place place) {}

    /**
     * A file the learner edits.
     *
     * @param path from the task's folder, with forward slashes
     */
    public record WorkFile(String path, String about) {}

    /**
     * A server that must run for the task.
     *
     * @param image folder of {@code labs/images}
     * @param lease whether checks may share one
     * @param networks the task's own networks it is on, at least one
     */
    public record Server(String name, String image, Lease lease, List<String> networks) {
        public Server {
            networks = List.copyOf(networks);
        }
    }

    /**
     * A container that is no server.
     *
     * @param image folder of {@code labs/images}
     * @param networks the task's own networks it is on, at least one
     */
    public record Machine(String name, String image, Kind kind, List<String> networks) {
        public Machine {
            networks = List.copyOf(networks);
        }
    }

    /**
     * A line to a server. On its networks it stands in the server's place and goes by the server's name, so that whoever is
     * there reaches the server through it, and knows no other way.
     *
     * @param to name of the server
     * @param networks the task's own networks it is on, at least one
     */
    public record Link(String name, String to, List<String> networks) {
        /** Folder of {@code labs/images} with what every link runs in. */
        public static final String IMAGE = "link";

        public Link {
            networks = List.copyOf(networks);
        }
    }

    /** Whose programs run in a machine. */
    public enum Kind {
        /** The learner's; their files are in its working folder. */
        SANDBOX,
        /** Ours: a client, or a look from somewhere else. */
        HELPER
    }

    /** How a check gets a server. */
    public enum Lease {
        /** A database or vhost of its own on a common server. */
        SHARED,
        /** A server of its own: the task sees or restarts the whole server. */
        OWN
    }
}
