/** The documentation is kept true by tests: tables, links, check ids, decision records. */
@NullMarked
package io.github.schemagitops.docs;

import org.jspecify.annotations.NullMarked;
