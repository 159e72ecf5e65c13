package org.tessera.support.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Somebody's line to the server, which can fail. A browser told to be offline keeps the sockets it has; here they are gone,
 * with whatever was on its way, as when a school's Wi-Fi fails.
 */
public final class Line implements AutoCloseable {

    private final URI server;
    private final ServerSocket entrance;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean up = true;

    public Line(URI server) throws IOException {
        this.server = server;
        this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::take);
    }

    /** The server's address at this end of the line. */
    public URI address() {
        return URI.create("http://localhost:" + entrance.getLocalPort());
    }

    /** From now on nothing gets through, and what was through is cut. */
    public void fails() {
        up = false;
        open.forEach(Line::hangUp);
    }

    public void works() {
        up = true;
    }

    public boolean isUp() {
        return up;
    }

    private void take() {
        while (!entrance.isClosed()) {
            try {
                Socket here = entrance.accept();
                if (!up) {
                    hangUp(here);
                    continue;
                }
                Socket there = new Socket(server.getHost(), server.getPort());
                open.add(here);
                open.add(there);
                Thread.ofVirtual().start(() -> carry(here, there));
                Thread.ofVirtual().start(() -> carry(there, here));
            } catch (IOException gone) {
                // the entrance was closed, or the server does not answer: whoever called hears nothing
            }
        }
    }

    private void carry(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException cut) {
            // one end is gone, so the other is as well
        } finally {
            hangUp(from);
            hangUp(to);
            open.remove(from);
            open.remove(to);
        }
    }

    private static void hangUp(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException alreadyGone) {
            // nothing is left to hang up
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        fails();
    }
}
