/** Message Translator: record to updates, with named conversions. */
@NullMarked
package csms.hub.translation;

import org.jspecify.annotations.NullMarked;
