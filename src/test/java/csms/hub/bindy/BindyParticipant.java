package csms.hub.bindy;

import java.math.BigDecimal;
import org.apache.camel.dataformat.bindy.annotation.DataField;
import org.apache.camel.dataformat.bindy.annotation.FixedLengthRecord;
import org.jspecify.annotations.Nullable;

/**
 * The participant record of CSMS/PARF as Bindy can say it: texts, whole numbers and amounts. Dates stay texts, for Bindy
 * makes 28 February of the 30th and knows no null date.
 */
@FixedLengthRecord(length = 250)
public class BindyParticipant {

    @DataField(pos = 1, length = 1, align = "L", trim = true)
    public @Nullable String recordType;

    @DataField(pos = 2, length = 1, align = "L", trim = true)
    public @Nullable String actionCode;

    @DataField(pos = 3, length = 7)
    public int detailSequence;

    @DataField(pos = 10, length = 15, align = "L", trim = true)
    public @Nullable String participantId;

    @DataField(pos = 25, length = 9, align = "L", trim = true)
    public @Nullable String caseId;

    @DataField(pos = 34, length = 2, align = "L", trim = true)
    public @Nullable String district;

    @DataField(pos = 36, length = 1, align = "L", trim = true)
    public @Nullable String role;

    @DataField(pos = 37, length = 9, align = "L", trim = true)
    public @Nullable String ssn;

    @DataField(pos = 46, length = 20, align = "L", trim = true)
    public @Nullable String last;

    @DataField(pos = 66, length = 15, align = "L", trim = true)
    public @Nullable String first;

    @DataField(pos = 81, length = 1, align = "L", trim = true)
    public @Nullable String middle;

    @DataField(pos = 82, length = 8, align = "L", trim = true)
    public @Nullable String dateOfBirth;

    @DataField(pos = 90, length = 1, align = "L", trim = true)
    public @Nullable String sex;

    @DataField(pos = 91, length = 8, align = "L", trim = true)
    public @Nullable String cin;

    @DataField(pos = 99, length = 2, align = "L", trim = true)
    public @Nullable String caseStatus;

    @DataField(pos = 101, length = 1, align = "L", trim = true)
    public @Nullable String assistance;

    @DataField(pos = 102, length = 1, align = "L", trim = true)
    public @Nullable String familyViolence;

    @DataField(pos = 103, length = 11, precision = 2, impliedDecimalSeparator = true)
    public @Nullable BigDecimal arrears;

    @DataField(pos = 114, length = 9, precision = 2, impliedDecimalSeparator = true)
    public @Nullable BigDecimal monthlyObligation;

    @DataField(pos = 123, length = 8, align = "L", trim = true)
    public @Nullable String obligationFrom;

    @DataField(pos = 131, length = 5, align = "L", trim = true)
    public @Nullable String county;

    @DataField(pos = 136, length = 9, align = "L", trim = true)
    public @Nullable String formerSsn;

    @DataField(pos = 145, length = 20, align = "L", trim = true)
    public @Nullable String aliasLast;

    @DataField(pos = 165, length = 15, align = "L", trim = true)
    public @Nullable String aliasFirst;

    @DataField(pos = 180, length = 71, align = "L", trim = true)
    public @Nullable String filler;
}
