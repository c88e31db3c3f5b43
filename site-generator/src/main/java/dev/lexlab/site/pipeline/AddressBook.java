package dev.lexlab.site.pipeline;

import dev.lexlab.lab.problem.Problems;
import dev.lexlab.lab.problem.ProblemsFound;
import dev.lexlab.site.address.Ledger;
import dev.lexlab.site.address.PublicAddress;
import dev.lexlab.site.scan.ContentScanner;
import dev.lexlab.site.scan.Roots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;

/** The door to a course's ledger of addresses, for those who change it on purpose. */
public final class AddressBook {
    private final Roots roots;
    private final Path file;

    public AddressBook(Roots roots) {
        this.roots = roots;
        this.file = roots.content().resolve(ContentScanner.ADDRESSES);
    }

    /** As messages name it. */
    public String name() {
        return roots.name(file);
    }

    /** Adds addresses; begins the ledger where there is none. */
    void add(Collection<PublicAddress> addresses) throws IOException, ProblemsFound {
        read().with(addresses).write(file);
    }

    /**
     * Gives addresses up, a page with its anchors.
     *
     * @return how many lines are gone
     * @throws ProblemsFound where the ledger is no ledger
     * @throws IllegalArgumentException where it does not hold one of them; then nothing is changed
     */
    public int forget(Collection<String> addresses) throws IOException, ProblemsFound {
        Ledger all = read();
        Ledger kept = all;
        for (String address : addresses) {
            Ledger fewer = PublicAddress.parse(address).map(kept::without).orElse(kept);
            if (fewer.size() == kept.size()) {
                String near = all.hint(address);
                throw new IllegalArgumentException(
                        "address '" + address + "' is not in " + name() + (near.isEmpty() ? "" : "; " + near));
            }
            kept = fewer;
        }
        kept.write(file);
        return all.size() - kept.size();
    }

    private Ledger read() throws IOException, ProblemsFound {
        if (!Files.exists(file)) {
            return Ledger.empty();
        }
        Problems problems = new Problems();
        Ledger ledger = Ledger.read(name(), Files.readString(file), problems);
        problems.throwIfAny();
        return ledger;
    }
}
