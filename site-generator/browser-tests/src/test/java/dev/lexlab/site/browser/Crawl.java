package dev.lexlab.site.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Follows every reference of a published site, over http, as a visitor's browser would resolve it. */
final class Crawl {
    private final HttpClient http = HttpClient.newHttpClient();
    private final String served;
    private final String published;
    private final Map<String, Integer> statuses = new TreeMap<>();
    private final Map<String, Document> pages = new HashMap<>();
    private final Set<String> broken = new TreeSet<>();
    private int references;

    /**
     * @param served where the site can be asked for
     * @param published where it says that it is: such an address is looked for in the first place
     */
    Crawl(String served, String published) {
        this.served = served;
        this.published = published;
    }

    /** From the front page to whatever it leads to. */
    void all() throws IOException, InterruptedException {
        Deque<String> open = new ArrayDeque<>(Set.of(served));
        Set<String> seen = new TreeSet<>(open);
        while (!open.isEmpty()) {
            String address = open.remove();
            ask(address);
            Document page = pages.get(address);
            if (page != null) {
                for (String target : follow(page, address)) {
                    if (seen.add(target)) {
                        open.add(target);
                    }
                }
            }
        }
    }

    /** An address that no page leads to, and what the page shows that comes instead. */
    int lost(String address) throws IOException, InterruptedException {
        int status = ask(address);
        Document page = pages.get(address);
        if (page != null) {
            follow(page, address);
        }
        return status;
    }

    /** Each with the page it is on. */
    Set<String> broken() {
        return broken;
    }

    /** The pages that were read, from where the site begins; without a query, which leads to the same page. */
    Set<String> pages() {
        return pages.keySet().stream()
                .map(address -> address.substring(served.length()).replaceAll("\\?.*", ""))
                .map(name -> name.isEmpty() || name.endsWith("/") ? name + "index.html" : name)
                .collect(toCollection(TreeSet::new));
    }

    /** How many references of those pages were followed, each as often as it is there. */
    int references() {
        return references;
    }

    /** Tries what a page refers to, and returns it without anchors. */
    private Set<String> follow(Document page, String address) throws IOException, InterruptedException {
        Set<String> targets = new TreeSet<>();
        for (Element element : page.select("[href], [src]")) {
            String reference = element.hasAttr("href") ? element.attr("href") : element.attr("src");
            String whole = URI.create(address).resolve(reference.strip()).toString();
            String here = whole.startsWith(published) ? served + whole.substring(published.length()) : whole;
            if (!here.startsWith(served.substring(0, served.indexOf('/', "http://".length())))) {
                continue; // somebody else's; ./lexlab links asks for those
            }
            references++;
            int hash = here.indexOf('#');
            String target = hash < 0 ? here : here.substring(0, hash);
            String anchor = hash < 0 ? "" : URI.create(here).getFragment();
            targets.add(target);
            // The page for what is not there is a page all the same, and its own anchors are its visitors' to follow.
            if (!target.equals(address) && ask(target) != 200) {
                broken.add(address + " -> " + reference + ": " + ask(target));
            } else if (!anchor.isEmpty() && !has(pages.get(target), anchor)) {
                broken.add(address + " -> " + reference + ": no such anchor");
            }
        }
        return targets;
    }

    private static boolean has(@Nullable Document page, String anchor) {
        return page != null && page.getElementById(anchor) != null;
    }

    private int ask(String address) throws IOException, InterruptedException {
        Integer known = statuses.get(address);
        if (known != null) {
            return known;
        }
        HttpResponse<byte[]> answer =
                http.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofByteArray());
        statuses.put(address, answer.statusCode());
        if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
            pages.put(address, Jsoup.parse(new String(answer.body(), UTF_8)));
        }
        return answer.statusCode();
    }
}
