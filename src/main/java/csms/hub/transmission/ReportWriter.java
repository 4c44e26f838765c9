package csms.hub.transmission;

import csms.hub.acknowledgment.ReportHeader;
import csms.hub.acknowledgment.ReportLine;
import java.io.IOException;
import java.io.OutputStream;

/** Writes one reject report. */
@FunctionalInterface
public interface ReportWriter {
    void write(ReportHeader header, Iterable<ReportLine> lines, OutputStream out) throws IOException;
}
