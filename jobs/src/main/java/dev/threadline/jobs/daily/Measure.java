package dev.threadline.jobs.daily;

/** A duration whose distribution is kept by day; the name is the prefix of its columns. */
public enum Measure {
    FIRST_RESPONSE("first_response", "First response, by the day it came"),
    FIRST_RESPONSE_BUSINESS("first_response_business", "First response in business time, by the day it came"),
    RESOLUTION("resolution", "Resolution, by the day it ended"),
    RESOLUTION_BUSINESS("resolution_business", "Resolution in business time, by the day it ended"),
    REPLY("reply", "Reply to a turn by human or bot, by the day it came"),
    REPLY_BUSINESS("reply_business", "Reply in business time, by the day it came"),
    HANDLE("handle", "Handle time of a conversation, by the day it started"),
    CUSTOMER_WAIT("customer_wait", "Waiting time of a conversation, by the day it started");

    private final String column;
    private final String comment;

    Measure(String column, String comment) {
        this.column = column;
        this.comment = comment;
    }

    public String column() {
        return column;
    }

    String comment() {
        return comment;
    }
}
