package dev.threadline.dashboard.command;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The tables that a query may mean, by the words in it: listing only those makes it start sooner. A query about the
 * catalogue means them all.
 */
final class NamedTables implements Predicate<String> {

    private static final Set<String> CATALOGUE =
            Set.of("show", "information_schema", "pg_catalog", "query_table", "query");

    private final Set<String> words;
    private final boolean all;

    NamedTables(String query) {
        this.words = Arrays.stream(query.toLowerCase(Locale.ROOT).split("[^a-z0-9_]+"))
                .collect(Collectors.toSet());
        this.all = words.stream().anyMatch(word -> CATALOGUE.contains(word) || word.startsWith("duckdb_"));
    }

    @Override
    public boolean test(String table) {
        return all || words.contains(table);
    }
}
