/**
 * The server: every address, and what comes of it. A {@code guard} lets a request in, {@code parameter}s say what is asked, a
 * {@code question} asks it of a publication, an {@code answer}, an {@code export} or a {@code page} tells.
 */
@org.jspecify.annotations.NullMarked
package dev.threadline.dashboard.web;
