package dev.lexlab.site.parse;

import dev.lexlab.site.address.Ledger;
import java.util.Map;
import java.util.Optional;

/**
 * What is no page.
 *
 * @param sources by id, in the order of the files
 * @param credits by path of the asset
 * @param ledger the addresses that were published, where a course keeps them
 */
record Data(SiteConfig config, Map<String, RawSource> sources, Map<String, Credit> credits, Optional<Ledger> ledger) {}
