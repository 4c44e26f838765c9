package csms.hub.operation.cli;

import csms.hub.operation.api.TransmissionPage;
import csms.hub.operation.api.TransmissionPage.BatchLine;
import java.util.List;
import java.util.Set;

/** How far a transmission is: a bar that fills while its batches are translated, and again while they are published. */
final class Progress {

    private static final int WIDTH = 30;

    /** States in which nothing goes on by itself. */
    private static final Set<String> AT_REST = Set.of("finished", "held");

    private Progress() {}

    /** Whether nothing more will happen by itself. */
    static boolean isOver(TransmissionPage page) {
        return AT_REST.contains(page.transmission().state());
    }

    /** {@code translate [##########----------------------] 412 of 1000 batches}. */
    static String bar(TransmissionPage page) {
        List<BatchLine> batches = page.batches();
        long translated =
                batches.stream().filter(batch -> batch.translatedAt() != null).count();
        long published =
                batches.stream().filter(batch -> batch.publishedAt() != null).count();
        boolean translating = translated < batches.size();
        long done = translating ? translated : published;
        int filled = batches.isEmpty() ? 0 : (int) (done * WIDTH / batches.size());
        return (translating ? "translate " : "publish   ")
                + "[" + "#".repeat(filled) + "-".repeat(WIDTH - filled) + "] " + done + " of " + batches.size()
                + " batches";
    }
}
