/** MySQL and MariaDB: parser, inspection, deploy lock. */
@NullMarked
package io.github.schemagitops.dialect.mysql;

import org.jspecify.annotations.NullMarked;
