package dev.threadline.jobs.calibrate;

import dev.threadline.jobs.gold.GoldLabels;
import dev.threadline.jobs.thread.Kind;
import dev.threadline.jobs.thread.Message;
import dev.threadline.jobs.thread.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A log of a business whose conversations end after six hours of silence, whoever speaks and on whatever channel. */
final class SixHourLog {

    private static final long MONDAY = 1_767_571_200_000L;
    private static final long MINUTE = 60_000;
    private static final double LONGEST_MINUTES = 20_000;

    final List<List<Message>> threads = new ArrayList<>();
    final GoldLabels labels = new GoldLabels();

    SixHourLog(long seed, int size) {
        Random random = new Random(seed);
        for (int i = 0; i < size; i++) {
            threads.add(thread("t" + i, i % 3 == 0 ? "email" : "sms", random));
        }
    }

    private List<Message> thread(String id, String channel, Random random) {
        List<Message> thread = new ArrayList<>();
        long at = MONDAY;
        int conversation = 0;
        for (int i = 0; i < 20; i++) {
            Role role = random.nextBoolean() ? Role.CUSTOMER : Role.AGENT;
            String sender = role == Role.CUSTOMER ? "c" + id : "a1";
            String message = "m" + i;
            thread.add(new Message(
                    "test",
                    id,
                    message,
                    at,
                    role,
                    sender,
                    Kind.MESSAGE,
                    null,
                    null,
                    channel,
                    null,
                    "c" + id,
                    null,
                    false,
                    false,
                    0,
                    0));
            labels.put("test", id, message, "k" + conversation);
            long gap = (long) (MINUTE * Math.pow(LONGEST_MINUTES, random.nextDouble()));
            conversation += gap >= 6 * 60 * MINUTE ? 1 : 0;
            at += gap;
        }
        return thread;
    }
}
