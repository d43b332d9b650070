package dev.threadline.dashboard.access;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Who has signed in, by the secret in their cookie. Kept in memory: after a restart everybody signs in again. */
final class Sessions {

    /** A working day without a question. */
    static final Duration LONGEST_PAUSE = Duration.ofHours(12);

    static final Duration LONGEST = Duration.ofDays(7);
    static final int MOST = 10_000;
    private static final int SECRET_BYTES = 32;

    private record Session(Visitor visitor, Instant beganAt, Instant usedAt) {

        boolean isOverAt(Instant now) {
            return !now.isBefore(beganAt.plus(LONGEST)) || !now.isBefore(usedAt.plus(LONGEST_PAUSE));
        }
    }

    private final SecureRandom random = new SecureRandom();
    private final InstantSource time;

    /** The least recently used first, which goes when there are too many. */
    private final Map<String, Session> bySecret = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Session> eldest) {
            return size() > MOST;
        }
    };

    Sessions(InstantSource time) {
        this.time = time;
    }

    /** Begins a session and says its secret. */
    synchronized String begin(Visitor visitor) {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        bySecret.put(secret, new Session(visitor, time.instant(), time.instant()));
        return secret;
    }

    /** Whose session it is, if it is one and not over. */
    synchronized Optional<Visitor> visitor(String secret) {
        Session session = bySecret.get(secret);
        if (session == null) {
            return Optional.empty();
        }
        Instant now = time.instant();
        if (session.isOverAt(now)) {
            bySecret.remove(secret);
            return Optional.empty();
        }
        bySecret.put(secret, new Session(session.visitor, session.beganAt, now));
        return Optional.of(session.visitor);
    }

    synchronized void end(String secret) {
        bySecret.remove(secret);
    }
}
