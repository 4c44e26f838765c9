/** The canonical data model of what CSMS is told. */
@NullMarked
package csms.hub.update;

import org.jspecify.annotations.NullMarked;
