package csms.hub.channel;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;

/** Who may do what at the embedded broker; every user is a role of his own name. */
final class BrokerSecurity {

    /** The hub itself: no partner may be called so. */
    static final String HUB = "hub";

    private static final String CSMS = "csms";
    private static final Role EVERYTHING =
            new Role(HUB, true, true, true, true, true, true, true, true, true, true, true, true);

    private BrokerSecurity() {}

    /** Grants each queue to those who may use it; whatever is not named is the hub's alone. */
    static void grant(Configuration configuration, Collection<String> partners) {
        Map<String, Role> grants = new HashMap<>();
        grants.put(Queues.UPDATES, receive(CSMS));
        grants.put(Queues.RESTRICTED_UPDATES, receive(CSMS));
        grants.put(Queues.OUTCOMES, receive(CSMS));
        grants.put(Queues.REQUESTS, send(CSMS));
        for (String partner : partners) {
            grants.put(Queues.toCsms(partner), send(partner));
            grants.put(Queues.fromCsms(partner), receive(partner));
        }
        configuration.setSecurityEnabled(true);
        configuration.putSecurityRoles("#", Set.of(EVERYTHING));
        grants.forEach((queue, role) -> configuration.putSecurityRoles(queue, Set.of(EVERYTHING, role)));
    }

    /** Knows the users and the hub, and nobody without a password. */
    static ActiveMQSecurityManager users(Map<String, String> passwords, String hubPassword) {
        Map<String, String> users = new HashMap<>(passwords);
        users.put(HUB, hubPassword);
        Map<String, List<String>> roles = new HashMap<>();
        users.keySet().forEach(user -> roles.put(user, List.of(user)));
        return new ActiveMQJAASSecurityManager(
                InVMLoginModule.class.getName(), new SecurityConfiguration(users, roles));
    }

    private static Role send(String user) {
        return new Role(user, true, false, false, false, false, false, false, false);
    }

    private static Role receive(String user) {
        return new Role(user, false, true, false, false, false, false, false, true);
    }
}
