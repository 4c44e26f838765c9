package csms.hub.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BrokerPasswordsTest {

    @Test
    void readsEachUsersVariable() {
        Map<String, String> variables =
                Map.of("HUB_BROKER_PASSWORD_CSMS", "one", "HUB_BROKER_PASSWORD_NYC_PAYROLL", "two");

        assertThat(BrokerPasswords.read(List.of("csms", "nyc-payroll"), variables::get, true))
                .containsOnly(Map.entry("csms", "one"), Map.entry("nyc-payroll", "two"));
    }

    @Test
    void takesTheUsersNameInTest() {
        assertThat(BrokerPasswords.read(List.of("dmv"), variable -> null, false))
                .containsOnly(Map.entry("dmv", "dmv"));
    }

    @Test
    void refusesGuessablePasswordsInProduction() {
        Map<String, String> variables = Map.of("HUB_BROKER_PASSWORD_CSMS", "one", "HUB_BROKER_PASSWORD_WMS", "wms");

        assertThatThrownBy(() -> BrokerPasswords.read(List.of("csms", "dmv", "wms"), variables::get, true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("HUB_BROKER_PASSWORD_DMV, HUB_BROKER_PASSWORD_WMS")
                .hasMessageNotContaining("HUB_BROKER_PASSWORD_CSMS");
    }
}
