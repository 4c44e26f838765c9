package csms.hub.channel;

import csms.hub.channel.MailboxPlace.Box;
import csms.hub.channel.MailboxPolicy.Action;
import java.io.IOException;
import java.nio.channels.Channel;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.security.Principal;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.sshd.sftp.server.DirectoryHandle;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;
import org.jspecify.annotations.Nullable;

/** The mailboxes' files as SFTP sees them: every operation passes {@link MailboxPolicy} and {@link OpenFiles} here. */
final class MailboxFiles implements SftpFileSystemAccessor {

    private static final Set<StandardOpenOption> WRITING = Set.of(
            StandardOpenOption.WRITE,
            StandardOpenOption.APPEND,
            StandardOpenOption.CREATE,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.TRUNCATE_EXISTING);
    private static final Set<String> TIMES = Set.of("lastModifiedTime", "lastAccessTime");

    private final Path mailboxes;
    private final List<String> partners;
    private final OpenFiles open = new OpenFiles();

    /**
     * The files below a folder.
     *
     * @param mailboxes its real path, without symbolic links
     */
    MailboxFiles(Path mailboxes, List<String> partners) {
        this.mailboxes = mailboxes;
        this.partners = partners;
    }

    @Override
    public Path resolveLocalFilePath(SftpSubsystemProxy client, Path root, String path) throws IOException {
        MailboxPlace place = MailboxPlace.named(login(client), path).orElseThrow(() -> refused(path));
        onDisk(place);
        return root.getFileSystem().getPath(place.seenBy(login(client)));
    }

    @Override
    public SeekableByteChannel openFile(
            SftpSubsystemProxy client,
            @Nullable FileHandle handle,
            Path path,
            @Nullable String name,
            Set<? extends OpenOption> options,
            FileAttribute<?>... ignored)
            throws IOException {
        MailboxPlace place = place(client, path);
        Set<OpenOption> wanted = new HashSet<>(options);
        wanted.add(LinkOption.NOFOLLOW_LINKS);
        if (options.stream().noneMatch(WRITING::contains)) {
            Path file = permitted(client, Action.READ, place);
            OpenFiles.Step<SeekableByteChannel> opening = () -> FileChannel.open(file, wanted);
            return place.box() == Box.TO_CSMS ? open.openToTake(file, opening) : open.openToRead(file, opening);
        }
        Path file = permitted(client, Action.WRITE, place);
        wanted.remove(StandardOpenOption.READ);
        OpenFiles.Step<SeekableByteChannel> opening =
                () -> FileChannel.open(file, wanted, Disk.permissions("rw-------"));
        return handle == null ? open.openToCut(file, opening) : open.openToWrite(file, opening);
    }

    @Override
    public void closeFile(
            SftpSubsystemProxy client,
            @Nullable FileHandle handle,
            Path path,
            @Nullable String name,
            @Nullable Channel channel,
            Set<? extends OpenOption> options)
            throws IOException {
        if (channel != null) {
            channel.close();
        }
    }

    @Override
    public void syncFileData(SftpSubsystemProxy client, FileHandle handle, Path path, String name, Channel channel)
            throws IOException {
        if (channel instanceof MailboxChannel mailbox) {
            mailbox.force();
        }
    }

    /** The names as they are when the client comes to them, without those that the other side is still writing. */
    @Override
    public DirectoryStream<Path> openDirectory(
            SftpSubsystemProxy client, DirectoryHandle handle, Path path, String name, LinkOption... options)
            throws IOException {
        MailboxPlace folder = place(client, path);
        Path directory = permitted(client, Action.LOOK, folder);
        List<String> names = names(folder, directory);
        return new DirectoryStream<>() {
            @Override
            public Iterator<Path> iterator() {
                return names.stream()
                        .filter(entry -> shows(client, folder.below(entry)))
                        .map(path::resolve)
                        .iterator();
            }

            @Override
            public void close() {
                // nothing is held
            }
        };
    }

