/** Settings of partners and exchanges. */
@NullMarked
package csms.hub.partner;

import org.jspecify.annotations.NullMarked;
