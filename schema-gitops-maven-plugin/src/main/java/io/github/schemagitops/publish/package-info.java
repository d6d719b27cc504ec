/**
 * Tells others what a check of a real database found out: webhooks and metrics. The only place that
 * speaks HTTP.
 */
@NullMarked
package io.github.schemagitops.publish;

import org.jspecify.annotations.NullMarked;
