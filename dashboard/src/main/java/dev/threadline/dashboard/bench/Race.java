package dev.threadline.dashboard.bench;

import dev.threadline.dashboard.bench.Agreement.Difference;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** Lets contenders take turns, so that what disturbs the machine disturbs them all, and compares what they wrote. */
final class Race {

    private final Contenders contenders;
    private final List<Contender> running;
    private final Consumer<String> progress;
    private final Results results = new Results();
    private final List<String> agreement = new ArrayList<>();
    private final Set<Contender> failed = new HashSet<>();
    private boolean agrees = true;

    Race(Contenders contenders, List<Contender> running, Consumer<String> progress) {
        this.contenders = contenders;
        this.running = running;
        this.progress = progress;
    }

    /** Runs all turns. */
    void run(int turns) throws SQLException {
        for (int turn = 1; turn <= turns; turn++) {
            for (Contender contender : running) {
                if (!failed.contains(contender)) {
                    run(contender, "turn %d of %d".formatted(turn, turns));
                }
            }
            if (turn == 1) {
                compare();
            }
        }
    }

    /** Who fails is out; the others go on. */
    private void run(Contender contender, String turn) {
        try {
            Measured measured = contender.turn().get();
            results.add(contender, measured);
            progress.accept(String.format(
                    Locale.ROOT,
                    "%s: %s, %s: %.2f s, %.2f s CPU",
                    turn,
                    contender.key(),
                    contender.name(),
                    measured.wallSeconds(),
                    measured.cpuSeconds()));
        } catch (ChildFailure failure) {
            failed.add(contender);
            agrees = false;
            agreement.add("%s, %s: %s".formatted(contender.key(), turn, failure.getMessage()));
            progress.accept(agreement.get(agreement.size() - 1));
        }
    }

    Results results() {
        return results;
    }

    /** Who failed, and how the tables compare with those of a build of everything: a line for each contender. */
    List<String> agreement() {
        return agreement;
    }

    /** Whether nobody failed and all tables are the same. */
    boolean agrees() {
        return agrees;
    }

    private void compare() throws SQLException {
        if (results.has("a")) {
            compare("b", Agreement.filesIn(contenders.duckDbTables(), ".parquet"));
            compare("c", Agreement.filesIn(contenders.windowsTables(), "/*.parquet"));
            compare("d", table -> Agreement.warehouse(contenders.day()).from(table));
        }
    }

    private void compare(String key, Agreement.Other other) throws SQLException {
        if (results.has(key)) {
            List<Difference> differences = Agreement.between(contenders.full(), other);
            agrees &= differences.stream().allMatch(Difference::isNone);
            agreement.add("a and " + key + " " + Agreement.inWords(differences));
            progress.accept(agreement.get(agreement.size() - 1));
        }
    }
}
