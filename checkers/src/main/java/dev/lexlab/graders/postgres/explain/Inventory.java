package dev.lexlab.graders.postgres.explain;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** All that a database holds besides indexes, statistics and what came with the server, a line each. */
final class Inventory {
    /** Every thing that a client made has a number from 16384 on. */
    static final String QUERY = """
            WITH things(line) AS (
              SELECT CASE c.relkind WHEN 'r' THEN 'table' WHEN 'p' THEN 'partitioned table' WHEN 'v' THEN 'view'
                                    WHEN 'm' THEN 'materialized view' WHEN 'S' THEN 'sequence' WHEN 'f' THEN 'foreign table'
                                    ELSE 'type' END
                     || ' ' || c.oid::regclass
                     || CASE WHEN c.relpersistence = 'u' THEN ', unlogged' ELSE '' END
                     || CASE WHEN c.relkind = 'r' AND c.reloptions IS DISTINCT FROM ARRAY['autovacuum_enabled=off']
                             THEN ', with (' || coalesce(array_to_string(c.reloptions, ', '), '') || ')' ELSE '' END
                     || CASE WHEN c.relrowsecurity THEN ', with row security' ELSE '' END
                     || CASE WHEN c.relispartition OR c.relhassubclass THEN ', in a hierarchy' ELSE '' END
                     || CASE WHEN c.reltablespace <> 0 THEN ', in a tablespace' ELSE '' END
                     || CASE WHEN c.relacl IS NOT NULL THEN ', with privileges ' || c.relacl::text ELSE '' END
                FROM pg_class c
               WHERE c.oid >= 16384 AND c.relkind NOT IN ('i', 'I', 't') AND c.relpersistence <> 't'
              UNION ALL
              SELECT 'column ' || a.attrelid::regclass || '.'
                     || CASE WHEN a.attisdropped THEN '(dropped)'
                             ELSE quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod) END
                     || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END
                     || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')
                     || CASE WHEN a.attidentity <> '' THEN ' identity' ELSE '' END
                     || CASE WHEN a.attgenerated <> '' THEN ' generated' ELSE '' END
                     || CASE WHEN a.attstorage <> t.typstorage THEN ' stored otherwise' ELSE '' END
                     || CASE WHEN a.attcollation <> t.typcollation THEN ' sorted otherwise' ELSE '' END
                     || CASE WHEN a.attacl IS NOT NULL THEN ' with privileges' ELSE '' END
                FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
                     LEFT JOIN pg_type t ON t.oid = a.atttypid
                     LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
               WHERE c.oid >= 16384 AND c.relkind = 'r' AND a.attnum > 0 AND c.relpersistence <> 't'
              UNION ALL
              SELECT 'constraint ' || pg_get_constraintdef(oid) || coalesce(' of ' || nullif(conrelid, 0)::regclass, '')
                     || coalesce(', on ' || pg_get_indexdef(nullif(conindid, 0)), '')
                FROM pg_constraint WHERE oid >= 16384
              UNION ALL
              SELECT 'function ' || oid::regprocedure FROM pg_proc WHERE oid >= 16384
              UNION ALL
              SELECT 'type ' || oid::regtype FROM pg_type WHERE oid >= 16384 AND typrelid = 0 AND typcategory <> 'A'
              UNION ALL
              SELECT 'operator ' || oid::regoperator FROM pg_operator WHERE oid >= 16384
              UNION ALL
              SELECT 'schema ' || quote_ident(nspname) FROM pg_namespace
               WHERE (oid >= 16384 OR nspname = 'public' OR nspowner = 'pg_database_owner'::regrole)
                 AND NOT starts_with(nspname, 'pg_t')
              UNION ALL
              SELECT 'extension ' || quote_ident(extname) FROM pg_extension WHERE oid >= 16384
              UNION ALL
              SELECT 'collation ' || quote_ident(collname) FROM pg_collation WHERE oid >= 16384
              UNION ALL
              SELECT 'publication ' || quote_ident(pubname) FROM pg_publication
              UNION ALL
              SELECT 'trigger ' || quote_ident(tgname) || ' on ' || tgrelid::regclass FROM pg_trigger
               WHERE oid >= 16384 AND NOT tgisinternal
              UNION ALL
              SELECT 'rule ' || quote_ident(rulename) || ' on ' || ev_class::regclass FROM pg_rewrite
               WHERE oid >= 16384 AND rulename <> '_RETURN'
              UNION ALL
              SELECT 'policy ' || quote_ident(polname) || ' on ' || polrelid::regclass FROM pg_policy
            )
            SELECT line FROM things ORDER BY line""";

    private static final Set<String> AS_IT_WAS = Set.of(
            "schema public",
            "table customers",
            "column customers.id integer not null",
            "column customers.email text not null",
            "column customers.name text not null",
            "column customers.city text not null",
            "column customers.joined_on date not null",
            "constraint PRIMARY KEY (id) of customers,"
                    + " on CREATE UNIQUE INDEX customers_pkey ON public.customers USING btree (id)",
            "table orders",
            "column orders.id integer not null",
            "column orders.customer_id integer not null",
            "column orders.placed_at timestamp with time zone not null",
            "column orders.status text not null",
            "column orders.total numeric(8,2) not null",
            "column orders.note text not null",
            "constraint PRIMARY KEY (id) of orders,"
                    + " on CREATE UNIQUE INDEX orders_pkey ON public.orders USING btree (id)");

    private Inventory() {}

    /** What is there and was not, then what was there and is not, in words. */
    static List<String> changes(List<String> present) {
        Set<String> added = new TreeSet<>(present);
        added.removeAll(AS_IT_WAS);
        Set<String> missing = new TreeSet<>(AS_IT_WAS);
        present.forEach(missing::remove);
        return Stream.concat(
                        added.stream().map(line -> "new: " + line),
                        missing.stream().map(line -> "missing: " + line))
                .toList();
    }
}
