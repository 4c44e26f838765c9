package csms.hub.channel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a PostgreSQL server writes into its data directory while it lives: postmaster.pid.
 *
 * @param process its process number
 * @param port it listens on, 0 while it does not say
 */
record PostmasterFile(long process, int port) {

    /** Number, name and state in /proc/N/stat. */
    private static final Pattern STATUS = Pattern.compile("\\d+ \\((.*)\\) (\\w)");

    static Path in(Path database) {
        return database.resolve("postmaster.pid");
    }

    /** What the file says now; empty when there is none or it is not yet written. */
    static Optional<PostmasterFile> read(Path database) throws IOException {
        try {
            List<String> lines = Files.readAllLines(in(database));
            if (lines.isEmpty()) {
                return Optional.empty();
            }
            long process = Long.parseLong(lines.get(0).strip());
            int port = lines.size() > 3 ? Integer.parseInt(lines.get(3).strip()) : 0;
            return Optional.of(new PostmasterFile(process, port));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (NumberFormatException e) {
            throw new IOException("Not understood: " + in(database), e);
        }
    }

    /** Whether the process lives and is a PostgreSQL server: its number may have gone to another program since. */
    boolean lives() {
        // The kernel's own word, where there is one: readable for a server of another user, and it tells a process that
        // has ended but was not waited for, as under a container's first process.
        Path status = Path.of("/proc", Long.toString(process), "stat");
        if (Files.isDirectory(Path.of("/proc/self"))) {
            try {
                Matcher line = STATUS.matcher(Files.readString(status));
                return line.lookingAt()
                        && line.group(1).startsWith("postgres")
                        && !line.group(2).matches("[ZX]");
            } catch (IOException e) {
                return false;
            }
        }
        return ProcessHandle.of(process)
                .filter(ProcessHandle::isAlive)
                .flatMap(handle -> handle.info().command())
                .map(command -> command.contains("postgres"))
                .orElse(false);
    }
}
