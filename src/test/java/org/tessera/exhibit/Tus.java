package org.tessera.exhibit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.tessera.support.wire.Visitor;
import tools.jackson.databind.JsonNode;

/** Somebody who uploads by the tus protocol, and whose connection can break. */
record Tus(URI server, Visitor visitor) {

    static final String PART = "application/offset+octet-stream";

    HttpResponse<String> begin(long length, Map<String, String> said) {
        return visitor.send(with(visitor.request("/api/uploads"))
                .header("Upload-Length", String.valueOf(length))
                .header("Upload-Metadata", metadata(said))
                .POST(HttpRequest.BodyPublishers.noBody()));
    }

    HttpResponse<String> where(String upload) {
        return visitor.send(visitor.request(upload)
                .header("Tus-Resumable", "1.0.0")
                .method("HEAD", HttpRequest.BodyPublishers.noBody()));
    }

    long offset(String upload) {
        return where(upload).headers().firstValueAsLong("Upload-Offset").orElseThrow();
    }

    HttpResponse<String> patch(String upload, long offset, byte[] bytes) {
        return visitor.send(with(visitor.request(upload))
                .header("Upload-Offset", String.valueOf(offset))
                .header("Content-Type", PART)
                .method("PATCH", HttpRequest.BodyPublishers.ofByteArray(bytes)));
    }

    HttpResponse<String> discard(String upload) {
        return visitor.send(with(visitor.request(upload)).DELETE());
    }

    HttpRequest.Builder with(HttpRequest.Builder request) {
        JsonNode csrf = visitor.csrf();
        return request.header("Tus-Resumable", "1.0.0")
                .header(csrf.path("headerName").asString(), csrf.path("token").asString());
    }

    /**
     * Sends a film from {@code offset} on over a socket of its own, as one request for all the rest, and breaks the line after
     * {@code n} bytes; with {@code n} reaching the end it waits for the answer.
     *
     * @return the answer's first line, or nothing where the line was broken
     */
    String send(String upload, Film film, long offset, long n) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            JsonNode csrf = visitor.csrf();
            String head = String.join(
                    "\r\n",
                    "PATCH " + upload + " HTTP/1.1",
                    "Host: " + server.getAuthority(),
                    "Cookie: " + visitor.cookies(),
                    csrf.path("headerName").asString() + ": "
                            + csrf.path("token").asString(),
                    "Tus-Resumable: 1.0.0",
                    "Upload-Offset: " + offset,
                    "Content-Type: " + PART,
                    "Content-Length: " + (film.size() - offset),
                    "Connection: close",
                    "",
                    "");
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            byte[] piece = new byte[1 << 16];
            InputStream bytes = film.from(offset);
            for (long left = n; left > 0; ) {
                int got = bytes.read(piece, 0, (int) Math.min(piece.length, left));
                if (got < 0) {
                    break;
                }
                out.write(piece, 0, got);
                left -= got;
            }
            out.flush();
            return offset + n < film.size()
                    ? ""
                    : new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1)
                            .lines()
                            .findFirst()
                            .orElse("");
        }
    }

    private static String metadata(Map<String, String> said) {
        return said.entrySet().stream()
                .map(one -> one.getKey() + " "
                        + Base64.getEncoder().encodeToString(one.getValue().getBytes(StandardCharsets.UTF_8)))
                .collect(Collectors.joining(","));
    }
}
