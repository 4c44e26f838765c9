/** The pages of the console. */
@NullMarked
package csms.hub.operation.console;

import org.jspecify.annotations.NullMarked;
