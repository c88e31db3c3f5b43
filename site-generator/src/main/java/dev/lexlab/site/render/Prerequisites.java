package dev.lexlab.site.render;

import dev.lexlab.site.model.Concept;
import dev.lexlab.site.model.Site;
import dev.lexlab.site.model.Term;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The terms of a concept as a drawing: what is to be known first stands above, with a line to what needs it. A line that longer
 * ways say already is left out. All lengths are whole numbers of the drawing's own units, so the same site gives the same bytes.
 *
 * @param edges from above to below, as SVG path data
 */
record Prerequisites(int width, int height, List<Node> nodes, List<String> edges) {
    static final Prerequisites NONE = new Prerequisites(0, 0, List.of(), List.of());

    private static final int WIDTH = 720;
    private static final int NODE_HEIGHT = 32;
    private static final int BETWEEN_ROWS = 38;
    private static final int BETWEEN_NODES = 14;
    private static final int MARGIN = 2;
    private static final int SWEEPS = 4;

    /** Of the sheet's letters; a little more than most need, since fonts differ. */
    private static final double LETTER = 7.3;

    private static final int PADDING = 22;

    /**
     * A term.
     *
     * @param x of its left edge
     * @param y of its upper edge
     * @param foreign whether it belongs to another concept
     */
    record Node(Brief term, int x, int y, int width, int height, boolean foreign) {
        private int middle() {
            return x + width / 2;
        }
    }

    /** Without any line there is nothing to draw. */
    static Prerequisites of(Site site, Concept concept) {
        Map<String, Term> terms = new LinkedHashMap<>();
        for (Term term : concept.terms()) {
            term.requires().stream()
                    .filter(slug -> !slug.equals(concept.headword().slug()))
                    .map(site.terms()::get)
                    .filter(required -> required != null && !required.concept().equals(concept.slug()))
                    .forEach(required -> terms.put(required.slug(), required));
        }
        Set<String> foreign = Set.copyOf(terms.keySet());
        concept.terms().forEach(term -> terms.put(term.slug(), term));
        Map<String, List<String>> needs = needs(terms, foreign);
        if (needs.values().stream().allMatch(List::isEmpty)) {
            return NONE;
        }
        Map<String, Node> nodes = place(rows(terms, needs), terms, foreign);
        int height = nodes.values().stream().mapToInt(Node::y).max().orElse(0) + NODE_HEIGHT + MARGIN;
        return new Prerequisites(WIDTH, height, List.copyOf(nodes.values()), edges(nodes, needs));
    }

    /** What each needs at once: not what it needs anyway because of what it needs. */
    private static Map<String, List<String>> needs(Map<String, Term> terms, Set<String> foreign) {
        Map<String, Set<String>> all = new HashMap<>();
        terms.keySet().forEach(slug -> collect(slug, terms, foreign, all));
        Map<String, List<String>> needs = new LinkedHashMap<>();
        terms.forEach((slug, term) -> {
            List<String> own = own(term, terms, foreign);
            needs.put(
                    slug,
                    own.stream()
                            .filter(need -> own.stream()
                                    .noneMatch(other ->
                                            all.getOrDefault(other, Set.of()).contains(need)))
                            .toList());
        });
        return needs;
    }

    private static List<String> own(Term term, Map<String, Term> terms, Set<String> foreign) {
        return foreign.contains(term.slug())
                ? List.of()
                : term.requires().stream().filter(terms::containsKey).toList();
    }

    private static Set<String> collect(
            String slug, Map<String, Term> terms, Set<String> foreign, Map<String, Set<String>> known) {
        Set<String> found = known.get(slug);
        if (found != null) {
            return found;
        }
        Set<String> all = new HashSet<>();
        Term term = terms.get(slug);
        if (term != null) {
            for (String need : own(term, terms, foreign)) {
                all.add(need);
                all.addAll(collect(need, terms, foreign, known));
            }
        }
        known.put(slug, all);
        return all;
    }

