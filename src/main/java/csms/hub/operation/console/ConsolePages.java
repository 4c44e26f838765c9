package csms.hub.operation.console;

import csms.hub.channel.Broker;
import csms.hub.channel.Queues;
import csms.hub.operation.api.Exchanges;
import csms.hub.operation.api.TransmissionPage;
import csms.hub.operation.api.TransmissionPage.ReasonLine;
import csms.hub.operation.api.TransmissionRow;
import csms.hub.operation.api.Transmissions;
import csms.hub.operation.health.Partners;
import csms.hub.partner.HubSettings;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.health.HealthComponent;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.health.SystemHealth;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The console: what arrived, what is held and why, what waits, and how everybody is. It shows and changes nothing. */
@Controller
class ConsolePages {

    private static final int MOST = 500;

    private final Transmissions transmissions;
    private final Exchanges exchanges;
    private final Partners partners;
    private final Broker broker;
    private final HubSettings settings;
    private final HealthEndpoint health;
    private final Clock clock;

    ConsolePages(
            Transmissions transmissions,
            Exchanges exchanges,
            Partners partners,
            Broker broker,
            HubSettings settings,
            HealthEndpoint health,
            Clock clock) {
        this.transmissions = transmissions;
        this.exchanges = exchanges;
        this.partners = partners;
        this.broker = broker;
        this.settings = settings;
        this.health = health;
        this.clock = clock;
    }

    /** One queue; the depth is null for an external broker. */
    record QueueLine(String name, @Nullable Long depth) {}

    /** One thing that the hub needs, and whether it is there. */
    record Need(String name, boolean up) {}

    /** A held transmission and why it is held. */
    record HeldLine(TransmissionRow transmission, @Nullable ReasonLine why) {}

    /** Times as the pages print them. */
    static final class Times {
        private static final DateTimeFormatter FORMAT =
                DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

        public String of(@Nullable Instant time) {
            return time == null ? "never" : FORMAT.format(time);
        }
    }

    @ModelAttribute("times")
    Times times() {
        return new Times();
    }

    @ModelAttribute("now")
    Instant now() {
        return clock.instant();
    }

    @ModelAttribute("environment")
    String environment() {
        return settings.environment().name().toLowerCase(Locale.ROOT);
    }

    @GetMapping("/")
    String overview(@RequestParam(defaultValue = "50") int limit, Model model) {
        HealthComponent ready = health.healthForPath("readiness");
        model.addAttribute("ready", isUp(ready));
        model.addAttribute("needs", needs(ready));
        model.addAttribute("partners", partners.all());
        model.addAttribute("held", held());
        model.addAttribute("recent", transmissions.recent(Math.max(1, Math.min(limit, MOST))));
        model.addAttribute("queues", queues());
        model.addAttribute("exchanges", exchanges.all());
        model.addAttribute("otherFindings", exchanges.otherFindings());
        return "overview";
    }

    @GetMapping("/transmissions/{id}")
    String transmission(@PathVariable String id, Model model) {
        TransmissionPage page =
                transmissions.page(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("page", page);
        model.addAttribute("file", page.transmission());
        return "transmission";
    }

    private List<HeldLine> held() {
        return transmissions.held().stream()
                .map(file ->
                        new HeldLine(file, transmissions.firstReason(file.id()).orElse(null)))
                .toList();
    }

    private List<QueueLine> queues() {
        return Queues.all(settings.queuePartners()).stream()
                .map(queue -> {
                    var depth = broker.queueDepth(queue);
                    return new QueueLine(queue, depth.isEmpty() ? null : (Long) depth.getAsLong());
                })
                .toList();
    }

    private static boolean isUp(HealthComponent component) {
        return component.getStatus().getCode().equals("UP");
    }

    private static List<Need> needs(HealthComponent ready) {
        Map<String, HealthComponent> components =
                ready instanceof SystemHealth whole && whole.getComponents() != null ? whole.getComponents() : Map.of();
        return components.entrySet().stream()
                .filter(need -> !need.getKey().equals("readinessState"))
                .map(need -> new Need(need.getKey(), isUp(need.getValue())))
                .toList();
    }
}
