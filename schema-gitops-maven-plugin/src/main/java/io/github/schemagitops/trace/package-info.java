/** What statements did on a real server: locks, scans, rewrites. */
@NullMarked
package io.github.schemagitops.trace;

import org.jspecify.annotations.NullMarked;
