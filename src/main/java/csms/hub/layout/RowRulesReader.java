package csms.hub.layout;

import csms.hub.layout.Field.Rules;
import csms.hub.layout.Field.Source;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads what rows say that their values must be. */
final class RowRulesReader {

    /** Forms that identifiers have, by the name that {@code form} uses (new-york/csms, Identifiers). */
    static final Map<String, String> FORMS =
            Map.of("caseId", "[A-Z]{2}[0-9]{5}[A-Z][0-9]", "cin", "[A-Z]{2}[0-9]{5}[A-Z]");

    private final Findings findings;
    private final RowsAbove above;

    RowRulesReader(Findings findings, RowsAbove above) {
        this.findings = findings;
        this.above = above;
    }

    /** The rules of a row.
     *
     * @param before the rows above it */
    Rules read(Section row, FieldType type, Source source, List<Field> before) {
        String orElse = row.text("else");
        if (orElse != null && !ReasonCodes.known(orElse)) {
            findings.add(row.at("else"), "reject-code-known", orElse + " is no code of new-york/README");
        }
        List<String> allow = row.texts("allow");
        if (allow.equals(List.of("districts"))) {
            allow = Districts.codes();
        }
        Integer earliest = null;
        Integer latest = null;
        String days = row.text("days");
        if (days != null) {
            var matcher = Pattern.compile("(-?\\d+)?\\.\\.(\\+?-?\\d+)?").matcher(days);
            if (!matcher.matches() || !type.date()) {
                findings.add(
                        row.at("days"),
                        "date-has-form",
                        "days bounds a date by the day of receipt: \"-10..1\", \"..1\"");
            } else {
                earliest = matcher.group(1) == null ? null : Integer.valueOf(matcher.group(1));
                latest = matcher.group(2) == null ? null : Integer.valueOf(matcher.group(2));
            }
        }
        String form = row.text("form");
        if (form != null && !FORMS.containsKey(form)) {
            findings.add(
                    row.at("form"),
                    "form-known",
                    form + " is no form" + Spelling.hint(form, FORMS.keySet()) + "; write one of "
                            + String.join(", ", new TreeSet<>(FORMS.keySet())));
        }
        if (form != null && orElse == null) {
            orElse = "R0105";
        }
        boolean zeroAbsent = row.flag("zero", "absent");
        if (zeroAbsent && !type.amount()) {
            findings.add(row.at("zero"), "amount-has-decimals", "zero: absent belongs to an amount or a number");
        }
        return new Rules(
                row.flag("icd", "N") || (type.date() && type != FieldType.MONTH),
                row.flag("blanks", "allowed"),
                zeroAbsent,
                List.copyOf(allow),
                orElse,
                row.text("same"),
                row.text("notBefore"),
                earliest,
                latest,
                form == null ? null : FORMS.get(form),
                whenBad(row),
                shown(row, type),
                row.flag("checked", "always"),
                above.depends(row, type, source, before));
    }

    private Field.WhenBad whenBad(Section row) {
        String word = row.text("bad");
        if (word == null) {
            return Field.WhenBad.REJECT;
        }
        return switch (word) {
            case "drop" -> Field.WhenBad.DROP;
            case "ignore" -> Field.WhenBad.IGNORE;
            default -> {
                findings.add(row.at("bad"), "bad-value", "bad is drop, with a warning, or ignore");
                yield Field.WhenBad.REJECT;
            }
        };
    }

    private FieldType.Shown shown(Section row, FieldType type) {
        String shown = row.text("shown");
        if (shown == null) {
            return type.shown();
        }
        return switch (shown) {
            case "never" -> FieldType.Shown.NEVER;
            case "lastFour" -> FieldType.Shown.LAST_FOUR;
            default -> {
                findings.add(row.at("shown"), "bad-value", "shown is never or lastFour");
                yield type.shown();
            }
        };
    }
}
