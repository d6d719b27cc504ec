/** MySQL and MariaDB: the observer of statements. */
@NullMarked
package io.github.schemagitops.dialect.mysql;

import org.jspecify.annotations.NullMarked;
