package dev.threadline.jobs.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Takes away from a log what it does not need to disagree: first whole sources, then threads, then single records. */
public final class ShortestFailing {

    private ShortestFailing() {}

    /** The shortest log that can be found by leaving records out and that still {@code disagrees}. */
    public static List<LogRecord> log(List<LogRecord> log, Predicate<List<LogRecord>> disagrees) {
        List<LogRecord> shortest = log;
        List<Function<LogRecord, String>> parts =
                List.of(LogRecord::source, LogRecord::thread, message -> message.thread() + "/" + message.messageId());
        for (Function<LogRecord, String> part : parts) {
            int before;
            do {
                before = shortest.size();
                shortest = withoutNeedless(shortest, part, disagrees);
            } while (shortest.size() < before);
        }
        return shortest;
    }

    /** The log as JSON lines, in the order of time. */
    public static String asJsonLines(List<LogRecord> log) {
        return log.stream()
                .sorted(Comparator.comparing(LogRecord::thread).thenComparing(LogRecord::sentAt))
                .map(LogRecord::toJsonLine)
                .collect(Collectors.joining("\n", "\n", "\n"));
    }

    private static List<LogRecord> withoutNeedless(
            List<LogRecord> log, Function<LogRecord, String> part, Predicate<List<LogRecord>> disagrees) {
        List<LogRecord> left = log;
        for (List<String> names : halves(log.stream().map(part).distinct().toList())) {
            List<LogRecord> shorter = left.stream()
                    .filter(message -> !names.contains(part.apply(message)))
                    .toList();
            if (shorter.size() < left.size() && disagrees.test(shorter)) {
                left = shorter;
            }
        }
        return left;
    }

    /** The names in halves, quarters, ... and one by one. */
    private static List<List<String>> halves(List<String> names) {
        List<List<String>> chunks = new ArrayList<>();
        for (int size = (names.size() + 1) / 2; size >= 1; size = size == 1 ? 0 : (size + 1) / 2) {
            for (int from = 0; from < names.size(); from += size) {
                chunks.add(names.subList(from, Math.min(from + size, names.size())));
            }
        }
        return chunks;
    }
}
