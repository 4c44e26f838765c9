/** The canonical data model of what CSMS asks. */
@NullMarked
package csms.hub.request;

import org.jspecify.annotations.NullMarked;
