package dev.threadline.sample.operation;

/** What a customer needs: how often it comes up, how much work it is, and how many exchanges it takes. */
public enum Topic {
    DELIVERY("delivery", 0.30, 0.9, 0.45),
    RETURN("return", 0.17, 1.0, 0.55),
    REFUND("refund", 0.15, 1.1, 0.58),
    INVOICE("invoice", 0.12, 0.9, 0.45),
    LOGIN("login", 0.13, 1.0, 0.60),
    DEFECT("defect", 0.13, 1.3, 0.72);

    private final String id;
    private final double share;
    private final double effort;
    private final double anotherExchange;

    Topic(String id, double share, double effort, double anotherExchange) {
        this.id = id;
        this.share = share;
        this.effort = effort;
        this.anotherExchange = anotherExchange;
    }

    /** The name in the truth and in the grammars. */
    public String id() {
        return id;
    }

    /** The share of needs that are about this. */
    public double share() {
        return share;
    }

    /** Work for one reply, relative to the mean topic. */
    public double effort() {
        return effort;
    }

    /** The probability that one more exchange is needed, after each. */
    public double anotherExchange() {
        return anotherExchange;
    }
}
