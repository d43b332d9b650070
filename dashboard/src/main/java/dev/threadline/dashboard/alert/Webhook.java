package dev.threadline.dashboard.alert;

import dev.threadline.dashboard.config.Section;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** Where alerts are told. */
final class Webhook {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final URI address;
    private final Optional<String> token;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /**
     * A receiver at an address.
     *
     * @param token sent as a bearer's
     */
    Webhook(URI address, Optional<String> token) {
        this.address = address;
        this.token = token;
    }

    /** What {@code webhook:} says. */
    static Optional<Webhook> read(Section dashboard) {
        if (!dashboard.has("webhook")) {
            return Optional.empty();
        }
        Section section = dashboard.section("webhook");
        Optional<URI> address =
                section.required("url", Webhook::address, "it is the address that alerts are posted to");
        Optional<String> token = section.text("token");
        section.refuseUnknownKeys();
        return address.map(url -> new Webhook(url, token));
    }

    /**
     * Posts JSON.
     *
     * @param id the same each time that the same is posted
     * @throws IOException if it did not arrive
     */
    void post(String id, String json) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", id)
                .POST(HttpRequest.BodyPublishers.ofString(json));
        token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        HttpResponse<Void> answer = client.send(request.build(), HttpResponse.BodyHandlers.discarding());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException("it answered " + answer.statusCode());
        }
    }

    private static URI address(String text) {
        URI address = URI.create(text);
        if (address.getHost() == null || !String.valueOf(address.getScheme()).matches("https?")) {
            throw new IllegalArgumentException("'%s' is no address; write https://...".formatted(text));
        }
        return address;
    }
}
