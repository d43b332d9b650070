package dev.threadline.jobs.calibrate;

/** Who says which gaps are boundaries. */
enum Teacher {
    /** People, who read the threads. */
    LABELS("gold labels"),
    /** Those who worked the conversations, by closing them. */
    CLOSES("explicit closes");

    private final String words;

    Teacher(String words) {
        this.words = words;
    }

    Certainty certainty(long threads, long boundaries) {
        return switch (this) {
            case LABELS -> Certainty.ofLabels(threads, boundaries);
            // What people did in a tool, not what their customers meant.
            case CLOSES -> Certainty.LOW;
        };
    }

    @Override
    public String toString() {
        return words;
    }
}
