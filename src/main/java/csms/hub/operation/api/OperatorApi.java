package csms.hub.operation.api;

import csms.hub.route.Dispatcher;
import csms.hub.transmission.OperationRefused;
import csms.hub.transmission.Operations;
import csms.hub.transmission.Transmission;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What the command line asks of a running hub. */
@RestController
@RequestMapping("/api")
class OperatorApi {

    private static final Logger LOG = LoggerFactory.getLogger(OperatorApi.class);
    private static final int MOST = 1_000;

    private final Transmissions transmissions;
    private final Exchanges exchanges;
    private final Operations operations;
    private final Dispatcher dispatcher;
    private final OperatorToken token;

    OperatorApi(
            Transmissions transmissions,
            Exchanges exchanges,
            Operations operations,
            Dispatcher dispatcher,
            OperatorToken token) {
        this.transmissions = transmissions;
        this.exchanges = exchanges;
        this.operations = operations;
        this.dispatcher = dispatcher;
        this.token = token;
    }

    @GetMapping("/transmissions")
    List<TransmissionRow> recent(@RequestParam(defaultValue = "20") int limit) {
        return transmissions.recent(Math.max(1, Math.min(limit, MOST)));
    }

    @GetMapping("/transmissions/{id}")
    TransmissionPage transmission(@PathVariable String id) {
        return transmissions
                .page(id)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no transmission of this id, SHA-256 or file name"));
    }

    @PostMapping("/transmissions/{id}/release")
    TransmissionPage release(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization)
            throws IOException {
        token.check(authorization);
        return run(operations.release(transmission(id).transmission().id()), "released");
    }

    @PostMapping("/transmissions/{id}/replay")
    TransmissionPage replay(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization)
            throws IOException {
        token.check(authorization);
        return run(operations.replay(transmission(id).transmission().id()), "replayed");
    }

    private TransmissionPage run(Transmission goingOn, String how) {
        LOG.info("{} is {} by an operator", goingOn.title(), how);
        dispatcher.run(goingOn);
        return transmission(String.valueOf(goingOn.id()));
    }

    @GetMapping("/exchanges")
    List<ExchangeLine> exchanges() {
        return exchanges.all();
    }

    @ExceptionHandler
    ProblemDetail refused(OperationRefused refused) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, String.valueOf(refused.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> failed(ResponseStatusException failed) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(failed.getStatusCode());
        if (failed.getStatusCode() == HttpStatus.UNAUTHORIZED) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return answer.body(
                ProblemDetail.forStatusAndDetail(failed.getStatusCode(), String.valueOf(failed.getReason())));
    }
}
