package org.tessera.exhibit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.tessera.account.CurrentUser;
import org.tessera.material.Materials;
import org.tessera.material.Page;

/**
 * Recordings to play, whole or by range, and drawn pages to look at; 404 alike for what is not there and what one may not
 * open. Nothing of a recording is held in memory but the piece that is being written.
 */
@RestController
@RequestMapping("/api/exhibits/{exhibit}")
class RecordingApi {

    private static final Logger LOG = LoggerFactory.getLogger(RecordingApi.class);
    private static final int PIECE = 1 << 16;

    /** Should somebody open the file by itself: it plays, and does nothing else. */
    private static final String POLICY = "default-src 'none'; media-src 'self'; sandbox";

    private final Exhibits exhibits;
    private final Recordings recordings;
    private final Materials materials;
    private final CurrentUser user;

    RecordingApi(Exhibits exhibits, Recordings recordings, Materials materials, CurrentUser user) {
        this.exhibits = exhibits;
        this.recordings = recordings;
        this.materials = materials;
        this.user = user;
    }

    /** A stretch of a file; {@code end} does not belong to it. */
    private record Range(long start, long end) {}

    @GetMapping("/file")
    void play(@PathVariable String exhibit, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Exhibit recording = readable(exhibit)
                .filter(one -> one.kind().isRecording())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        long size = recording.bytes();
        String tag = '"' + recording.sha256() + '"';
        response.setHeader(HttpHeaders.ETAG, tag);
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", POLICY);
        if (tag.equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(recording.mediaType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.inline()
                        .filename("recording."
                                + MediaType.parseMediaType(recording.mediaType())
                                        .getSubtype())
                        .build()
                        .toString());
        Optional<List<HttpRange>> asked = asked(request, tag);
        if (asked.isPresent() && asked.get().isEmpty()) {
            response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + size);
            response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
            return;
        }
        // of several ranges at once the whole may be given instead
        Optional<HttpRange> one = asked.filter(ranges -> ranges.size() == 1).map(List::getFirst);
        if (one.isPresent() && one.get().getRangeStart(size) >= size) {
            response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + size);
            response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
            return;
        }
        Range range = one.map(found -> new Range(found.getRangeStart(size), found.getRangeEnd(size) + 1))
                .orElse(new Range(0, size));
        if (one.isPresent()) {
            response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
            response.setHeader(
                    HttpHeaders.CONTENT_RANGE, "bytes " + range.start() + "-" + (range.end() - 1) + "/" + size);
        }
        response.setContentLengthLong(range.end() - range.start());
        if (!request.getMethod().equals("HEAD")) {
            write(recording.id(), range, response);
        }
    }

    /** The ranges that are asked for; none of them readable: an empty list; nothing asked or no longer meant: nothing. */
    private static Optional<List<HttpRange>> asked(HttpServletRequest request, String tag) {
        String wanted = request.getHeader(HttpHeaders.RANGE);
        String only = request.getHeader(HttpHeaders.IF_RANGE);
        if (wanted == null || !wanted.startsWith("bytes=") || (only != null && !only.equals(tag))) {
            return Optional.empty();
        }
        try {
            return Optional.of(HttpRange.parseRanges(wanted));
        } catch (IllegalArgumentException unreadable) {
            return Optional.of(List.of());
        }
    }

    private void write(ExhibitId id, Range range, HttpServletResponse response) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate(PIECE);
        try (FileChannel file = FileChannel.open(recordings.place(id), StandardOpenOption.READ)) {
            OutputStream out = response.getOutputStream();
            for (long at = range.start(); at < range.end(); at += piece.position()) {
                piece.clear().limit((int) Math.min(PIECE, range.end() - at));
                if (file.read(piece, at) < 0) {
                    throw new IllegalStateException("a recording is shorter than it was: " + id);
                }
                if (!sent(out, piece)) {
                    return;
                }
            }
        }
    }

    /** Players hang up whenever somebody moves to another place. */
    private static boolean sent(OutputStream out, ByteBuffer piece) {
        try {
            out.write(piece.array(), 0, piece.position());
            return true;
        } catch (IOException e) {
            LOG.debug("a player hung up", e);
            return false;
        }
    }

    @GetMapping("/pages/{page}")
    ResponseEntity<byte[]> page(@PathVariable String exhibit, @PathVariable int page) {
        return readable(exhibit)
                .flatMap(Exhibit::pages)
                .flatMap(pages -> materials.page(pages.material(), page))
                .map(RecordingApi::picture)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ResponseEntity<byte[]> picture(Page page) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header("X-Content-Type-Options", "nosniff")
                .body(page.png());
    }

    private Optional<Exhibit> readable(String id) {
        try {
            return exhibits.find(
                    new ExhibitId(UUID.fromString(id)), user.require().id());
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
