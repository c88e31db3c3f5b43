package dev.lexlab.site.dom;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/**
 * A query that was read. What it is about is told by names of elements before anything else is looked at, and most pages hold none of
 * most of them; jsoup's own way through a tree takes three times as long.
 *
 * @param names of elements that it can be about; empty where any can
 * @param isPlain whether an element alone tells: nothing depends on where it stands. Answers of others jsoup keeps, and knows when to
 *     forget them only where it is asked for all of them
 */
record Question(Evaluator evaluator, Set<String> names, boolean isPlain) {
    /** What stands in brackets is about an element that has its name before them. */
    private static final Pattern BRACKETS = Pattern.compile("\\[[^]]*]|\\((?:[^()]|\\([^()]*\\))*\\)");

    private static final Pattern LAST_NAME = Pattern.compile("(?:.*[ >+~])?([a-z][a-z0-9]*)?[^ >+~]*");

    Question {
        names = Set.copyOf(names);
    }

    static Question read(String css) {
        String bare = BRACKETS.matcher(css).replaceAll("");
        Set<String> names = new HashSet<>();
        boolean isOfAny = false;
        boolean isPlain = bare.indexOf(':') < 0;
        for (String alternative : bare.split(",", -1)) {
            Matcher last = LAST_NAME.matcher(alternative.strip());
            if (last.matches() && last.group(1) != null) {
                names.add(last.group(1));
            } else {
                isOfAny = true;
            }
            isPlain &= alternative.strip().matches("[^ >+~]+|");
        }
        return new Question(Selector.evaluatorOf(css), isOfAny ? Set.of() : names, isPlain);
    }

    Elements all(Element in) {
        if (!isPlain) {
            return names.isEmpty() || isNamed(in) ? in.select(evaluator) : new Elements();
        }
        Elements found = new Elements();
        collect(in, in, found);
        return found;
    }

    @Nullable
    Element first(Element in) {
        if (!isPlain) {
            return names.isEmpty() || isNamed(in) ? in.selectFirst(evaluator) : null;
        }
        return first(in, in);
    }

    private void collect(Element root, Element element, Elements found) {
        if (isMeant(root, element)) {
            found.add(element);
        }
        for (int i = 0; i < element.childNodeSize(); i++) {
            if (element.childNode(i) instanceof Element child) {
                collect(root, child, found);
            }
        }
    }

    private @Nullable Element first(Element root, Element element) {
        if (isMeant(root, element)) {
            return element;
        }
        for (int i = 0; i < element.childNodeSize(); i++) {
            Element found = element.childNode(i) instanceof Element child ? first(root, child) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private boolean isMeant(Element root, Element element) {
        return (names.isEmpty() || names.contains(element.normalName())) && evaluator.matches(root, element);
    }

    /** Whether an element has one of the names, or one in it has. */
    private boolean isNamed(Element element) {
        if (names.contains(element.normalName())) {
            return true;
        }
        for (int i = 0; i < element.childNodeSize(); i++) {
            if (element.childNode(i) instanceof Element child && isNamed(child)) {
                return true;
            }
        }
        return false;
    }
}
