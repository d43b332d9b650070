package dev.threadline.jobs.reference;

/** The core agrees with the reference. */
class CoreAgreesWithReferenceTest extends AgreesWithReference {

    @Override
    Engine engine() {
        return new CoreInMemory();
    }
}
