/** What operators may see and do, as JSON over HTTP. */
@NullMarked
package csms.hub.operation.api;

import org.jspecify.annotations.NullMarked;
