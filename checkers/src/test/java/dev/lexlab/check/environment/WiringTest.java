package dev.lexlab.check.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.check.TestLab;
import dev.lexlab.check.environment.Wiring.Place;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.TaskDefinition.Lease;
import dev.lexlab.lab.TaskDefinition.Link;
import dev.lexlab.lab.TaskDefinition.Server;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where a link stands for its server, and where the server is itself. */
class WiringTest {
    private static final List<String> LAB = List.of("lab");

    @Test
    void aServerWithoutALinkIsWhereItSays() {
        Server cache = server("cache", "private", "public");

        assertThat(new Wiring(task(List.of(cache))).of(cache))
                .containsExactly(new Place("private", List.of("cache")), new Place("public", List.of("cache")));
    }

    @Test
    void aLinkTakesTheServersPlaceAndNameOnItsNetworks() {
        Server cache = server("cache", "front", "back");
        Link wire = new Link("wire", "cache", List.of("front"));

        assertThat(new Wiring(task(List.of(cache), wire)).of(cache))
                .containsExactly(new Place("back", List.of("cache")), new Place("wire.server", List.of("wire.server")));
        assertThat(Wiring.of(wire)).containsExactly(new Place("front", List.of("cache", "wire")));
    }

    @Test
    void severalLinksLeadToOneServer() {
        Server cache = server("cache", "lab");
        Link one = new Link("one", "cache", LAB);
        Link two = new Link("two", "cache", List.of("desk"));

        assertThat(new Wiring(task(List.of(cache), one, two)).of(cache))
                .containsExactly(
                        new Place("one.server", List.of("one.server")), new Place("two.server", List.of("two.server")));
    }

    @Test
    void aLinkToAnotherServerMovesNobody() {
        Server cache = server("cache", "lab");
        Server store = server("store", "lab");

        assertThat(new Wiring(task(List.of(cache, store), new Link("wire", "store", LAB))).of(cache))
                .containsExactly(new Place("lab", List.of("cache")));
    }

    private static TaskDefinition task(List<Server> servers, Link... links) {
        return TestLab.withLinks("none", 5, servers, List.of(), List.of(links));
    }

    private static Server server(String name, String... networks) {
        return new Server(name, "redis", Lease.OWN, List.of(networks));
    }
}
