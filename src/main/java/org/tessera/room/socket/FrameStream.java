package org.tessera.room.socket;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.tessera.account.SignInEnded;
import org.tessera.account.SignInId;
import org.tessera.room.Bench;
import org.tessera.room.Device;
import org.tessera.room.PatientEnd;
import org.tessera.room.Seat;
import org.tessera.room.SeatEnd;
import org.tessera.room.SharedDevices;

/** The way around for networks that block WebSockets: the same frames as Server-Sent Events, commands by post. */
@RestController
class FrameStream implements DisposableBean {

    private static final long BREATH_SECONDS = 5;
    private static final long ANSWER_SECONDS = 20;

    private final RoomGate gate;
    private final SharedDevices devices;
    private final Map<Device, Bench> benches = new ConcurrentHashMap<>();
    private final Map<SseEmitter, SignInId> emitters = new ConcurrentHashMap<>();
    private final ScheduledExecutorService breath = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("stream-breath").factory());

    FrameStream(RoomGate gate, SharedDevices devices) {
        this.gate = gate;
        this.devices = devices;
        breath.scheduleWithFixedDelay(this::breathe, BREATH_SECONDS, BREATH_SECONDS, TimeUnit.SECONDS);
    }

    @GetMapping(path = "/live/rooms/{room}/frames")
    ResponseEntity<SseEmitter> frames(
            @PathVariable String room, @RequestParam(required = false) @Nullable String since) {
        RoomGate.Knock knock = gate.knock(room, Optional.ofNullable(since));
        RoomGate.Visit visit = knock.visit();
        if (visit == null) {
            throw knock.refusal();
        }
        SseEmitter emitter = new SseEmitter(0L);
        Bench bench =
                devices.open(visit.device(), visit.member(), visit.visitor().locale(), end(emitter), visit.since());
        benches.put(visit.device(), bench);
        emitters.put(emitter, visit.device().signIn());
        Runnable over = () -> {
            emitters.remove(emitter);
            benches.remove(visit.device(), bench);
            bench.close();
        };
        emitter.onCompletion(over);
        emitter.onError(error -> over.run());
        emitter.onTimeout(over);
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .cacheControl(CacheControl.noStore())
                .header("X-Accel-Buffering", "no")
                .body(emitter);
    }

    private static SeatEnd end(SseEmitter emitter) {
        return new PatientEnd() {
            @Override
            public void deliver(List<String> frames) throws IOException {
                for (String frame : frames) {
                    emitter.send(SseEmitter.event().data(frame, MediaType.TEXT_PLAIN));
                }
            }

            @Override
            public void close() {
                emitter.complete();
            }
        };
    }

    /** A comment now and then finds out whether the other side is still there. */
    private void breathe() {
        emitters.keySet().forEach(emitter -> Thread.ofVirtual().start(() -> {
            try {
                emitter.send(SseEmitter.event().comment(""));
            } catch (IOException | IllegalStateException e) {
                emitter.completeWithError(e);
            }
        }));
    }

    @PostMapping(path = "/live/rooms/{room}/commands", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> command(@PathVariable String room, @RequestBody byte[] body) {
        RoomGate.Knock knock = gate.knock(room, Optional.empty());
        RoomGate.Visit visit = knock.visit();
        if (visit == null) {
            throw knock.refusal();
        }
        Bench bench = benches.get(visit.device());
        if (bench == null || !bench.isOpen()) {
            // Commands are heard from those who also listen: the stream is the seat.
            return ResponseEntity.status(HttpStatus.CONFLICT).build();
        }
        CompletableFuture<String> answer = new CompletableFuture<>();
        if (body.length > Seat.FRAME_LIMIT) {
            bench.refuseTooLarge(answer::complete);
        } else {
            bench.hear(new String(body, StandardCharsets.UTF_8), answer::complete);
        }
        return answered(answer);
    }

    private static ResponseEntity<String> answered(CompletableFuture<String> answer) {
        try {
            return ResponseEntity.ok()
                    .cacheControl(CacheControl.noStore())
                    .body(answer.get(ANSWER_SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build();
        } catch (ExecutionException | TimeoutException e) {
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build();
        }
    }

    /** When a sign-in ends, so do its streams. */
    @EventListener
    void on(SignInEnded ended) {
        emitters.forEach((emitter, signIn) -> {
            if (signIn.equals(ended.signIn())) {
                emitter.complete();
            }
        });
    }

    @Override
    public void destroy() {
        breath.shutdownNow();
    }
}
