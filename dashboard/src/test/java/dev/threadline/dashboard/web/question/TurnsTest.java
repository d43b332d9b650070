package dev.threadline.dashboard.web.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private final AtomicInteger atWork = new AtomicInteger();

    @Test
    void noMoreRunAtOnceThanThereAreTurnsAndAllComeToTheirs() throws Exception {
        Turns turns = new Turns(3, 10_000);
        ExecutorService askers = Executors.newFixedThreadPool(20);
        try {
            List<Future<Integer>> most = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                most.add(askers.submit(() -> turns.await(() -> {
                    int running = atWork.incrementAndGet();
                    Thread.onSpinWait();
                    atWork.decrementAndGet();
                    return running;
                })));
            }
            for (Future<Integer> running : most) {
                assertThat(running.get()).isBetween(1, 3);
            }
        } finally {
            askers.shutdownNow();
        }
    }

    @Test
    void whoWaitsTooLongIsTold() throws Exception {
        Turns turns = new Turns(1, 20);
        ExecutorService another = Executors.newSingleThreadExecutor();
        try {
            turns.await(() -> {
                Future<String> waiting = another.submit(() -> turns.await(() -> "never"));
                assertThatThrownBy(waiting::get).hasCauseInstanceOf(SQLTimeoutException.class);
                return "done";
            });
            assertThat(another.submit(() -> turns.await(() -> "next")).get()).isEqualTo("next");
        } finally {
            another.shutdownNow();
        }
    }

    @Test
    void aQueryThatFailsGivesItsTurnBack() throws SQLException {
        Turns turns = new Turns(1, 20);
        assertThatThrownBy(() -> turns.await(() -> {
                    throw new SQLException("broken");
                }))
                .hasMessage("broken");
        assertThat(turns.await(() -> "next")).isEqualTo("next");
    }

    @Test
    void anAnswerWithoutQueriesNeedsNone() throws Exception {
        Turns turns = new Turns(1, 20);
        ExecutorService another = Executors.newSingleThreadExecutor();
        try {
            String answer = turns.await(
                    () -> another.submit(() -> turns.together(() -> "held")).get());
            assertThat(answer).isEqualTo("held");
        } finally {
            another.shutdownNow();
        }
    }

    @Test
    void theQueriesOfAnAnswerNeedOnlyOneTurn() throws SQLException {
        Turns turns = new Turns(1, 20);
        String answer = turns.together(() -> turns.await(() -> "first") + turns.await(() -> " and second"));
        assertThat(answer).isEqualTo("first and second");
        assertThat(turns.await(() -> "next")).isEqualTo("next");
    }
}
