package csms.hub.transmission;

import csms.hub.record.Reason;
import csms.hub.translation.InboundExchange;
import csms.hub.translation.InboundExchange.NumberField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The batch numbers of each exchange and channel. The first number seen may be any; after it every number must follow the
 * last. The last is the end of the unbroken run of finished numbers; numbers finished beyond a gap wait for the gap to close.
 */
final class Series {

    private final Journal journal;

    Series(Journal journal) {
        this.journal = journal;
    }

    /** What a number is to its series. */
    sealed interface Place {
        /** It follows the last, or is the first seen. */
        record Next() implements Place {}

        /** It does not follow the last: {@code expected} does. */
        record Gap(long expected) implements Place {
            Reason reason(Transmission file, InboundExchange exchange) {
                return about(file, exchange, "F0006", expected + " was expected");
            }
        }

        /** Another file had it. */
        record Taken(String fileName) implements Place {
            Reason reason(Transmission file, InboundExchange exchange) {
                return about(file, exchange, "F0005", "taken before by " + fileName);
            }
        }

        private static Reason about(Transmission file, InboundExchange exchange, String code, String words) {
            NumberField field = exchange.number();
            String message = "the number is " + file.batchNumber() + ", " + words;
            if (field == null) {
                return Reason.of(code, 1, message);
            }
            String digits = String.format(Locale.ROOT, "%0" + field.length() + "d", file.batchNumber());
            return new Reason(code, 1, field.place(), field.name(), field.start(), field.length(), message, digits);
        }
    }

    /** Where the file's number stands; a file that has none always follows. */
    Place place(Transmission file, InboundExchange exchange) {
        Long number = file.batchNumber();
        if (number == null) {
            return new Place.Next();
        }
        Optional<Long> last = last(file);
        if (last.isEmpty()) {
            return new Place.Next();
        }
        long cycle = cycle(exchange);
        long position = position(number, last.get(), cycle);
        return takenBy(file, position)
                .or(() -> heldBefore(file, number))
                .<Place>map(Place.Taken::new)
                .orElseGet(() -> position == last.get() + 1
                        ? new Place.Next()
                        : new Place.Gap(Math.floorMod(last.get(), cycle) + 1));
    }

    /** Writes down that the file is finished and its number used up. */
    void use(Transmission file, InboundExchange exchange) {
        Long number = file.batchNumber();
        if (number == null || file.round() > 0) {
            return;
        }
        Optional<Long> before = last(file);
        long position =
                before.map(last -> position(number, last, cycle(exchange))).orElse(number);
        journal.sql()
                .sql("""
                        insert into series_number (exchange, channel, position, transmission) values (?, ?, ?, ?)
                        on conflict do nothing
                        """)
                .params(exchange.name(), file.channel().name(), position, file.id())
                .update();
        long last = before.orElse(position);
        if (file.released() && !skippedEarlier(file, position, last)) {
            last = position;
        }
        journal.sql()
                .sql("""
                        insert into series (exchange, channel, last) values (?, ?, ?)
                        on conflict (exchange, channel) do update set last = excluded.last
                        """)
                .params(exchange.name(), file.channel().name(), endOfRun(file, last))
                .update();
    }

    /** The held files of a file's series whose turn has come, in the order of their numbers. */
    List<Transmission> ready(Transmission finished, InboundExchange exchange) {
        Optional<Long> last = last(finished);
        if (last.isEmpty()) {
            return List.of();
        }
        List<Transmission> held = journal.sql()
                .sql("""
                        select * from transmission
                        where state = 'HELD' and exchange = ? and channel = ? and code = 'F0006' and number is not null
                        """)
                .params(finished.exchange(), finished.channel().name())
                .query(Journal::transmission)
                .list();
        List<Transmission> ready = new ArrayList<>();
        held.stream()
                .sorted(Comparator.comparing((Transmission file) -> positionOf(file, last.get(), exchange))
                        .thenComparing(Transmission::id))
                .forEach(file -> {
                    long position = positionOf(file, last.get(), exchange);
                    if (position == last.get() + 1 || takenBy(file, position).isPresent()) {
                        ready.add(file);
                    }
                });
        return ready;
    }

    private static long positionOf(Transmission file, long last, InboundExchange exchange) {
        Long number = file.batchNumber();
        return number == null ? last : position(number, last, cycle(exchange));
    }

    /** The position of a number that is nearest to the last, so that the numbers may begin anew after all nines. */
    static long position(long number, long last, long cycle) {
        long position = Math.floorDiv(last - 1, cycle) * cycle + number;
        if (position - last > cycle / 2) {
            return position - cycle;
        }
        return last - position > cycle / 2 ? position + cycle : position;
    }

    private static long cycle(InboundExchange exchange) {
        NumberField field = exchange.number();
        return field == null ? Long.MAX_VALUE : field.highest();
    }

    private Optional<Long> last(Transmission file) {
        return journal.sql()
                .sql("select last from series where exchange = ? and channel = ? for update")
                .params(file.exchange(), file.channel().name())
                .query(Long.class)
                .optional();
    }

    private Optional<String> takenBy(Transmission file, long position) {
        return journal.sql()
                .sql("""
                        select file_name from series_number join transmission on transmission.id = transmission
                        where series_number.exchange = ? and series_number.channel = ? and position = ?
                            and transmission <> ?
                        """)
                .params(file.exchange(), file.channel().name(), position, file.id())
                .query(String.class)
                .optional();
    }

    /** A file that came earlier and is held, or was until now, has its number for itself. */
    private Optional<String> heldBefore(Transmission file, long number) {
        return journal.sql()
                .sql("""
                        select file_name from transmission
                        where exchange = ? and channel = ? and number = ? and id < ? and code = 'F0006'
                            and state in ('HELD', 'STORED', 'VERIFIED')
                        order by id limit 1
                        """)
                .params(file.exchange(), file.channel().name(), number, file.id())
                .query(String.class)
                .optional();
    }

    /** Whether a released file is a late one from a gap that the series has passed: then the series does not go back. */
    private boolean skippedEarlier(Transmission file, long position, long last) {
        return position < last
                && journal.sql()
                        .sql("""
                                select exists (select from series_number
                                where exchange = ? and channel = ? and position < ?)
                                """)
                        .params(file.exchange(), file.channel().name(), position)
                        .query(Boolean.class)
                        .single();
    }

    private long endOfRun(Transmission file, long last) {
        return journal.sql()
                .sql("""
                        with recursive run (position) as (
                            select ?::bigint
                            union all
                            select n.position from run join series_number n
                            on n.exchange = ? and n.channel = ? and n.position = run.position + 1)
                        select max(position) from run
                        """)
                .params(last, file.exchange(), file.channel().name())
                .query(Long.class)
                .single();
    }
}
