package csms.hub.translation;

import csms.hub.control.Verifier;
import csms.hub.layout.Field;
import csms.hub.layout.FieldRef;
import csms.hub.layout.HouseCodes;
import csms.hub.layout.Mapping;
import csms.hub.participant.Matcher;
import csms.hub.request.OpenRequests;
import csms.hub.translation.InboundExchange.House;
import csms.hub.translation.InboundExchange.Makes;
import csms.hub.translation.InboundExchange.NumberField;
import org.jspecify.annotations.Nullable;

/** Makes an inbound exchange of its mapping. */
public final class MappedExchange {

    private MappedExchange() {}

    /** @param production whether the hub refuses test files and SSNs of the 900 area */
    public static InboundExchange of(Mapping mapping, Matcher matcher, OpenRequests requests, boolean production) {
        Verifier verifier = new Verifier(mapping);
        Translator translator = new Translator(mapping, matcher, requests, production);
        HouseCodes codes = mapping.house();
        return new InboundExchange(
                mapping.exchange(),
                mapping.digest(),
                mapping.makes() == Mapping.Makes.PARTICIPANTS ? Makes.PARTICIPANTS : Makes.UPDATES,
                mapping.rejectLimit(),
                numberField(mapping),
                codes == null ? null : new House(codes.partner(), codes.sender(), codes.receiver()),
                (bytes, size, receipt) -> verifier.verify(bytes, translator.reading(receipt)),
                translator::translate,
                translator::identity);
    }

    private static @Nullable NumberField numberField(Mapping mapping) {
        FieldRef ref = mapping.file().sequence();
        if (ref == null) {
            return null;
        }
        Field field = mapping.field(ref);
        String place = ref + " (" + field.start() + "-" + (field.start() + field.length() - 1) + ")";
        return new NumberField(place, field.name(), field.start(), field.length());
    }
}
