package dev.threadline.ingestion.warehouse;

/** A duration that a person waits or works, in milliseconds by the wall clock and in business hours. */
public interface TwoClocks {

    long wallMs();

    long businessMs();
}
