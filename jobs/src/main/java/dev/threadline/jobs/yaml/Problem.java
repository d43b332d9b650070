package dev.threadline.jobs.yaml;

/**
 * One mistake in the file.
 *
 * @param line counted from 1
 * @param path the keys that lead to it, joined by dots; empty at the top
 * @param whyAndCure what is wrong with it and what to do
 */
record Problem(int line, String path, String whyAndCure) {

    @Override
    public String toString() {
        return "line " + line + ": " + (path.isEmpty() ? "" : path + ": ") + whyAndCure;
    }
}
