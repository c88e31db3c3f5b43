package dev.lexlab.site.bench;

import java.util.List;

/** What pages of a corpus are made of. They read like a glossary, and mean nothing. */
final class Words {
    /** First words of titles. */
    static final List<String> KINDS = words("""
            Adjacent Ambient Balanced Bilateral Blocking Brief Careful Chained Closed Coarse Common Compact Dense Direct Divided
            Early Empty Even Exact Fading Fenced Final Fine Fixed Fluid Folded Gentle Guarded Hidden Inner Joined Keyed Late Level
            Linked Listed Local Loose Marked Moving""");
    /** Second words of titles. */
    static final List<String> THINGS = words("""
            allowance anchor archive arrival basin bearing bridge bucket budget bundle canal carrier chamber channel charter circuit
            clearing column compass corridor counter cradle crossing current depot divider drawer dredge envelope ferry filter
            fleet gauge harbour hatch hinge inlet junction ladder latch""");
    /** Third words of titles, where two do not make enough. */
    static final List<String> PLACES = words("""
            abroad aboard above ahead apart ashore below beside between beyond downstream indoors inland midway nearby offshore
            outdoors overhead underneath upstream""");

    static final List<String> CONCEPTS = words("""
            routing keeping asking guarding running making proving shipping talking seeing timing shaping""");

    static final List<String> OPTIONS = words("""
            wait-limit batch-size spare-copies log-detail worker-count keep-days page-size retry-pause soft-ceiling probe-every
            flush-after trust-list lane-count cold-start""");

    static final List<String> DOES = lines("""
            keeps a short list of
            hands over
            counts
            puts aside
            compares two copies of
            asks twice for
            writes down
            gives back
            holds on to
            sorts by age
            marks as done
            moves to another machine""");

    static final List<String> WHAT = lines("""
            what nobody has asked for yet
            every message of the last hour
            the rows that a reader may still want
            all connections without an owner
            the pages that changed since midnight
            each lock that is older than its owner
            the files of the previous release
            whatever the other side has confirmed
            the names that point to nothing
            orders that came in twice
            the smallest of its parts
            those settings that differ by machine""");

    static final List<String> WHEN = lines("""
            before the next reader comes
            while the rest of the system goes on
            as soon as there is room
            unless somebody says otherwise
            in the order of arrival
            until the last copy has answered
            whenever the load falls
            after a pause that grows
            at the end of every round
            without asking the network""");

    static final List<String> SINCE = lines("""
            which saves a lot of waiting
            so that a restart finds everything where it was
            because two answers would be worse than none
            and tells the log about it
            which is why its numbers never go down
            so nobody has to count machines
            though nobody will notice
            which a test can show within a minute""");

    static final List<String> BEGINNING =
            words("Usually Often Today Sometimes Elsewhere Normally Meanwhile Afterwards Together Alone");

    private Words() {}

    private static List<String> words(String text) {
        return List.of(text.split("\\s+", 0));
    }

    private static List<String> lines(String text) {
        return text.lines().toList();
    }
}
