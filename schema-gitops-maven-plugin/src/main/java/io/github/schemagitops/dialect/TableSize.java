package io.github.schemagitops.dialect;

import java.util.OptionalLong;

/**
 * How large a server believes a table to be.
 *
 * @param name as SQL needs it, with its schema; on MySQL and MariaDB without it in the connected
 *     database
 * @param rows estimated number; empty when the server has no estimate
 * @param bytes on disk, with indexes and what is stored beside the rows; empty when not known
 */
public record TableSize(String name, OptionalLong rows, OptionalLong bytes) {}
