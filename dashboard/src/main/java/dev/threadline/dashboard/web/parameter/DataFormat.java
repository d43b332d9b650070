package dev.threadline.dashboard.web.parameter;

/** The formats that a table of an answer can be taken away in. */
public enum DataFormat {
    JSON,
    CSV
}
