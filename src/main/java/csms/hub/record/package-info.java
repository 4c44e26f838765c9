/** One fixed-length record: a view over bytes, read and written by its layout. */
@NullMarked
package csms.hub.record;

import org.jspecify.annotations.NullMarked;
