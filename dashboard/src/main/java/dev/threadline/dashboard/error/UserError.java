package dev.threadline.dashboard.error;

/** A mistake of the user: its message says what is wrong, why, and what to do; it is shown without a stack trace. */
public class UserError extends RuntimeException {

    private static final long serialVersionUID = 1;

    public UserError(String message) {
        super(message);
    }

    /** What readers may know who run nothing here: no folder, address or command of the machine. */
    public String withoutPlaces() {
        return "There is nothing to show at the moment. Whoever runs this dashboard finds the reason in its log.";
    }
}
