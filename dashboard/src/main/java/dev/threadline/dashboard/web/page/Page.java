package dev.threadline.dashboard.web.page;

/** A page: its address, its name in the navigation; its template and its module carry the name of the constant. */
public enum Page {
    OVERVIEW("/", "Overview", true),
    CONVERSATIONS("/conversations", "Conversations", true),
    CONVERSATION("/conversations/{conversation_id}", "Conversation", false),
    RESPONSES("/responses", "Responses", true),
    AGENTS("/agents", "Agents", true),
    BOTS("/bots", "Bots", true),
    RHYTHM("/sync-and-async", "Sync and async", true),
    BACKLOG("/backlog", "Backlog", true),
    DATA("/data", "Data", false),
    GLOSSARY("/glossary", "Glossary", false);

    private final String path;
    private final String title;
    private final boolean filtered;

    Page(String path, String title, boolean filtered) {
        this.path = path;
        this.title = title;
        this.filtered = filtered;
    }

    /** The address, as it is registered. */
    public String path() {
        return path;
    }

    String title() {
        return title;
    }

    /** Whether the filter bar applies. */
    boolean filtered() {
        return filtered;
    }

    /** Whether the navigation leads to it. */
    boolean listed() {
        return !path.contains("{");
    }
}
