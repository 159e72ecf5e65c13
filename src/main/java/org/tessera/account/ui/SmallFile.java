package org.tessera.account.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;

/**
 * Takes a small file whole into memory, and not a byte more of a larger one. The limit of an upload field holds in browsers
 * that keep to it, and the framework's own way of taking a file into memory has none: whoever sends to the field's address
 * could fill the server's memory.
 */
public final class SmallFile implements UploadHandler {

    private static final long serialVersionUID = 1L;

    private final int most;
    private final String tooLarge;
    private final SerializableConsumer<byte[]> taken;
    private final SerializableConsumer<String> refused;

    /**
     * A place for files of at most {@code most} bytes.
     *
     * @param tooLarge the sentence for a larger one
     * @param taken gets the file, with the session locked
     * @param refused gets the sentence, likewise
     */
    public SmallFile(
            int most, String tooLarge, SerializableConsumer<byte[]> taken, SerializableConsumer<String> refused) {
        this.most = most;
        this.tooLarge = tooLarge;
        this.taken = taken;
        this.refused = refused;
    }

    /** Runs on the request's thread, without the session's lock, for as long as the file takes to come. */
    @Override
    public void handleUploadRequest(UploadEvent event) throws IOException {
        UI ui = event.getUI();
        byte[] bytes = event.getInputStream().readNBytes(most + 1);
        if (bytes.length > most) {
            event.reject(tooLarge);
            ui.access(() -> refused.accept(tooLarge));
        } else {
            ui.access(() -> taken.accept(bytes));
        }
    }

    @Override
    public long getFileSizeMax() {
        return most;
    }

    /** What is wrapped round a file in a form is little. */
    @Override
    public long getRequestSizeMax() {
        return 2L * most;
    }
}
