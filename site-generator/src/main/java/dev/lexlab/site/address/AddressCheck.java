package dev.lexlab.site.address;

import dev.lexlab.lab.problem.DidYouMean;
import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The door: every redirect is needed and arrives, and every address of the ledger is there or redirected. */
public final class AddressCheck {
    private final Published published;
    private final List<Redirect> redirects;
    private final Optional<Ledger> ledger;
    private final Problems problems;
    private final Map<PublicAddress, Redirect> byFrom = new HashMap<>();

    /**
     * A check of one build.
     *
     * @param ledger absent where a course keeps none: then nothing can be lost
     */
    public AddressCheck(Published published, List<Redirect> redirects, Optional<Ledger> ledger, Problems problems) {
        this.published = published;
        this.redirects = redirects;
        this.ledger = ledger;
        this.problems = problems;
        redirects.stream()
                .filter(redirect -> !published.has(redirect.from())) // nobody is sent on from what is there
                .forEach(redirect -> byFrom.putIfAbsent(redirect.from(), redirect));
    }

    public void check() {
        redirects.forEach(this::check);
        ledger.ifPresent(this::check);
    }

    private void check(Redirect redirect) {
        PublicAddress from = redirect.from();
        if (published.has(from)) {
            problems.add(
                    redirect.place(),
                    "'" + from + "' is an address of the site, so nobody would be sent on",
                    "take this redirect away");
            return;
        }
        if (!from.isPage() && !isReached(from.page())) {
            problems.add(
                    redirect.place(),
                    "page '" + from.page() + "' is gone, and where it went is not said",
                    "add '" + from.page() + ": …' above");
        }
        if (ledger.isPresent() && !ledger.get().has(from)) {
            String near = ledger.get().hint(from.toString());
            problems.add(
                    redirect.place(),
                    "'" + from + "' was never an address of the site",
                    near.isEmpty() ? "take this redirect away, or add the address to the ledger" : near);
        }
        checkTarget(redirect);
    }

    private boolean isReached(String page) {
        return published.anchors().containsKey(page) || byFrom.containsKey(new PublicAddress(page, ""));
    }

    private void checkTarget(Redirect redirect) {
        PublicAddress to = redirect.to();
        if (byFrom.containsKey(to)) {
            checkChain(redirect);
        } else if (!published.anchors().containsKey(to.page())) {
            problems.add(
                    redirect.place(),
                    "redirect to page '" + to.page() + "', which does not exist",
                    DidYouMean.hint(to.page(), published.anchors().keySet()));
        } else if (!published.has(to)) {
            problems.add(
                    redirect.place(),
                    "redirect to anchor '" + to.anchor() + "', which is not in '" + to.page() + "'",
                    DidYouMean.hint(to.anchor(), anchorsOf(to.page())));
        }
    }

    private void checkChain(Redirect redirect) {
        List<String> way = new ArrayList<>(List.of(redirect.from().toString()));
        Set<PublicAddress> seen = new HashSet<>(Set.of(redirect.from()));
        PublicAddress at = redirect.to();
        for (Redirect next = byFrom.get(at); next != null; next = byFrom.get(at)) {
            way.add(at.toString());
            if (!seen.add(at)) {
                problems.add(
                        redirect.place(),
                        "redirects go round in a circle: " + String.join(" -> ", way),
                        "name a page that exists");
                return;
            }
            at = next.to();
        }
        problems.add(
                redirect.place(),
                "redirect to '" + redirect.to() + "', which is redirected itself",
                "send visitors to '" + at + "' at once");
    }

    private void check(Ledger kept) {
        Set<String> lostPages = new HashSet<>();
        kept.entries().forEach((address, place) -> {
            if (address.isPage() && !isReached(address.page())) {
                lostPages.add(address.page());
                lost(address, place, "page '" + address + "'", nearestPage(address));
            }
        });
        kept.entries().forEach((address, place) -> {
            if (!address.isPage() && !lostPages.contains(address.page())) {
                checkAnchor(address, place);
            }
        });
    }

    /** A page that moved takes its anchors along, where the new page has them. */
    private void checkAnchor(PublicAddress address, Place place) {
        Redirect ofPage = byFrom.get(new PublicAddress(address.page(), ""));
        if (published.has(address) || byFrom.containsKey(address)) {
            return;
        }
        if (ofPage == null) {
            lost(address, place, "anchor '" + address + "'", nearestAnchor(address.page(), address.anchor()));
        } else if (!published.has(new PublicAddress(ofPage.to().page(), address.anchor()))) {
            String page = ofPage.to().page();
            lost(address, place, "anchor '" + address + "'", nearestAnchor(page, address.anchor()));
        }
    }

    private void lost(PublicAddress address, Place place, String what, String nearest) {
        problems.add(
                place,
                what + " is lost, and others may link to it",
                "put '" + address + ": " + nearest + "' under 'redirects:' in site.yml, or give it up with"
                        + " --forget-address " + address);
    }

    private String nearestPage(PublicAddress address) {
        String name = address.page().substring(address.page().lastIndexOf('/') + 1);
        return published.anchors().keySet().stream()
                .filter(page -> page.endsWith("/" + name) && !name.equals("index.html"))
                .findFirst()
                .or(() -> DidYouMean.nearest(address.page(), published.anchors().keySet()))
                .orElse("…");
    }

    private String nearestAnchor(String page, String anchor) {
        return DidYouMean.nearest(anchor, anchorsOf(page))
                .map(near -> page + "#" + near)
                .orElse(page);
    }

    private List<String> anchorsOf(String page) {
        return published.offered().stream()
                .filter(address -> !address.isPage() && address.page().equals(page))
                .map(PublicAddress::anchor)
                .toList();
    }
}
