package dev.threadline.sample.log;

/** How a line of an export can be broken, so that a reader has to refuse it. */
enum Damage {
    TRUNCATED {
        @Override
        String applyTo(String line) {
            return line.substring(0, line.length() * 3 / 5);
        }
    },
    NO_TIME {
        @Override
        String applyTo(String line) {
            return without(line, "sent_at");
        }
    },
    TIME_WITHOUT_ZONE {
        @Override
        String applyTo(String line) {
            return line.replaceFirst("Z\",\"sender_role", "\",\"sender_role");
        }
    },
    UNKNOWN_ROLE {
        @Override
        String applyTo(String line) {
            return line.replaceFirst("\"sender_role\":\"[a-z]+\"", "\"sender_role\":\"supervisor\"");
        }
    },
    NO_THREAD {
        @Override
        String applyTo(String line) {
            return without(line, "thread_id");
        }
    },
    NO_MESSAGE_ID {
        @Override
        String applyTo(String line) {
            return without(line, "message_id");
        }
    };

    /** The broken form of a good line; both without their line end. */
    abstract String applyTo(String line);

    private static String without(String line, String field) {
        return line.replaceFirst("\"" + field + "\":\"[^\"]*\",", "");
    }
}
