package dev.threadline.dashboard.storage;

/**
 * A file of a table, which never changes.
 *
 * @param path where Hadoop finds it: an absolute path or a URI
 * @param bytes its length
 */
public record StoredFile(String path, long bytes) {}
