package dev.threadline.dashboard.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {

    private static final InetAddress HERE = address("192.0.2.1");
    private static final InetAddress THERE = address("192.0.2.2");

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-04-01T08:00:00Z"));
    private final LoginThrottle throttle = new LoginThrottle(now::get);

    @Test
    void eachFailureAfterTheFreeOnesDoublesTheWaitUpToItsLongest() {
        fail("lea", HERE, LoginThrottle.FREE_FAILURES - 1);
        assertThat(throttle.waitOf("lea", HERE)).isZero();
        fail("lea", HERE, 1);
        assertThat(throttle.waitOf("lea", HERE)).hasSeconds(1);
        fail("lea", HERE, 1);
        assertThat(throttle.waitOf("lea", HERE)).hasSeconds(2);
        fail("lea", HERE, 40);
        assertThat(throttle.waitOf("lea", HERE)).isEqualTo(LoginThrottle.LONGEST_WAIT);
    }

    @Test
    void theSameNameElsewhereAndOtherNamesHereNeedNotWait() {
        fail("lea", HERE, 10);
        assertThat(throttle.waitOf("lea", THERE)).isZero();
        assertThat(throttle.waitOf("vera", HERE)).isZero();
    }

    @Test
    void anAddressThatTriesManyNamesMustWait() {
        for (int i = 0; i < LoginThrottle.FREE_FAILURES_OF_ADDRESS; i++) {
            fail("name" + i, HERE, 1);
        }
        assertThat(throttle.waitOf("vera", HERE)).isPositive();
        assertThat(throttle.waitOf("vera", THERE)).isZero();
    }

    @Test
    void aHouseholdOfVersionSixIsOneAddress() {
        fail("lea", address("2001:db8::1"), 10);
        assertThat(throttle.waitOf("lea", address("2001:db8::ffff:2"))).isPositive();
        assertThat(throttle.waitOf("lea", address("2001:db8:0:1::1"))).isZero();
    }

    @Test
    void successAndTimeForget() {
        fail("lea", HERE, 10);
        throttle.succeeded("lea", HERE);
        assertThat(throttle.waitOf("lea", HERE)).isZero();
        fail("lea", HERE, 10);
        now.updateAndGet(instant -> instant.plus(LoginThrottle.FORGOTTEN_AFTER).plus(Duration.ofSeconds(1)));
        fail("lea", HERE, 1);
        assertThat(throttle.waitOf("lea", HERE)).isZero();
    }

    @Test
    void memoryIsBounded() {
        for (int i = 0; i < 3 * LoginThrottle.MOST_REMEMBERED; i++) {
            fail("name" + i, address("10.%d.%d.1".formatted(i / 256, i % 256)), 1);
        }
        assertThat(throttle.remembered()).isEqualTo(2 * LoginThrottle.MOST_REMEMBERED);
    }

    private void fail(String name, InetAddress address, int times) {
        for (int i = 0; i < times; i++) {
            throttle.failed(name, address);
        }
    }

    private static InetAddress address(String digits) {
        try {
            return InetAddress.getByName(digits);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
