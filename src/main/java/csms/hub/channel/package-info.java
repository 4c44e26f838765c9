/** The embedded SFTP mailboxes and broker, the embedded database, host keys. */
@NullMarked
package csms.hub.channel;

import org.jspecify.annotations.NullMarked;
