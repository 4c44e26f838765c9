/** Whom CSMS knows: the compact person index and the matching rules. */
@NullMarked
package csms.hub.participant;

import org.jspecify.annotations.NullMarked;
