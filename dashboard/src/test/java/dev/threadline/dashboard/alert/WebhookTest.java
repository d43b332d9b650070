package dev.threadline.dashboard.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class WebhookTest {

    @Test
    void allPostsGoThroughOneClient() throws Exception {
        List<Integer> ports = new CopyOnWriteArrayList<>();
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            ports.add(exchange.getRemoteAddress().getPort());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        receiver.start();
        try {
            URI address = URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + "/");
            Webhook webhook = new Webhook(address, Optional.of("secret"));
            for (int i = 0; i < 3; i++) {
                webhook.post("Any/" + i + "/firing", "{}");
            }
        } finally {
            receiver.stop(0);
        }
        assertThat(ports).hasSize(3);
        assertThat(ports).as("the connection stays open").containsOnly(ports.get(0));
    }
}
