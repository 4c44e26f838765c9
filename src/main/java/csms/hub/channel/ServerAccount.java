package csms.hub.channel;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The way in which the PostgreSQL programs are run so that none of them is root, which they refuse to be.
 *
 * @param prefix what stands before the program on the command line; empty to run it as we are
 * @param owner the number of the user that the server's files are handed to; -1 when they stay ours
 */
record ServerAccount(List<String> prefix, int owner) {

    private static final Set<String> KEPT_VARIABLES = Set.of("PATH", "TMPDIR", "TEMP", "TMP", "SystemRoot");

    /** In a namespace whose only user is nobody: outside it is root still, so the files stay root's. */
    private static final ServerAccount USER_NAMESPACE = new ServerAccount(List.of("unshare", "--user", "--"), -1);

    /**
     * The account that can run the programs here.
     *
     * @param home the server's folder: programs, password and database
     * @param database the database's folder, which may not be there yet; its owner is kept
     */
    static ServerAccount choose(Path home, Path database, PostgresBinaries programs) throws IOException {
        if (PostgresBinaries.windows() || new UnixSystem().getUid() != 0) {
            return new ServerAccount(List.of(), -1);
        }
        List<ServerAccount> ways = new ArrayList<>();
        int owner = Files.exists(database) ? owner(database) : 0;
        if (owner != 0) {
            ways.add(setpriv(owner));
        } else {
            ways.add(USER_NAMESPACE);
            if (!Files.exists(database)) {
                for (String name : List.of("postgres", "nobody")) {
                    int uid = numberOf(name);
                    if (uid > 0) {
                        ways.add(setpriv(uid));
                        ways.add(runuser(name, uid));
                    }
                }
            }
        }
        for (ServerAccount way : ways) {
            if (way.works(home, programs)) {
                return way;
            }
        }
        throw new IOException("PostgreSQL does not run as root, and here it can run neither in a user namespace nor as"
                + " the users postgres or nobody (tried: "
                + String.join(
                        "; ",
                        ways.stream().map(way -> String.join(" ", way.prefix)).toList())
                + "). Start the hub as an ordinary user, or set spring.datasource.url to a PostgreSQL server.");
    }

    static ServerAccount setpriv(int uid) {
        return new ServerAccount(List.of("setpriv", "--reuid=" + uid, "--regid=" + uid, "--clear-groups", "--"), uid);
    }

    private static ServerAccount runuser(String name, int uid) {
        return new ServerAccount(List.of("runuser", "-u", name, "--"), uid);
    }

    /** Gives the folder and all in it to the account's user. */
    void handOver(Path folder) throws IOException {
        if (owner >= 0) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : (Iterable<Path>) files::iterator) {
                    Files.setAttribute(file, "unix:uid", owner, LinkOption.NOFOLLOW_LINKS);
                }
            }
        }
    }

    /**
     * Runs a program to its end, with an environment that has none of the hub's secrets.
     *
     * @param output the file that gets what it prints
     * @return its exit code
     */
    int run(Path directory, Path output, List<String> command) throws IOException {
        List<String> words = new ArrayList<>(prefix);
        words.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of(PostgresBinaries.windows() ? "NUL" : "/dev/null")
                        .toFile()));
        builder.environment().keySet().retainAll(KEPT_VARIABLES);
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        try {
            if (!process.waitFor(10, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IOException("No end after 10 minutes: " + String.join(" ", words));
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted: " + String.join(" ", words), e);
        }
    }

    private boolean works(Path home, PostgresBinaries programs) {
        Path output = home.resolve("command.log");
        try {
            handOver(home);
            return run(home, output, List.of(programs.program("initdb"), "--version")) == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static int owner(Path folder) throws IOException {
        return (Integer) Objects.requireNonNull(Files.getAttribute(folder, "unix:uid"));
    }

    private static int numberOf(String user) throws IOException {
        Path users = Path.of("/etc/passwd");
        if (Files.isReadable(users)) {
            for (String line : Files.readAllLines(users)) {
                String[] fields = line.split(":", -1);
                if (fields.length > 2 && fields[0].equals(user)) {
                    return Integer.parseInt(fields[2]);
                }
            }
        }
        return -1;
    }
}
