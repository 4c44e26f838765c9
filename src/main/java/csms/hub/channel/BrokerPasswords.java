package csms.hub.channel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The passwords of the broker's users, one from each user's environment variable. */
final class BrokerPasswords {

    private static final Logger log = LoggerFactory.getLogger(BrokerPasswords.class);

    private BrokerPasswords() {}

    /** The variable of a user: {@code HUB_BROKER_PASSWORD_NYC_PAYROLL} of {@code nyc-payroll}. */
    static String variable(String user) {
        return "HUB_BROKER_PASSWORD_" + user.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /**
     * Reads the passwords; a user without one has his name for password, which is told in one warning.
     *
     * @throws IllegalStateException in production, when a password is missing or is the user's name
     */
    static Map<String, String> read(
            Collection<String> users, Function<String, @Nullable String> variables, boolean production) {
        Map<String, String> passwords = new TreeMap<>();
        List<String> guessable = new ArrayList<>();
        for (String user : users) {
            String password = variables.apply(variable(user));
            if (password == null || password.isBlank() || password.equals(user)) {
                guessable.add(variable(user));
                password = user;
            }
            passwords.put(user, password);
        }
        if (!guessable.isEmpty() && production) {
            throw new IllegalStateException("In production every broker user needs a password of its own. Set "
                    + String.join(", ", guessable) + " to something other than the user's name.");
        }
        if (!guessable.isEmpty()) {
            log.warn("The broker's passwords are the users' names, for want of {}", String.join(", ", guessable));
        }
        return passwords;
    }
}
