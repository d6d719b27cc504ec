/** Migration engines behind one interface: read files, read history, apply. */
@NullMarked
package io.github.schemagitops.engine;

import org.jspecify.annotations.NullMarked;
