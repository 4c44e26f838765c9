package csms.hub.channel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Collection;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.apache.sshd.common.session.helpers.AbstractSession;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.pubkey.PublickeyAuthenticator;
import org.apache.sshd.server.session.ServerSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who may log in to the mailboxes: a partner with a key of its own file, which is read anew each time, and the hub. */
final class MailboxLogins implements PublickeyAuthenticator {

    private static final Logger log = LoggerFactory.getLogger(MailboxLogins.class);

    /** A partner needs one or two; more are forgotten connections. */
    private static final int SESSIONS_OF_A_PARTNER = 16;

    private final Path keys;
    private final Collection<String> partners;
    private final PublicKey hub;

    MailboxLogins(Path keys, Collection<String> partners, PublicKey hub) {
        this.keys = keys;
        this.partners = partners;
        this.hub = hub;
    }

    @Override
    public boolean authenticate(String login, PublicKey key, ServerSession session) {
        if (login.equals(MailboxPolicy.HUB)) {
            return KeyUtils.compareKeys(hub, key);
        }
        if (!partners.contains(login) || !holds(keys.resolve(login + ".pub"), key)) {
            return false;
        }
        if (sessions(login, session) >= SESSIONS_OF_A_PARTNER) {
            log.warn("{} has {} SFTP sessions open and gets no further one", login, SESSIONS_OF_A_PARTNER);
            return false;
        }
        return true;
    }

    private static boolean holds(Path file, PublicKey key) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try {
            for (String line : Files.readAllLines(file)) {
                if (!line.isBlank() && !line.strip().startsWith("#") && isKey(line.strip(), key, file)) {
                    return true;
                }
            }
            return false;
        } catch (IOException | UncheckedIOException e) {
            log.warn("Cannot read {}: {}", file, e.toString());
            return false;
        }
    }

    private static boolean isKey(String line, PublicKey key, Path file) {
        try {
            AuthorizedKeyEntry entry = AuthorizedKeyEntry.parseAuthorizedKeyEntry(line);
            if (!entry.getLoginOptions().isEmpty()) {
                // They restrict the key, and the hub does not know how to.
                log.warn("A key in {} has options and is not taken", file);
                return false;
            }
            return KeyUtils.compareKeys(entry.resolvePublicKey(null, PublicKeyEntryResolver.FAILING), key);
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            log.warn("A line of {} is not an OpenSSH public key", file);
            return false;
        }
    }

    private static long sessions(String login, ServerSession session) {
        return session.getFactoryManager() instanceof SshServer server
                ? server.getActiveSessions().stream()
                        .filter(AbstractSession::isAuthenticated)
                        .filter(other -> login.equals(other.getUsername()))
                        .count()
                : 0;
    }
}
