/** Invented records, files and people for the tests of every package. */
@NullMarked
package csms.hub.testing;

import org.jspecify.annotations.NullMarked;