    private List<String> names(MailboxPlace folder, Path directory) throws IOException {
        if (folder.partner() == null) {
            return partners;
        }
        if (folder.box() == null) {
            return Arrays.stream(Box.values()).map(Box::folder).toList();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private boolean shows(SftpSubsystemProxy client, MailboxPlace place) {
        Path file = place.under(mailboxes);
        return place.isFile()
                ? Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                        && (MailboxPolicy.permits(login(client), Action.WRITE, place) || !open.isBeingWritten(file))
                : Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public Map<String, ?> readFileAttributes(SftpSubsystemProxy client, Path path, String view, LinkOption... options)
            throws IOException {
        Path file = permitted(client, Action.LOOK, place(client, path));
        return Files.readAttributes(file, view, LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public void removeFile(SftpSubsystemProxy client, Path path, boolean isDirectory) throws IOException {
        MailboxPlace place = place(client, path);
        Path file = permitted(client, Action.REMOVE, place);
        OpenFiles.Step<?> removal = () -> {
            Files.delete(file);
            return file;
        };
        if (place.box() == Box.TO_CSMS && login(client).equals(MailboxPolicy.HUB)) {
            open.removeTaken(file, removal);
        } else {
            open.remove(file, removal);
        }
    }

    @Override
    public void renameFile(SftpSubsystemProxy client, Path path, Path newPath, Collection<CopyOption> options)
            throws IOException {
        MailboxPlace from = place(client, path);
        MailboxPlace to = place(client, newPath);
        Path source = permitted(client, Action.RENAME, from);
        Path target = permitted(client, Action.RENAME, to);
        if (from.box() != to.box() || !Objects.equals(from.partner(), to.partner())) {
            throw refused(newPath.toString());
        }
        open.rename(source, target, () -> Files.move(source, target, options.toArray(new CopyOption[0])));
    }

    /** Times are kept. Owners and permissions are the hub's affair, and clients send them unasked: they change nothing. */
    @Override
    public void setFileAttribute(
            SftpSubsystemProxy client, Path path, String view, String name, Object value, LinkOption... options)
            throws IOException {
        Path file = permitted(client, Action.WRITE, place(client, path));
        if (TIMES.contains(name) && value != null) {
            Files.setAttribute(file, "basic:" + name, value, LinkOption.NOFOLLOW_LINKS);
        }
    }

    @Override
    public void setFilePermissions(
            SftpSubsystemProxy client, Path path, Set<PosixFilePermission> permissions, LinkOption... options)
            throws IOException {
        permitted(client, Action.WRITE, place(client, path));
    }

    @Override
    public void setFileOwner(SftpSubsystemProxy client, Path path, Principal value, LinkOption... options)
            throws IOException {
        permitted(client, Action.WRITE, place(client, path));
    }

    @Override
    public void setGroupOwner(SftpSubsystemProxy client, Path path, Principal value, LinkOption... options)
            throws IOException {
        permitted(client, Action.WRITE, place(client, path));
    }

    @Override
    public void setFileAccessControl(SftpSubsystemProxy client, Path path, List<AclEntry> acl, LinkOption... options)
            throws IOException {
        throw refused(path.toString());
    }

    @Override
    public void createDirectory(SftpSubsystemProxy client, Path path) throws IOException {
        throw refused(path.toString());
    }

    @Override
    public void createLink(SftpSubsystemProxy client, Path link, Path existing, boolean symbolic) throws IOException {
        throw refused(link.toString());
    }

    @Override
    public String resolveLinkTarget(SftpSubsystemProxy client, Path link) throws IOException {
        throw refused(link.toString());
    }

    @Override
    public void copyFile(SftpSubsystemProxy client, Path source, Path target, Collection<CopyOption> options)
            throws IOException {
        throw refused(target.toString());
    }

    @Override
    public FileLock tryLock(
            SftpSubsystemProxy client,
            FileHandle handle,
            Path path,
            String name,
            Channel channel,
            long position,
            long size,
            boolean shared)
            throws IOException {
        throw refused(path.toString());
    }

    private MailboxPlace place(SftpSubsystemProxy client, Path path) throws IOException {
        return MailboxPlace.named(login(client), path.toString()).orElseThrow(() -> refused(path.toString()));
    }

    private Path permitted(SftpSubsystemProxy client, Action action, MailboxPlace place) throws IOException {
        Path file = onDisk(place);
        if (!MailboxPolicy.permits(login(client), action, place)) {
            throw refused(place.seenBy(login(client)));
        }
        return file;
    }

    /** The place on disk, which no symbolic link may lead elsewhere. */
    private Path onDisk(MailboxPlace place) throws IOException {
        try {
            Path file = place.under(mailboxes);
            if (Files.isSymbolicLink(file)) {
                throw refused(place.seenBy(String.valueOf(place.partner())));
            }
            Path folder = place.isFile() ? file.getParent() : file;
            if (folder != null && Files.exists(folder) && !folder.toRealPath().equals(folder)) {
                throw refused(place.seenBy(String.valueOf(place.partner())));
            }
            return file;
        } catch (InvalidPathException e) {
            throw refused(place.seenBy(String.valueOf(place.partner())));
        }
    }

    private static String login(SftpSubsystemProxy client) {
        return client.getServerSession().getUsername();
    }

    private static AccessDeniedException refused(String path) {
        return new AccessDeniedException(path);
    }
}
