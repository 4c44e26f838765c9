package csms.hub.operation.api;

import csms.hub.channel.HubKeys;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** What whoever changes something must show: {@code Authorization: Bearer} and the token in {@code <data>/keys}. */
@Component
class OperatorToken {

    private static final String SCHEME = "Bearer ";

    private final byte[] token;

    OperatorToken(HubKeys keys) {
        this.token = keys.operatorToken().getBytes(StandardCharsets.US_ASCII);
    }

    /** @throws ResponseStatusException 401 when nothing is shown, 403 when it is another token */
    void check(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith(SCHEME)) {
            throw new ResponseStatusException(
                    HttpStatus.UNAUTHORIZED,
                    "Show the operator's token: Authorization: Bearer and what is in <data>/keys/operator-token");
        }
        byte[] shown = authorization.substring(SCHEME.length()).strip().getBytes(StandardCharsets.US_ASCII);
        if (!MessageDigest.isEqual(shown, token)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, "This is not the operator's token");
        }
    }
}
