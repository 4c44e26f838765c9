package csms.hub.route;

import csms.hub.transmission.Answer;
import java.io.IOException;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.remote.RemoteFileEndpoint;
import org.apache.camel.component.file.remote.RemoteFileOperations;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.jspecify.annotations.Nullable;

/** The steps by which something reaches a partner: the bean {@code delivery}. */
public final class Delivery {

    /** Variable: the partner that the body is for. */
    static final String PARTNER = "partner";

    /** Variable: {@code mailbox}, {@code queue}, or {@code none} when there is nothing to deliver. */
    static final String WAY = "way";

    private static final String CORRELATION_ID = "JMSCorrelationID";

    /** Addresses an answer: its bytes become the body, its partner, way and name go where the Kamelets look for them. */
    public void address(Exchange exchange, @Body Optional<Answer> answer) {
        exchange.getIn().removeHeaders("*");
        if (answer.isEmpty()) {
            exchange.setVariable(WAY, "none");
            return;
        }
        Answer parcel = answer.get();
        exchange.setVariable(PARTNER, parcel.partner());
        exchange.setVariable(
                WAY,
                switch (parcel.channel()) {
                    case MAILBOX -> "mailbox";
                    case QUEUE -> "queue";
                });
        exchange.getIn().setHeader(Exchange.FILE_NAME, parcel.fileName());
        exchange.getIn().setHeader(CORRELATION_ID, parcel.correlationId());
        exchange.getIn().setBody(parcel.bytes());
    }

    /**
     * Asks the server, over a new connection, whether the file that was just written and renamed has all its bytes:
     * servers were seen that said yes and kept nothing.
     */
    public void verifySize(Exchange exchange, @Body byte[] sent) throws Exception {
        String uri = exchange.getProperty(Exchange.TO_ENDPOINT, String.class);
        String path = exchange.getIn().getHeader(Exchange.FILE_NAME_PRODUCED, String.class);
        if (!(exchange.getContext().hasEndpoint(uri) instanceof RemoteFileEndpoint<?> endpoint)) {
            throw new IllegalStateException("Only a file that was just sent over SFTP can be verified");
        }
        RemoteFileOperations<?> server = endpoint.createRemoteFileOperations();
        try {
            server.connect(endpoint.getConfiguration(), exchange);
            Long size = size(server, path);
            if (size == null || size != sent.length) {
                throw new IOException(path + " was sent with " + sent.length + " bytes, but the server "
                        + (size == null ? "does not have it" : "has " + size));
            }
        } finally {
            server.disconnect();
        }
    }

    private static @Nullable Long size(RemoteFileOperations<?> server, String path) {
        int slash = path.lastIndexOf('/');
        for (Object entry : server.listFiles(path.substring(0, slash))) {
            if (entry instanceof SftpRemoteFile<?> file && file.getFilename().equals(path.substring(slash + 1))) {
                return file.getFileLength();
            }
        }
        return null;
    }
}
