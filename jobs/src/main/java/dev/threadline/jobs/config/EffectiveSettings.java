package dev.threadline.jobs.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All settings of a run under their names in the file, sorted: equal settings look equal, however they were written.
 * Secrets are masked.
 */
public final class EffectiveSettings {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** What decides where tables lie, whether they are published, kept and how they are shown, but no number in them. */
    private static final List<String> WITHOUT_INFLUENCE = List.of(
            "warehouse",
            "storage",
            "max-rejects",
            "targets",
            "dashboard",
            "policy-file",
            "retain-publications",
            "text-retention");

    private final Map<String, Object> tree;
    private final String model;

    /**
     * Settings to show and to compare.
     *
     * @param model the text of the boundary model, which is compared but, being long, not shown
     */
    EffectiveSettings(Map<String, Object> tree, String model) {
        this.tree = tree;
        this.model = model;
    }

    /** All settings as one JSON object, its keys sorted. */
    public String json() {
        return json(tree);
    }

    /** SHA-256, in hexadecimal, of the settings that can change a published number, the model's figures among them. */
    public String fingerprint() {
        Map<String, Object> influential = new TreeMap<>(tree);
        WITHOUT_INFLUENCE.forEach(influential::remove);
        influential.put("model", model);
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(json(influential).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("settings are maps, lists and texts, which JSON can hold", e);
        }
    }
}
