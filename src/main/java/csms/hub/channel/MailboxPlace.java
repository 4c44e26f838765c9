package csms.hub.channel;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place among the mailboxes: all of them, one partner's home, one of its two boxes, or a file in a box.
 *
 * @param partner whose mailbox, null for all of them
 * @param box which box, null for the partner's home
 * @param file the file's name, null for the box itself
 */
record MailboxPlace(
        @Nullable String partner,
        @Nullable Box box,
        @Nullable String file) {

    /** The two boxes of a mailbox. */
    enum Box {
        /** The partner writes, the hub takes. */
        TO_CSMS("to-csms"),
        /** The hub writes, the partner takes. */
        FROM_CSMS("from-csms");

        private final String folder;

        Box(String folder) {
            this.folder = folder;
        }

        String folder() {
            return folder;
        }

        static Optional<Box> ofFolder(String name) {
            for (Box box : values()) {
                if (box.folder.equals(name)) {
                    return Optional.of(box);
                }
            }
            return Optional.empty();
        }
    }

    /**
     * The place that a login's path names; empty when there can be no such place.
     *
     * @param login a partner, whose root is its home, or the hub, whose root holds all homes
     * @param path as the client sent it, relative to the login's root; {@code ..} does not lead out of it
     */
    static Optional<MailboxPlace> named(String login, String path) {
        List<String> names = new ArrayList<>();
        if (!login.equals(MailboxPolicy.HUB)) {
            names.add(login);
        }
        int root = names.size();
        for (String name : path.split("/", -1)) {
            if (name.equals("..")) {
                if (names.size() > root) {
                    names.remove(names.size() - 1);
                }
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.add(name);
            }
        }
        String partner = names.isEmpty() ? null : names.get(0);
        Optional<Box> box = names.size() < 2 ? Optional.empty() : Box.ofFolder(names.get(1));
        String file = names.size() < 3 ? null : names.get(2);
        boolean impossible =
                names.size() > 3 || (names.size() >= 2 && box.isEmpty()) || (file != null && !printable(file));
        return impossible ? Optional.empty() : Optional.of(new MailboxPlace(partner, box.orElse(null), file));
    }

    /** Where it lies on disk. */
    Path under(Path mailboxes) {
        Path path = mailboxes;
        if (partner != null) {
            path = path.resolve(partner);
        }
        if (box != null) {
            path = path.resolve(box.folder());
        }
        return file == null ? path : path.resolve(file);
    }

    /** The absolute path by which a login names it. */
    String seenBy(String login) {
        StringBuilder path = new StringBuilder();
        if (login.equals(MailboxPolicy.HUB) && partner != null) {
            path.append('/').append(partner);
        }
        if (box != null) {
            path.append('/').append(box.folder());
        }
        if (file != null) {
            path.append('/').append(file);
        }
        return path.isEmpty() ? "/" : path.toString();
    }

    boolean isFile() {
        return file != null;
    }

    /** A place below this one. */
    MailboxPlace below(String name) {
        if (partner == null) {
            return new MailboxPlace(name, null, null);
        }
        return box == null
                ? new MailboxPlace(partner, Box.ofFolder(name).orElseThrow(), null)
                : new MailboxPlace(partner, box, name);
    }

    private static boolean printable(String name) {
        return name.codePoints().noneMatch(Character::isISOControl);
    }
}
