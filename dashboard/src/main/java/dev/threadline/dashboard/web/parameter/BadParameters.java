package dev.threadline.dashboard.web.parameter;

import java.util.List;

/** A request whose parameters cannot be understood, with every problem at once. */
public final class BadParameters extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<String> problems;

    BadParameters(List<String> problems) {
        super(String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    /** Each with the parameter and what it may be. */
    public List<String> problems() {
        return problems;
    }
}
