package csms.hub.operation.cli;

import csms.hub.layout.Encoding;
import csms.hub.layout.Field;
import csms.hub.layout.Mapping;
import csms.hub.layout.RecordLayout;
import csms.hub.record.FieldReader;
import csms.hub.record.KindSelector;
import csms.hub.record.Misreading;
import csms.hub.record.Reading;
import csms.hub.record.RecordView;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The layout that a file has, told by its name or by its first records. */
record KnownLayout(Mapping mapping, Encoding encoding) {

    private static final Pattern NAME = Pattern.compile("([A-Z0-9-]+)\\.\\d{8}\\.\\d{6}\\.TXT(\\..*)?");

    /** Many federal files have one header; what follows tells them apart. */
    private static final int RECORDS_LOOKED_AT = 20;

    /**
     * Finds it.
     *
     * @param exchange as whose file it is read; null to find out
     * @throws Refused when no layout fits, or several do equally well
     */
    static KnownLayout find(Path file, Collection<Mapping> mappings, @Nullable String exchange, Reading reading)
            throws IOException {
        List<Mapping> candidates = mappings.stream()
                .filter(mapping -> exchange == null || mapping.exchange().equals(exchange))
                .toList();
        if (candidates.isEmpty()) {
            throw new Refused("there is no exchange " + exchange + "; there are "
                    + String.join(
                            ", ",
                            mappings.stream().map(Mapping::exchange).sorted().toList()));
        }
        List<Mapping> named = candidates.stream()
                .filter(mapping -> isNamedAfter(file, mapping.exchange()))
                .toList();
        List<KnownLayout> best = best(file, named.isEmpty() ? candidates : named, reading);
        if (best.size() == 1) {
            return best.get(0);
        }
        if (best.isEmpty() && exchange != null) {
            // It was said what it is, so what is wrong with it shall be seen.
            return new KnownLayout(
                    candidates.get(0), candidates.get(0).file().encodings().get(0));
        }
        throw new Refused(
                best.isEmpty()
                        ? "the first record of " + file + " is no header of any exchange; name one with --exchange"
                        : file + " could be of several exchanges, name one with --exchange: "
                                + String.join(
                                        ", ",
                                        best.stream()
                                                .map(layout -> layout.mapping().exchange())
                                                .distinct()
                                                .toList()));
    }

    private static boolean isNamedAfter(Path file, String exchange) {
        Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
        return name.matches() && exchange.endsWith("." + name.group(1).toLowerCase(Locale.ROOT));
    }

    private static List<KnownLayout> best(Path file, List<Mapping> candidates, Reading reading) throws IOException {
        List<KnownLayout> best = new ArrayList<>();
        long fewest = Long.MAX_VALUE;
        for (Mapping mapping : candidates) {
            for (Encoding encoding : mapping.file().encodings()) {
                long wrong = wrongAtTheStart(file, mapping, encoding, reading);
                if (wrong < fewest) {
                    best.clear();
                    fewest = wrong;
                }
                if (wrong == fewest && wrong < Long.MAX_VALUE) {
                    best.add(new KnownLayout(mapping, encoding));
                }
            }
        }
        return best;
    }

    /**
     * How many fields of the first record cannot be read and how many of the next ones are of no kind; the highest number
     * when the first is no header at all.
     */
    private static long wrongAtTheStart(Path file, Mapping mapping, Encoding encoding, Reading reading)
            throws IOException {
        KindSelector kinds = new KindSelector(mapping.records().values());
        try (RecordStream records = new RecordStream(file, mapping.file(), encoding)) {
            byte[] first = records.next();
            if (first == null || first.length < mapping.file().recordLength()) {
                return Long.MAX_VALUE;
            }
            RecordLayout kind = kinds.select(first, 0, first.length);
            if (kind == null || (mapping.header() != null && !kind.name().equals(mapping.header()))) {
                return Long.MAX_VALUE;
            }
            RecordView view = new RecordView().at(first, 0);
            long wrong = kind.fields().stream()
                    .filter(Field::drawn)
                    .filter(field -> new FieldReader(field).read(view, reading) instanceof Misreading)
                    .count();
            for (int i = 0; i < RECORDS_LOOKED_AT; i++) {
                byte[] record = records.next();
                if (record != null && kinds.select(record, 0, record.length) == null) {
                    wrong++;
                }
            }
            return wrong;
        }
    }
}
