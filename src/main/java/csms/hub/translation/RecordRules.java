package csms.hub.translation;

import csms.hub.layout.Districts;
import csms.hub.record.FieldReader;
import csms.hub.record.Reading;
import csms.hub.record.RecordView;
import java.util.Optional;

/** The rules about several fields of a record that mappings know by name. */
final class RecordRules {

    private final RecordView view;
    private final Reading reading;
    private final RecordReasons reasons;

    RecordRules(RecordView view, Reading reading, RecordReasons reasons) {
        this.view = view;
        this.reading = reading;
        this.reasons = reasons;
    }

    void check(KindPlan.RuleCheck check, String kind) {
        boolean holds = switch (check.check().rule()) {
            case DISTRICT_OF_COUNTY -> isInDistrict(check);
            case NOT_BEFORE -> isNotBefore(check);
        };
        if (!holds) {
            reasons.add(check.check().orElse(), kind, check.fields().get(0), words(check));
        }
    }

    private static String words(KindPlan.RuleCheck check) {
        return switch (check.check().rule()) {
            case DISTRICT_OF_COUNTY -> "the county is not in the district";
            case NOT_BEFORE -> "before " + check.fields().get(1).field().name();
        };
    }

    private boolean isNotBefore(KindPlan.RuleCheck check) {
        int date = check.fields().get(0).date(view, reading);
        int earliest = check.fields().get(1).date(view, reading);
        return date <= 0 || earliest <= 0 || date >= earliest;
    }

    private boolean isInDistrict(KindPlan.RuleCheck check) {
        FieldReader county = check.fields().get(0);
        FieldReader district = check.fields().get(1);
        Object fips = county.read(view, reading);
        Object code = district.read(view, reading);
        if (fips instanceof String countyCode && code instanceof String districtCode) {
            Optional<String> expected = Districts.ofCounty(countyCode);
            return expected.isPresent() && expected.get().equals(districtCode);
        }
        return true;
    }
}
