package dev.threadline.jobs.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All mistakes of a file, to be told at once. */
final class Problems {

    private final List<Problem> problems = new ArrayList<>();

    void add(int line, String path, String whyAndCure) {
        problems.add(new Problem(line, path, whyAndCure));
    }

    /** Ends the reading if there were any. */
    void refuse(String origin, String guide) {
        if (!problems.isEmpty()) {
            throw YamlErrors.mistakes(
                    origin,
                    guide,
                    problems.stream()
                            .sorted(Comparator.comparingInt(Problem::line))
                            .distinct()
                            .toList());
        }
    }
}
