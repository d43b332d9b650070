package dev.threadline.dashboard.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.dashboard.error.UserError;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PublicationWatchTest {

    private final List<String> logged = new ArrayList<>();
    private final AbstractAppender appender = new AbstractAppender("kept", null, null, true, Property.EMPTY_ARRAY) {
        @Override
        public void append(LogEvent event) {
            logged.add(event.getLevel() + " " + event.getMessage().getFormattedMessage());
        }
    };

    @BeforeEach
    void listen() {
        appender.start();
        logger().addAppender(appender);
    }

    @AfterEach
    void stopListening() {
        logger().removeAppender(appender);
    }

    private static Logger logger() {
        return (Logger) LogManager.getLogger(PublicationWatch.class);
    }

    @Test
    void aProblemIsLoggedOnceAsLongAsItStaysTheSame() {
        Deque<Exception> problems = new ArrayDeque<>(List.of(
                new UserError("There is no warehouse"),
                new UserError("There is no warehouse"),
                new SQLException("out of memory"),
                new SQLException("out of memory"),
                new IllegalStateException("closed"),
                new UserError("There is no warehouse")));
        int looks = problems.size();
        try (PublicationWatch watch = new PublicationWatch("watch", () -> raise(problems.remove()))) {
            for (int look = 0; look < looks; look++) {
                watch.lookQuietly();
            }
        }
        assertThat(logged)
                .containsExactly(
                        "WARN There is no warehouse",
                        "ERROR watch failed",
                        "ERROR watch failed",
                        "WARN There is no warehouse");
    }

    @Test
    void aProblemThatCameBackIsLoggedAgain() {
        Deque<Runnable> looks =
                new ArrayDeque<>(List.of(PublicationWatchTest::missing, () -> {}, PublicationWatchTest::missing));
        try (PublicationWatch watch =
                new PublicationWatch("watch", () -> looks.remove().run())) {
            watch.lookQuietly();
            watch.lookQuietly();
            watch.lookQuietly();
        }
        assertThat(logged).hasSize(2);
    }

    private static void missing() {
        throw new UserError("There is no warehouse");
    }

    private static void raise(Exception problem) throws SQLException {
        if (problem instanceof SQLException broken) {
            throw broken;
        }
        throw (RuntimeException) problem;
    }
}
