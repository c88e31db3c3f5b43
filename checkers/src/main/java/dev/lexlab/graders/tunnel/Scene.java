package dev.lexlab.graders.tunnel;

import dev.lexlab.check.author.Failure;
import dev.lexlab.check.author.Web.Answer;
import java.util.List;

/**
 * How things stand when a visitor got no answer.
 *
 * @param port where the visitor came to the relay
 * @param tunnel the learner's program in words
 */
record Scene(int port, Sockets relay, Sockets dev, boolean isTunnelOver, String tunnel) {
    /** How curl begins when nobody took the connection. */
    private static final String REFUSED = "curl: (7)";

    private static final String LISTENERS = "ss -ltn";

    /** From what is closest to a working tunnel to what is farthest from it. */
    Failure failure(Answer answer) {
        List<Sockets.Address> atRelay = relay.listeningAt(port);
        if (!atRelay.isEmpty() && !answer.trouble().startsWith(REFUSED)) {
            return Failure.of("a visitor is let in at relay:" + port + ", and then there is nobody")
                    .seen("the connection was taken, and no answer came back; " + tunnel)
                    .diagnose("leads-nowhere")
                    .reproduceOn("visitor", "curl -i http://relay:$PUBLIC_PORT/");
        }
        if (!atRelay.isEmpty()) {
            return Failure.of("a visitor finds the door closed at relay:" + port)
                    .seen("the relay listens at " + Sockets.inWords(atRelay) + " only")
                    .diagnose("not-for-visitors")
                    .reproduceOn("relay", LISTENERS);
        }
        List<Sockets.Address> onDev = dev.listeningAt(port);
        if (!onDev.isEmpty()) {
            return Failure.of("nobody listens for visitors at relay:" + port + ", and dev listens at that port instead")
                    .seen("dev listens at " + Sockets.inWords(onDev))
                    .diagnose("wrong-direction")
                    .reproduce(LISTENERS);
        }
        if (isTunnelOver) {
            return Failure.of("nobody listens for visitors at relay:" + port + ", and the tunnel is no longer running")
                    .seen(tunnel)
                    .diagnose("tunnel-ended")
                    .reproduce("cat ~/tunnel.log");
        }
        return Failure.of("nobody listens for visitors at relay:" + port)
                .seen(elsewhere() + tunnel)
                .diagnose("nobody-listens")
                .reproduceOn("relay", LISTENERS);
    }

    private String elsewhere() {
        List<Sockets.Address> others = relay.listeningOfTheirs();
        return others.isEmpty() ? "" : "the relay listens at " + Sockets.inWords(others) + "; ";
    }
}
