/**
 * What differs between database servers, behind one interface; and the one place that opens
 * connections.
 */
@NullMarked
package io.github.schemagitops.dialect;

import org.jspecify.annotations.NullMarked;
