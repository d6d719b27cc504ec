/** What new migrations do on a throwaway database: traced, undone, run again, with data in it. */
@NullMarked
package io.github.schemagitops.trial;

import org.jspecify.annotations.NullMarked;
