package csms.hub.channel;

import java.security.SecureRandom;
import java.util.HexFormat;

/** A password or token that the hub makes up. */
final class Secret {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Secret() {}

    /** 256 random bits as 64 hexadecimal digits. */
    static String random() {
        byte[] bits = new byte[32];
        RANDOM.nextBytes(bits);
        return HexFormat.of().formatHex(bits);
    }
}
