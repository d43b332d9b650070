/**
 * What an address may ask for: period, filters, and what single charts and lists know beyond them, read from the query and
 * described for the API.
 */
@org.jspecify.annotations.NullMarked
package dev.threadline.dashboard.web.parameter;
