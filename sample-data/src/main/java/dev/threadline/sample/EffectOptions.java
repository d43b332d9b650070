package dev.threadline.sample;

import dev.threadline.sample.operation.Effects;
import picocli.CommandLine.Option;

/** The size of each effect that a study of the log should find again. */
final class EffectOptions {

    @Option(
            names = "--messaging-saving",
            paramLabel = "SHARE",
            defaultValue = "0.30",
            description = "How much less attention a reply takes on sms, whatsapp and messenger (${DEFAULT-VALUE}).")
    double messagingSaving;

    @Option(
            names = "--focus",
            paramLabel = "N",
            defaultValue = "5",
            description = "Conversations at once up to which an agent is not slowed down (${DEFAULT-VALUE}).")
    int focus;

    @Option(
            names = "--slowdown",
            paramLabel = "SHARE",
            defaultValue = "0.20",
            description = "How much longer a reply takes per conversation beyond that (${DEFAULT-VALUE}).")
    double slowdown;

    @Option(
            names = "--silent-leavers",
            paramLabel = "SHARE",
            defaultValue = "0.40",
            description = "Of the customers who stop waiting, those who go without a word (${DEFAULT-VALUE}).")
    double silentLeavers;

    @Option(
            names = "--patience",
            paramLabel = "MINUTES",
            defaultValue = "9",
            description = "Median time that a customer in a live chat waits for a human (${DEFAULT-VALUE}).")
    double patienceMinutes;

    @Option(
            names = "--bot-containment",
            paramLabel = "SHARE",
            defaultValue = "0.30",
            description = "Of the conversations that a bot meets, those it settles alone (${DEFAULT-VALUE}).")
    double botContainment;

    @Option(
            names = "--transfers",
            paramLabel = "SHARE",
            defaultValue = "0.07",
            description = "Of the conversations that reach a person, those handed to another team (${DEFAULT-VALUE}).")
    double transfers;

    @Option(
            names = "--transfer-repeats",
            paramLabel = "FACTOR",
            defaultValue = "2.0",
            description = "How many times as likely a customer comes back after a transfer (${DEFAULT-VALUE}).")
    double transferRepeats;

    @Option(
            names = "--thanks",
            paramLabel = "SHARE",
            defaultValue = "0.45",
            description = "Of the customers who were answered, those who say thanks (${DEFAULT-VALUE}).")
    double thanks;

    Effects effects() {
        Limits.checkShare("--messaging-saving", messagingSaving, 0.95);
        Limits.check("--focus", focus, 0, 1_000);
        Limits.checkShare("--slowdown", slowdown, 10);
        Limits.checkShare("--silent-leavers", silentLeavers, 1);
        Limits.checkShare("--patience", patienceMinutes, 10_000);
        Limits.checkShare("--bot-containment", botContainment, 0.65);
        Limits.checkShare("--transfers", transfers, 1);
        Limits.checkShare("--transfer-repeats", transferRepeats, 10);
        Limits.checkShare("--thanks", thanks, 1);
        return new Effects(
                messagingSaving,
                focus,
                slowdown,
                silentLeavers,
                patienceMinutes,
                botContainment,
                transfers,
                transferRepeats,
                thanks);
    }
}
