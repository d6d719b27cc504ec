/** What a goal reports, and the writers that turn it into text. */
@NullMarked
package io.github.schemagitops.report;

import org.jspecify.annotations.NullMarked;
