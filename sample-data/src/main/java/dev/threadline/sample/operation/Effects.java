package dev.threadline.sample.operation;

/**
 * The effects that a study of the log should find again, each with its true size.
 *
 * @param messagingSaving how much less attention a reply on a messaging channel takes than the same reply elsewhere
 * @param focus how many conversations at once an agent carries without getting slower
 * @param slowdown how much longer each reply takes per conversation beyond the focus
 * @param silentLeavers the share of customers who stop waiting that go without a word
 * @param patienceMinutes the median time that a customer in a live chat waits for a human
 * @param botContainment the share of conversations met by a bot that it settles alone
 * @param transfers the share of conversations that are handed to another team
 * @param transferRepeats how many times as likely a customer comes back after a transfer
 * @param thanks the share of customers who say thanks once answered
 */
public record Effects(
        double messagingSaving,
        int focus,
        double slowdown,
        double silentLeavers,
        double patienceMinutes,
        double botContainment,
        double transfers,
        double transferRepeats,
        double thanks) {

    /** The effects unless told otherwise. */
    public static final Effects DEFAULT = new Effects(0.30, 5, 0.20, 0.40, 9, 0.30, 0.07, 2.0, 0.45);
}
