package dev.threadline.dashboard.error;

/** What was asked for is not in the warehouse, or no longer. */
public final class NotKept extends UserError {

    private static final long serialVersionUID = 1;

    private final String withoutPlaces;

    /** Nothing in its message says where things lie. */
    NotKept(String message) {
        this(message, message);
    }

    NotKept(String message, String withoutPlaces) {
        super(message);
        this.withoutPlaces = withoutPlaces;
    }

    @Override
    public String withoutPlaces() {
        return withoutPlaces;
    }
}
