package org.tessera.support.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A file of 500 MB on its way, as far as the server lets it come.
 *
 * @param sent how many bytes of it went out
 * @param answer what the server said before it closed; empty if the connection broke first
 */
public record Flood(long sent, String answer) {

    private static final long WHOLE = 500L * 1000 * 1000;
    private static final int PART = 1 << 16;
    private static final int PATIENCE = 60_000;

    /** @param sized whether the sender says beforehand how much it is */
    public static Flood to(URI server, String path, Visitor visitor, boolean sized)
            throws IOException, InterruptedException {
        String head = String.join(
                "\r\n",
                "POST " + path + " HTTP/1.1",
                "Host: " + server.getAuthority(),
                "Cookie: " + visitor.cookies(),
                "Content-Type: application/pdf",
                "X-Filename: work.pdf",
                sized ? "Content-Length: " + WHOLE : "Transfer-Encoding: chunked",
                "",
                "");
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(PATIENCE);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            AtomicLong sent = new AtomicLong();
            Thread sender = Thread.ofVirtual().start(() -> pour(socket, sized, sent));
            String answer = answer(socket);
            socket.shutdownInput();
            socket.close();
            sender.join();
            return new Flood(sent.get(), answer);
        }
    }

    private static void pour(Socket socket, boolean sized, AtomicLong sent) {
        byte[] part = new byte[PART];
        byte[] before = sized ? new byte[0] : (Integer.toHexString(PART) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] after = sized ? new byte[0] : "\r\n".getBytes(StandardCharsets.US_ASCII);
        try {
            OutputStream out = socket.getOutputStream();
            while (sent.get() < WHOLE) {
                out.write(before);
                out.write(part);
                out.write(after);
                sent.addAndGet(PART);
            }
        } catch (IOException cutOff) {
            // which is what the test is about
            return;
        }
    }

    private static String answer(Socket socket) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(answer);
        } catch (IOException broken) {
            return answer.toString(StandardCharsets.UTF_8);
        }
        return answer.toString(StandardCharsets.UTF_8);
    }
}
