package dev.threadline.dashboard.error;

/** What was asked for is not in the warehouse, or no longer. */
public final class NotKept extends UserError {

    private static final long serialVersionUID = 1;

    NotKept(String message) {
        super(message);
    }
}
