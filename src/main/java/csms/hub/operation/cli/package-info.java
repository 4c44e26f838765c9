/** The command line. */
@NullMarked
package csms.hub.operation.cli;

import org.jspecify.annotations.NullMarked;
