/** Whether the hub can work, how its partners are, and its figures. */
@NullMarked
package csms.hub.operation.health;

import org.jspecify.annotations.NullMarked;
