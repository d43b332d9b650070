package dev.threadline.dashboard.bench;

import java.util.List;

/** A process that the benchmark started failed. What it said tells why, not where that was noticed. */
final class ChildFailure extends RuntimeException {

    private static final long serialVersionUID = 1;
    private static final int LONGEST = 400;

    /**
     * The failure of a command.
     *
     * @param output the lines that it printed
     */
    ChildFailure(List<String> command, List<String> output) {
        super("%s failed and said: %s".formatted(command.get(1), said(output)));
    }

    /** The last line that is none of a stack. */
    private static String said(List<String> output) {
        String last = output.stream()
                .filter(line -> !line.isBlank() && !Character.isWhitespace(line.charAt(0)))
                .reduce("nothing", (earlier, later) -> later);
        return last.substring(0, Math.min(last.length(), LONGEST));
    }
}
