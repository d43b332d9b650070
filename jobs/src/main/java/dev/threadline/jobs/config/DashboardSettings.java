package dev.threadline.jobs.config;

import java.io.Serializable;

/**
 * What the dashboard may do.
 *
 * @param showText whether it may show what people wrote
 */
public record DashboardSettings(boolean showText) implements Serializable {}
