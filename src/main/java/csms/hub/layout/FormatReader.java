package csms.hub.layout;

import csms.hub.layout.FileFormat.LineEnd;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what a whole file looks like. */
final class FormatReader {

    private static final Map<String, Encoding> ENCODINGS =
            Map.of("US-ASCII", Encoding.US_ASCII, "IBM037", Encoding.IBM037);

    private final RecordNames names;
    private final Findings findings;

    FormatReader(RecordNames names, Findings findings) {
        this.names = names;
        this.findings = findings;
    }

    private RecordOrder order(Section file, boolean inHouseStyle) {
        List<String> parts = file.texts("order");
        String text = parts.isEmpty() && inHouseStyle
                ? "header, ("
                        + String.join(" | ", names.detailKinds(HouseStyle.HEADER, HouseStyle.TRAILER))
                        + ")..., trailer"
                : String.join(", ", parts);
        if (text.isEmpty()) {
            findings.add(file.node(), "missing-key", "write order: [ header, (kind | kind)..., trailer ]");
            return new RecordOrder.Sequence(List.of());
        }
        try {
            RecordOrder order = RecordOrder.parse(text);
            for (String kind : order.kinds()) {
                if (!names.records().containsKey(kind)) {
                    findings.add(
                            file.at("order"),
                            "record-known",
                            "there is no record " + kind
                                    + Spelling.hint(kind, names.records().keySet()));
                }
            }
            boolean allKnown = names.records().keySet().containsAll(order.kinds());
            for (String kind : names.records().keySet()) {
                if (allKnown && !order.kinds().contains(kind)) {
                    findings.add(
                            file.at("order"),
                            "order-names-all",
                            kind + " is never in order; name it where it may stand");
                }
            }
            return order;
        } catch (IllegalArgumentException e) {
            findings.add(file.at("order"), "order-form", String.valueOf(e.getMessage()));
            return new RecordOrder.Sequence(List.of());
        }
    }

    /** The kind that every file begins or ends with, when the order says that there is one. */
    static @Nullable String end(RecordOrder order, boolean first) {
        if (order instanceof RecordOrder.Sequence sequence && !sequence.parts().isEmpty()) {
            RecordOrder part = sequence.parts().get(first ? 0 : sequence.parts().size() - 1);
            return part instanceof RecordOrder.Kind kind ? kind.name() : null;
        }
        return null;
    }

    FileFormat read(Section file, int recordLength, boolean inHouseStyle) {
        RecordOrder order = order(file, inHouseStyle);
        String format = file.required("format");
        if (!format.isEmpty() && !format.equals("fixed-length")) {
            findings.add(file.at("format"), "bad-value", "the format is fixed-length");
        }
        Map<Encoding, LineEnd> lineEnds = new EnumMap<>(Encoding.class);
        List<String> encodings = file.texts("encoding");
        Section ends = file.section("lineEnd");
        for (String name : encodings.isEmpty() ? List.of("US-ASCII") : encodings) {
            Encoding encoding = ENCODINGS.get(name);
            if (encoding == null) {
                findings.add(file.at("encoding"), "encoding-known", name + " is neither US-ASCII nor IBM037");
                continue;
            }
            String end = ends == null ? null : ends.text(name);
            lineEnds.put(encoding, lineEnd(end, encoding, file));
        }
        if (ends != null) {
            ends.close();
        }
        String sequence = inHouseStyle ? "header.Batch number" : file.text("sequence");
        String created = inHouseStyle ? "header.Creation date" : file.text("created");
        String environment = inHouseStyle ? "header.Environment" : file.text("environment");
        String consecutive = file.text("consecutive");
        if (consecutive != null
                && names.records().values().stream()
                        .noneMatch(layout -> layout.field(consecutive).isPresent())) {
            findings.add(file.at("consecutive"), "field-known", "no record has a field " + consecutive);
        }
        FileFormat read = new FileFormat(
                recordLength,
                lineEnds,
                file.flag("trailing1A", "allowed"),
                order,
                names.ref(file, "sequence", sequence),
                names.ref(file, "created", created),
                names.ref(file, "environment", environment),
                consecutive);
        file.close();
        return read;
    }

    private LineEnd lineEnd(@Nullable String word, Encoding encoding, Section file) {
        if (word == null) {
            return encoding == Encoding.IBM037 ? LineEnd.NONE : LineEnd.LF;
        }
        return switch (word) {
            case "LF" -> LineEnd.LF;
            case "CRLF" -> LineEnd.CRLF;
            case "none" -> LineEnd.NONE;
            default -> {
                findings.add(file.at("lineEnd"), "bad-value", "a record ends with LF, CRLF or none");
                yield LineEnd.LF;
            }
        };
    }
}
