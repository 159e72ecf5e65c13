package org.tessera.room.socket;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.ContextClosedEvent;
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
import org.tessera.clock.AlarmClock;
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
    private static final String CLOCK = "\"frame\":\"clock\"";

    private final RoomGate gate;
    private final SharedDevices devices;
    private final AlarmClock clock;
    private final Map<Device, Listening> listening = new ConcurrentHashMap<>();
    private volatile boolean isStopping;
    private final ScheduledExecutorService breath = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("stream-breath").factory());

    FrameStream(RoomGate gate, SharedDevices devices, AlarmClock clock) {
        this.gate = gate;
        this.devices = devices;
        this.clock = clock;
        breath.scheduleWithFixedDelay(this::breathe, BREATH_SECONDS, BREATH_SECONDS, TimeUnit.SECONDS);
        breath.scheduleWithFixedDelay(this::missTheGone, 1, 1, TimeUnit.SECONDS);
    }

    /** One open stream, and the seats on it. */
    private record Stream(SseEmitter emitter, Bench bench) {}

    /** The streams of a device, the latest last: it is the one that commands are heard on. */
    private static final class Listening {
        final List<Stream> streams = new CopyOnWriteArrayList<>();
        final Pulse pulse = new Pulse(System.nanoTime());

        Optional<Bench> bench() {
            return streams.stream().reduce((_, later) -> later).map(Stream::bench);
        }
    }

    @GetMapping(path = "/live/rooms/{room}/frames")
    ResponseEntity<SseEmitter> frames(
            @PathVariable String room, @RequestParam(required = false) @Nullable String since) {
        if (isStopping) {
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build();
        }
        RoomGate.Knock knock = gate.knock(room, Optional.ofNullable(since));
        RoomGate.Visit visit = knock.visit();
        if (visit == null) {
            throw knock.refusal();
        }
        SseEmitter emitter = new SseEmitter(0L);
        Bench bench =
                devices.open(visit.device(), visit.member(), visit.visitor().locale(), end(emitter), visit.since());
        Stream stream = new Stream(emitter, bench);
        listening.compute(visit.device(), (_, others) -> {
            Listening all = others == null ? new Listening() : others;
            all.pulse.begins(System.nanoTime());
            all.streams.add(stream);
            return all;
        });
        Runnable over = () -> {
            listening.computeIfPresent(visit.device(), (_, all) -> {
                all.streams.remove(stream);
                return all.streams.isEmpty() ? null : all;
            });
            bench.close();
        };
        emitter.onCompletion(over);
        emitter.onError(error -> over.run());
        emitter.onTimeout(over);
        if (isStopping) {
            // it came in the very moment of the end
            emitter.complete();
        }
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

    /**
     * The time now and then finds out whether the other side is still there: it fails on a closed line, and a page that
     * hears it answers. Pages that never answered may not know how, and are believed as long as writing works.
     */
    private void breathe() {
        String time = "{" + CLOCK + ",\"now\":\"" + clock.instant() + "\"}";
        listening
                .values()
                .forEach(all ->
                        all.streams.forEach(stream -> Thread.ofVirtual().start(() -> breathe(stream.emitter(), time))));
    }

    private void missTheGone() {
        long now = System.nanoTime();
        listening.forEach((device, all) -> {
            if (all.pulse.isGone(now) && listening.remove(device, all)) {
                // Nobody is there to wait for: the seat is free at once.
                all.streams.forEach(stream -> {
                    stream.bench().close();
                    Thread.ofVirtual().start(stream.emitter()::complete);
                });
            }
        });
    }

    private static void breathe(SseEmitter emitter, String time) {
        try {
            emitter.send(SseEmitter.event().data(time, MediaType.TEXT_PLAIN));
        } catch (IOException | IllegalStateException e) {
            emitter.completeWithError(e);
        }
    }

    @PostMapping(path = "/live/rooms/{room}/commands", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> command(@PathVariable String room, @RequestBody byte[] body) {
        RoomGate.Knock knock = gate.knock(room, Optional.empty());
        RoomGate.Visit visit = knock.visit();
        if (visit == null) {
            throw knock.refusal();
        }
        Listening all = listening.get(visit.device());
        Bench bench = all == null ? null : all.bench().filter(Bench::isOpen).orElse(null);
        if (all == null || bench == null) {
            // Commands are heard from those who also listen: the stream is the seat.
            return ResponseEntity.status(HttpStatus.CONFLICT).build();
        }
        CompletableFuture<String> answer = new CompletableFuture<>();
        Consumer<String> reply = frame -> {
            all.pulse.hears(frame.contains(CLOCK), System.nanoTime());
            answer.complete(frame);
        };
        if (body.length > Seat.FRAME_LIMIT) {
            bench.refuseTooLarge(reply);
        } else {
            bench.hear(new String(body, StandardCharsets.UTF_8), reply);
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

    /** Streams never end by themselves: a server that stops would wait for them, and everybody for the next one. */
    @EventListener
    void on(ContextClosedEvent closed) {
        isStopping = true;
        listening
                .values()
                .forEach(all -> all.streams.forEach(stream -> stream.emitter().complete()));
    }

    /** When a sign-in ends, so do its streams. */
    @EventListener
    void on(SignInEnded ended) {
        listening.forEach((device, all) -> {
            if (device.signIn().equals(ended.signIn())) {
                all.streams.forEach(stream -> stream.emitter().complete());
            }
        });
    }

    @Override
    public void destroy() {
        breath.shutdownNow();
    }
}
