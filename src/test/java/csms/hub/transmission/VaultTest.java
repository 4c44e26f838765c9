package csms.hub.transmission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {

    @TempDir
    Path data;

    private Vault vault() throws IOException {
        return new Vault(data, VaultKey.open(data, true));
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    @Test
    void givesBackTheBytesAtAnyPosition() throws Exception {
        byte[] bytes = random(3_500_000);
        String sha =
                vault().store(new ByteArrayInputStream(bytes), bytes.length, "").sha256();

        Vault later = vault();
        try (var in = later.read(sha)) {
            assertThat(in.readAllBytes()).isEqualTo(bytes);
        }
        try (var channel = later.open(sha)) {
            byte[] slice = Vault.slice(channel, 2_000_123, 1_200_000);
            assertThat(slice).isEqualTo(java.util.Arrays.copyOfRange(bytes, 2_000_123, 3_200_123));
            assertThat(Vault.slice(channel, 5, 3)).isEqualTo(java.util.Arrays.copyOfRange(bytes, 5, 8));
            assertThatThrownBy(() -> Vault.slice(channel, 3_499_999, 2)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void keepsNoByteInTheClear() throws Exception {
        byte[] bytes = "SSN 900123456 ".repeat(100).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        String sha =
                vault().store(new ByteArrayInputStream(bytes), bytes.length, "").sha256();
        Path kept = data.resolve("vault").resolve(sha.substring(0, 2)).resolve(sha);

        assertThat(Files.readString(kept, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("900123456");
    }

    @Test
    void storesTheSameBytesOnce() throws Exception {
        Vault vault = vault();
        byte[] bytes = random(1000);
        String first = vault.store(new ByteArrayInputStream(bytes), 1000, "").sha256();
        String second = vault.store(new ByteArrayInputStream(bytes), 1000, "").sha256();

        assertThat(second).isEqualTo(first);
        vault.drop(first, () -> false);
        try (var in = vault.read(first)) {
            assertThat(in.readAllBytes()).isEqualTo(bytes);
        }
        vault.drop(first, () -> false);
        assertThatThrownBy(() -> vault.read(first)).isInstanceOf(IOException.class);
    }

    @Test
    void removesWhatACrashLeftHalfWritten() throws Exception {
        vault();
        Path half = data.resolve("vault/incoming/half");
        Files.writeString(half, "half");

        vault();

        assertThat(half).doesNotExist();
    }

    @Test
    void noticesAChangedByte() throws Exception {
        Vault vault = vault();
        byte[] bytes = random(1000);
        String sha = vault.store(new ByteArrayInputStream(bytes), 1000, "").sha256();
        Path kept = data.resolve("vault").resolve(sha.substring(0, 2)).resolve(sha);
        byte[] changed = Files.readAllBytes(kept);
        changed[500] ^= 1;
        Files.write(kept, changed);

        try (var in = vault.read(sha)) {
            assertThatThrownBy(in::readAllBytes).isInstanceOf(IOException.class);
        }
    }

    @Test
    void makesItsKeyForItsOwnerOnlyAndRefusesToInProduction() throws Exception {
        assertThatThrownBy(() -> VaultKey.open(data, false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("vault-key.json");
        VaultKey.open(data, true);

        Path key = data.resolve("keys/vault-key.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThat(VaultKey.open(data, false)).isNotNull();
    }
}
