package dev.threadline.dashboard.alert;

import dev.threadline.dashboard.config.Section;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What alerts the configuration asks for.
 *
 * @param state the file that remembers, over a restart, what was told
 */
public record AlertSettings(List<AlertRule> rules, Optional<Webhook> webhook, Path state) {

    private static final Path STANDARD_STATE = Path.of("threadline-alerts.json");

    /** None. */
    public static final AlertSettings NONE = new AlertSettings(List.of(), Optional.empty(), STANDARD_STATE);

    public AlertSettings {
        rules = List.copyOf(rules);
    }

    /** Reads {@code alerts}, {@code webhook} and {@code alert-state}. */
    public static AlertSettings read(Section dashboard) {
        return new AlertSettings(
                AlertRule.read(dashboard),
                Webhook.read(dashboard),
                dashboard.text("alert-state", Path::of).orElse(STANDARD_STATE));
    }
}
