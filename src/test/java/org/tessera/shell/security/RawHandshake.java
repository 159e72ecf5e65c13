package org.tessera.shell.security;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A WebSocket handshake by hand: the JDK's client does not let anybody set the origin. */
final class RawHandshake {

    private RawHandshake() {}

    /** The HTTP status the handshake is answered with. */
    static int status(int port, String path, String origin, String signInCookie) {
        String request = String.join(
                "\r\n",
                "GET " + path + " HTTP/1.1",
                "Host: localhost:" + port,
                "Upgrade: websocket",
                "Connection: Upgrade",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                "Sec-WebSocket-Version: 13",
                "Origin: " + origin,
                "Cookie: tessera=" + signInCookie,
                "",
                "");
        try (Socket socket = new Socket("localhost", port);
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return Integer.parseInt(in.readLine().split(" ")[1]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
