/** The life of one file: vault, journal, batches, fates, publish, replay. */
@NullMarked
package csms.hub.transmission;

import org.jspecify.annotations.NullMarked;
