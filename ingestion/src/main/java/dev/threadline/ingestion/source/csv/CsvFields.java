package dev.threadline.ingestion.source.csv;

import java.util.ArrayList;
import java.util.List;

/** Cuts a record into its fields, one physical line at a time. */
final class CsvFields {

    private enum State {
        FIELD_START,
        UNQUOTED,
        QUOTED,
        QUOTE_IN_QUOTED,
        BROKEN
    }

    private final char separator;
    private final List<String> values = new ArrayList<>();
    private final StringBuilder value = new StringBuilder();
    private State state = State.FIELD_START;

    CsvFields(char separator) {
        this.separator = separator;
    }

    /** Reads on with a line and its terminator. */
    void add(String line) {
        for (int i = 0; i < line.length() && state != State.BROKEN; i++) {
            state = state == State.QUOTED ? inQuotes(line.charAt(i)) : outsideQuotes(line.charAt(i));
        }
        if (state == State.UNQUOTED || state == State.QUOTE_IN_QUOTED || state == State.FIELD_START) {
            endField();
        }
    }

    /** Whether a quote is open, so that the record goes on with the next line. */
    boolean isOpen() {
        return state == State.QUOTED;
    }

    boolean isComplete() {
        return state == State.FIELD_START;
    }

    List<String> values() {
        return values;
    }

    private State inQuotes(char c) {
        if (c == '"') {
            return State.QUOTE_IN_QUOTED;
        }
        value.append(c);
        return State.QUOTED;
    }

    private State outsideQuotes(char c) {
        if (c == separator) {
            endField();
            return State.FIELD_START;
        }
        if (c == '\n' || c == '\r') {
            return state;
        }
        if (c == '"' && state == State.FIELD_START) {
            return State.QUOTED;
        }
        if (state == State.QUOTE_IN_QUOTED && c != '"') {
            return State.BROKEN;
        }
        value.append(c);
        return state == State.QUOTE_IN_QUOTED ? State.QUOTED : State.UNQUOTED;
    }

    private void endField() {
        values.add(value.toString());
        value.setLength(0);
        state = State.FIELD_START;
    }
}
