/** A play of partner files that shows what the hub does. */
@NullMarked
package csms.hub.operation.demo;

import org.jspecify.annotations.NullMarked;
