package io.github.schemagitops.engine.flyway;

/**
 * A string, quoted name, dollar-quoted body or comment that is never closed. Flyway's parser takes
 * the end of the file for its end and says nothing, so the rest of the file would silently be part
 * of it.
 *
 * @param what for people, for instance {@code string}
 * @param offset where it opens
 */
record OpenQuote(String what, int offset) {}
