/** The definitions in plain DuckDB SQL, and the random logs on which the engine is compared with them. */
@org.jspecify.annotations.NullMarked
package dev.threadline.jobs.reference;
