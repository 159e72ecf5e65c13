package org.tessera.room;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;

/** A file whose second half comes when it is told to. */
final class Halting extends InputStream {

    private final InputStream bytes;
    private final CompletableFuture<Void> goOn;
    private long left;

    Halting(byte[] file, CompletableFuture<Void> goOn) {
        this.bytes = new ByteArrayInputStream(file);
        this.goOn = goOn;
        this.left = file.length / 2;
    }

    @Override
    public int read() throws IOException {
        if (left-- == 0) {
            goOn.join();
        }
        return bytes.read();
    }

    @Override
    public int read(byte[] into, int at, int most) throws IOException {
        if (left == 0) {
            goOn.join();
            left = Long.MAX_VALUE;
        }
        int n = bytes.read(into, at, (int) Math.min(most, left));
        left -= Math.max(n, 0);
        return n;
    }
}
