package dev.threadline.jobs.publish;

import dev.threadline.jobs.audit.Audit;
import dev.threadline.jobs.pipeline.Built;
import java.util.List;

/**
 * What was built and may be published.
 *
 * @param findings of the audit, which broke no law
 */
record Audited(Built built, List<Audit.Finding> findings) {}
