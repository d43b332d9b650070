package dev.threadline.jobs.audit;

import java.util.List;
import java.util.stream.Collectors;

/** The tables of a build break a law: a defect of Threadline's, so nothing was published. */
public final class AuditFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Throws if any law was broken. */
    public static void throwIfBroken(List<Audit.Finding> findings) {
        List<Audit.Finding> broken =
                findings.stream().filter(finding -> finding.violations() != 0).toList();
        if (!broken.isEmpty()) {
            throw new AuditFailure(broken);
        }
    }

    private AuditFailure(List<Audit.Finding> broken) {
        super(
                "The audit found "
                        + broken.stream()
                                .map(finding -> "\"" + finding.law() + "\" broken " + finding.violations() + " times")
                                .collect(Collectors.joining(", "))
                        + ". Nothing was published, the last publication stays. This is a defect of Threadline, please report it.");
    }
}
