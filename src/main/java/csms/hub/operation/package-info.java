/** Health, metrics, console, command line. */
@NullMarked
package csms.hub.operation;

import org.jspecify.annotations.NullMarked;
