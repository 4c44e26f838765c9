/** Bindy as the second opinion on the layouts that it can express. */
@NullMarked
package csms.hub.bindy;

import org.jspecify.annotations.NullMarked;
