package dev.threadline.jobs.config;

import java.io.Serializable;
import java.util.List;

/**
 * What the dashboard may do.
 *
 * @param showText whether it may show what people wrote
 */
public record DashboardSettings(boolean showText) implements Serializable {

    /** Keys of the section that say who may see it and how, and change no table: the dashboard checks them itself. */
    static final List<String> READ_BY_THE_DASHBOARD = List.of(
            "alert-state",
            "alerts",
            "cache",
            "export-log",
            "metrics-token",
            "oidc",
            "proxies",
            "trusted-header",
            "users",
            "webhook");
}
