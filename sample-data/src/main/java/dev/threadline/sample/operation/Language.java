package dev.threadline.sample.operation;

/** A language that customers write in. */
public enum Language {
    ENGLISH("en"),
    GERMAN("de"),
    SPANISH("es");

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /** The ISO 639-1 code. */
    public String code() {
        return code;
    }
}
