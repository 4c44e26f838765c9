package csms.hub.channel;

import static org.assertj.core.api.Assertions.assertThat;

import csms.hub.channel.MailboxPlace.Box;
import csms.hub.channel.MailboxPolicy.Action;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailboxPolicyTest {

    private static final MailboxPlace HOME = new MailboxPlace("ssa", null, null);
    private static final MailboxPlace TO_CSMS = new MailboxPlace("ssa", Box.TO_CSMS, null);
    private static final MailboxPlace SENT = new MailboxPlace("ssa", Box.TO_CSMS, "F.TXT");
    private static final MailboxPlace ANSWER = new MailboxPlace("ssa", Box.FROM_CSMS, "F.TXT.ack");

    @Test
    void letsThePartnerLeaveFilesAndFetchAnswers() {
        assertThat(permitted("ssa", SENT))
                .containsExactlyInAnyOrder(Action.LOOK, Action.WRITE, Action.RENAME, Action.REMOVE);
        assertThat(permitted("ssa", ANSWER)).containsExactlyInAnyOrder(Action.LOOK, Action.READ, Action.REMOVE);
    }

    @Test
    void letsTheHubTakeFilesAndLeaveAnswers() {
        assertThat(permitted("hub", SENT)).containsExactlyInAnyOrder(Action.LOOK, Action.READ, Action.REMOVE);
        assertThat(permitted("hub", ANSWER)).containsExactlyInAnyOrder(Action.values());
    }

    @Test
    void letsNobodyChangeAFolder() {
        for (String login : Set.of("ssa", "hub")) {
            assertThat(permitted(login, HOME)).containsExactly(Action.LOOK);
            assertThat(permitted(login, TO_CSMS)).containsExactly(Action.LOOK);
        }
    }

    @Test
    void letsNobodyIntoAnothersMailbox() {
        assertThat(permitted("irs", SENT)).isEmpty();
        assertThat(permitted("irs", ANSWER)).isEmpty();
        assertThat(permitted("irs", HOME)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ssa, '', /",
        "ssa, ., /",
        "ssa, /, /",
        "ssa, to-csms, /to-csms",
        "ssa, /to-csms/F.TXT, /to-csms/F.TXT",
        "ssa, to-csms/../../../from-csms//./F.ack, /from-csms/F.ack",
        "ssa, ../../.., /",
        "hub, /ssa/to-csms/F.TXT, /ssa/to-csms/F.TXT",
        "hub, ../ssa/../irs, /irs",
    })
    void findsThePlaceOfAPath(String login, String path, String seen) {
        assertThat(MailboxPlace.named(login, path).orElseThrow().seenBy(login)).isEqualTo(seen);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc",
                "F.TXT",
                "../irs/to-csms",
                "to-csms/folder/F.TXT",
                "/to-csms/new\nline",
                "to-csms/\0",
                "../../etc/passwd"
            })
    void knowsNoOtherPlace(String path) {
        assertThat(MailboxPlace.named("ssa", path)).isEmpty();
    }

    private static Set<Action> permitted(String login, MailboxPlace place) {
        Set<Action> permitted = EnumSet.noneOf(Action.class);
        for (Action action : Action.values()) {
            if (MailboxPolicy.permits(login, action, place)) {
                permitted.add(action);
            }
        }
        return permitted;
    }
}
