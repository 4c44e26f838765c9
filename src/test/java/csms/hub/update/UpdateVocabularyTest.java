package csms.hub.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class UpdateVocabularyTest {

    private static UpdateVocabulary vocabulary;

    @BeforeAll
    static void load() throws IOException {
        vocabulary = UpdateVocabulary.load(Path.of("mappings/csms"));
    }

    @Test
    void knowsTheUpdatesAndTheIndexEntry() {
        assertThat(vocabulary.types()).hasSize(24).contains("benefit-reported", "update-withdrawn", "participant");
        assertThat(vocabulary.knows("death-reported")).isTrue();
        assertThat(vocabulary.knows("csms.death-reported")).isFalse();
        assertThat(vocabulary.description("death-reported")).startsWith("The death of a person");
    }

    @Test
    void findsFieldsInObjectsAndLists() {
        assertThat(vocabulary.hasField("address-located", List.of("address", "line1")))
                .isTrue();
        assertThat(vocabulary.hasField("benefit-reported", List.of("history[]", "month")))
                .isTrue();
        assertThat(vocabulary.hasField("benefit-reported", List.of("history", "month")))
                .isFalse();
        assertThat(vocabulary.hasField("submission-acknowledged", List.of("codes[]")))
                .isTrue();
        assertThat(vocabulary.hasField("interstate-case-matched", List.of("associated[]", "name", "last")))
                .isTrue();
        assertThat(vocabulary.hasField("interstate-transaction-received", List.of("orders[]", "orderFreqAmount")))
                .isTrue();
        assertThat(vocabulary.hasField("address-located", List.of("street"))).isFalse();
        assertThat(vocabulary.hasField("birth-reported", List.of("date"))).isFalse();
    }

    @Test
    void hasLinesWhereverThereIsAnAddress() {
        assertThat(vocabulary.kindOf("address-located", List.of("address", "lines")))
                .isEqualTo(Kind.LINES);
        assertThat(vocabulary.kindOf("claim-matched", List.of("claim", "insurer", "address", "lines")))
                .isEqualTo(Kind.LINES);
        assertThat(vocabulary.hasField("death-reported", List.of("lastResidence", "lines")))
                .isFalse();
    }

    @Test
    void tellsWhatStandsInAField() {
        assertThat(kind("benefit-reported", "amount")).isEqualTo(Kind.MONEY);
        assertThat(kind("benefit-reported", "entitledOn")).isEqualTo(Kind.DATE_OR_MONTH);
        assertThat(kind("benefit-reported", "history[]")).isEqualTo(Kind.ROWS);
        assertThat(kind("benefit-reported", "payee")).isEqualTo(Kind.OBJECT);
        assertThat(kind("benefit-reported", "medicareA")).isEqualTo(Kind.FLAG);
        assertThat(kind("benefit-reported", "familyViolence")).isEqualTo(Kind.FLAG);
        assertThat(kind("benefit-reported", "reported")).isEqualTo(Kind.DATE);
        assertThat(kind("benefit-reported", "program")).isEqualTo(Kind.TEXT);
        assertThat(kind("assistance-changed", "children")).isEqualTo(Kind.NUMBER);
        assertThat(kind("identity-verified", "otherSsns[]")).isEqualTo(Kind.SSN);
        assertThat(kind("income-reported", "period")).isEqualTo(Kind.PERIOD);
        assertThat(kind("payment-intercepted", "year")).isEqualTo(Kind.YEAR);
        assertThatThrownBy(() -> kind("benefit-reported", "street")).hasMessage("no street in benefit-reported");
    }

    @Test
    void tellsTheWordsThatAFieldMayHold() {
        assertThat(vocabulary.field("death-reported", List.of("change")))
                .hasValueSatisfying(field -> assertThat(field.words()).containsExactly("added", "changed", "deleted"));
        assertThat(vocabulary.field("benefit-reported", List.of("status")))
                .hasValueSatisfying(field -> assertThat(field.words()).isEmpty());
    }

    @Test
    void tellsWhatEveryUpdateOfATypeHas() {
        assertThat(vocabulary.required("address-located")).containsExactlyInAnyOrder("person", "address", "kind");
        assertThat(vocabulary.required("claim-matched")).containsExactlyInAnyOrder("person", "claim", "claim.number");
        assertThat(vocabulary.required("employment-reported")).containsExactly("person");
        assertThatThrownBy(() -> vocabulary.required("birth-reported")).hasMessage("no update of type birth-reported");
    }

    @Test
    void suggestsWhatMayHaveBeenMeant() {
        assertThat(vocabulary.suggestions("benefit-reported", List.of("entitledon")))
                .startsWith("entitledOn");
        assertThat(vocabulary.suggestions("address-located", List.of("line1"))).startsWith("address.line1");
        assertThat(vocabulary.suggestions("benefit-reported", List.of("history", "month")))
                .startsWith("history[].month");
        assertThat(vocabulary.suggestions("submission-acknowledged", List.of("codes")))
                .startsWith("codes[]");
        assertThat(vocabulary.suggestions("address-located", List.of("xylophone")))
                .isEmpty();
        assertThat(vocabulary.suggestions("benefits-reported")).startsWith("benefit-reported");
    }

    private static Kind kind(String type, String... path) {
        return vocabulary.kindOf(type, List.of(path));
    }
}
