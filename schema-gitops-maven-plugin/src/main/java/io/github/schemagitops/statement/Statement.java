package io.github.schemagitops.statement;

/** What one SQL statement says. */
public interface Statement {}
