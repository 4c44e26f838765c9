package csms.hub.layout;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import csms.hub.testing.Rows;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowRulesTest {

    private static final String INDICATOR = "positions: 1-1, name: ind, type: words, codes: format, presence: optional";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'type: text, presence: optional, only: { idn: C }'      | 'field-known: no row above is named idn (did you mean ind?)'",
                "'type: text, presence: optional, only: { ind: [ X ] }'  | 'only-known: ind has no code X'",
                "'type: filler, only: { ind: C }'                        | 'only-known: a filler always counts; leave only out'",
                "'type: text, presence: optional, precisionBy: ind'      | 'date-has-form: precisionBy belongs to a date with positions'",
                "'type: date, presence: optional, precisionBy: idn'      | 'field-known: no row above is named idn (did you mean ind?)'",
                "'type: yearEnd, presence: optional'                     | 'date-has-form: a yearEnd has 4 bytes, the field 8'",
                "'type: month, presence: optional'                       | 'date-has-form: a month has 6 bytes, the field 8'",
                "'type: lines, presence: optional, to: address.address.city' | 'target-exists: lines go to the lines of an address: update.address.lines'",
                "'type: text, presence: optional, checked: sometimes'    | 'bad-value: write checked: always, or leave it out'",
            })
    void areHeldAgainstTheRestOfTheRecord(String row, String finding) {
        assertThatThrownBy(() -> Rows.record(
                        9,
                        List.of(INDICATOR, "positions: 2-9, name: it, " + row),
                        List.of("format: { C: split, F: free }")))
                .hasMessageContaining(finding);
    }
}