    /** Each below all that it needs; within a row near to those. A row that is too wide becomes two. */
    private static List<List<String>> rows(Map<String, Term> terms, Map<String, List<String>> needs) {
        Map<String, Integer> depths = new HashMap<>();
        terms.keySet().forEach(slug -> depth(slug, needs, depths));
        Map<Integer, List<String>> layers = new TreeMap<>();
        terms.keySet()
                .forEach(slug -> layers.computeIfAbsent(depths.getOrDefault(slug, 0), row -> new ArrayList<>())
                        .add(slug));
        Map<String, List<String>> neededBy = new HashMap<>();
        needs.forEach((slug, all) -> all.forEach(
                need -> neededBy.computeIfAbsent(need, any -> new ArrayList<>()).add(slug)));
        List<List<String>> rows = new ArrayList<>(layers.values());
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            order(rows, sweep % 2 == 0 ? needs : neededBy);
        }
        return rows.stream().flatMap(row -> split(row, terms).stream()).toList();
    }

    private static int depth(String slug, Map<String, List<String>> needs, Map<String, Integer> depths) {
        Integer known = depths.get(slug);
        if (known != null) {
            return known;
        }
        int depth = 0;
        for (String need : needs.getOrDefault(slug, List.of())) {
            depth = Math.max(depth, depth(need, needs, depths) + 1);
        }
        depths.put(slug, depth);
        return depth;
    }

    private static void order(List<List<String>> rows, Map<String, List<String>> neighbours) {
        Map<String, Double> places = new HashMap<>();
        rows.forEach(row -> {
            for (int i = 0; i < row.size(); i++) {
                places.put(row.get(i), (i + 0.5) / row.size());
            }
        });
        for (List<String> row : rows) {
            row.sort(Comparator.comparingDouble(slug -> neighbours.getOrDefault(slug, List.of()).stream()
                    .mapToDouble(neighbour -> places.getOrDefault(neighbour, 0.5))
                    .average()
                    .orElse(places.getOrDefault(slug, 0.5))));
        }
    }

    private static List<List<String>> split(List<String> row, Map<String, Term> terms) {
        if (row.size() < 2 || width(row, terms) <= WIDTH - 2 * MARGIN) {
            return List.of(row);
        }
        List<String> even = new ArrayList<>();
        List<String> odd = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            (i % 2 == 0 ? even : odd).add(row.get(i));
        }
        List<List<String>> both = new ArrayList<>(split(even, terms));
        both.addAll(split(odd, terms));
        return both;
    }

    private static int width(Collection<String> row, Map<String, Term> terms) {
        return row.stream().mapToInt(slug -> width(terms, slug)).sum() + BETWEEN_NODES * (row.size() - 1);
    }

    private static int width(Map<String, Term> terms, String slug) {
        Term term = terms.get(slug);
        int letters =
                term == null ? 0 : term.title().codePointCount(0, term.title().length());
        return Math.min(WIDTH - 2 * MARGIN, PADDING + (int) Math.ceil(LETTER * letters));
    }

    private static Map<String, Node> place(List<List<String>> rows, Map<String, Term> terms, Set<String> foreign) {
        Map<String, Node> nodes = new LinkedHashMap<>();
        int y = MARGIN;
        for (List<String> row : rows) {
            int spare = WIDTH - width(row, terms);
            // Spread, but not so far that a short row looks like several columns.
            int gap = Math.min(spare / (row.size() + 1), 48);
            int x = (spare - gap * (row.size() - 1)) / 2;
            for (String slug : row) {
                Term term = terms.get(slug);
                if (term != null) {
                    int width = width(terms, slug);
                    nodes.put(slug, new Node(Brief.of(term), x, y, width, NODE_HEIGHT, foreign.contains(slug)));
                    x += width + BETWEEN_NODES + gap;
                }
            }
            y += NODE_HEIGHT + BETWEEN_ROWS;
        }
        return nodes;
    }

    private static List<String> edges(Map<String, Node> nodes, Map<String, List<String>> needs) {
        List<String> edges = new ArrayList<>();
        needs.forEach((slug, all) -> {
            Node below = nodes.get(slug);
            for (String need : all) {
                Node above = nodes.get(need);
                if (below != null && above != null) {
                    edges.add(edge(above, below));
                }
            }
        });
        return List.copyOf(edges);
    }

    private static String edge(Node above, Node below) {
        int from = above.y() + above.height();
        int bend = (below.y() - from) / 2;
        return "M" + above.middle() + " " + from + "C" + above.middle() + " " + (from + bend) + " " + below.middle()
                + " " + (below.y() - bend) + " " + below.middle() + " " + below.y();
    }
}
