/** Record order and control totals of a whole file. */
@NullMarked
package csms.hub.control;

import org.jspecify.annotations.NullMarked;
