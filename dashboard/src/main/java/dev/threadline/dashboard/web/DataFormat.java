package dev.threadline.dashboard.web;

/** The formats that a table of an answer can be taken away in. */
enum DataFormat {
    JSON,
    CSV
}
