package dev.threadline.jobs.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.jobs.erasure.ThreadTokens.Order;
import dev.threadline.jobs.thread.Utf8Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThreadTokensTest {

    @Test
    void tokensAreRandomAndTellNothingOfTheName() {
        Map<String, String> once =
                ThreadTokens.draw(Set.of("t1", "t2"), List.of()).byThread();
        Map<String, String> again =
                ThreadTokens.draw(Set.of("t1", "t2"), List.of()).byThread();
        assertThat(once.values()).doesNotHaveDuplicates().allMatch(token -> token.matches("[0-9A-Za-z]{24}"));
        assertThat(again.values()).doesNotContainAnyElementsOf(once.values());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void theOrderThatCountsIsKept(int seed) {
        Random random = new Random(seed);
        List<String> threads = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            threads.add(Integer.toString(random.nextInt(1_000_000), 36));
        }
        Set<String> replaced = new TreeSet<>(threads.subList(0, 15));
        List<Order> orders = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String one = threads.get(random.nextInt(30));
            String other = threads.get(random.nextInt(30));
            if (Utf8Order.compare(one, other) < 0) {
                orders.add(new Order(one, other));
            }
        }
        ThreadTokens tokens = ThreadTokens.draw(replaced, orders, random);
        UnaryOperator<String> now = name -> tokens.byThread().getOrDefault(name, name);
        long broken = orders.stream()
                .filter(order -> Utf8Order.compare(now.apply(order.first()), now.apply(order.second())) >= 0)
                .count();
        assertThat(tokens.byThread()).containsOnlyKeys(replaced);
        assertThat(broken).as("two names that leave no room between them").isLessThanOrEqualTo(1);
    }

    @Test
    void aNameThatNoTokenCanKeepTheOrderOfIsReplacedAllTheSame() {
        assertThat(ThreadTokens.draw(Set.of("a"), List.of(new Order("a", "\u0001")))
                        .byThread()
                        .get("a"))
                .matches("[0-9A-Za-z]{24}");
    }
}
