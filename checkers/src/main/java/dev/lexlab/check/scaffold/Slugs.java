package dev.lexlab.check.scaffold;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of folders, files and addresses. */
final class Slugs {
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST = 40;
    /** The site has pages of its own there. */
    private static final Set<String> NO_CONCEPT = Set.of("labs", "assets", "glossary", "myths", "sources", "theme");
    /** Other things than labs lie there. */
    private static final Set<String> NO_LAB = Set.of("images", "lab-model");

    private Slugs() {}

    static String concept(String name) throws Refused {
        return checked("concept", name, NO_CONCEPT);
    }

    static String lab(String name) throws Refused {
        return checked("lab", name, NO_LAB);
    }

    static String term(String name) throws Refused {
        return checked("term", name, Set.of("index"));
    }

    static String image(String name) throws Refused {
        return checked("image", name, Set.of());
    }

    private static String checked(String what, String name, Collection<String> reserved) throws Refused {
        if (!SLUG.matcher(name).matches() || name.length() > LONGEST) {
            String close =
                    name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
            boolean helps = SLUG.matcher(close).matches() && close.length() <= LONGEST;
            throw new Refused("'" + name + "' cannot be the name of a " + what
                    + "; use a-z, 0-9 and single hyphens between them" + (helps ? ", like '" + close + "'" : ""));
        }
        if (reserved.contains(name)) {
            throw new Refused("no " + what + " can be called '" + name + "': something else has that name already");
        }
        return name;
    }

    /** {@code time-to-live}: {@code Time to live}. */
    static String spelled(String slug) {
        return Character.toUpperCase(slug.charAt(0)) + slug.substring(1).replace('-', ' ');
    }

    /** As a part of the name of a package in Java. */
    static String inPackage(String slug) {
        String letters = slug.replace("-", "");
        boolean isWord = Character.isDigit(letters.charAt(0)) || javax.lang.model.SourceVersion.isKeyword(letters);
        return isWord ? "lab" + letters : letters;
    }
}
