/** What the partner is told. */
@NullMarked
package csms.hub.acknowledgment;

import org.jspecify.annotations.NullMarked;
