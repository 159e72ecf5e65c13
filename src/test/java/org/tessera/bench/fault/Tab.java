package org.tessera.bench.fault;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.tessera.bench.fault.Diary.Given;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One person’s open page as far as the wire goes: what {@code frontend/room/connection.ts} and {@code outbox.ts} do, with
 * the same times, for somebody who looks at it all the time. Whatever it gives waits in order until it is answered; it comes back by itself with its cursor, takes
 * the way of Server-Sent Events where sockets are blocked, and sends one command in ten a second time for no reason.
 */
public final class Tab implements AutoCloseable {

    static final JsonMapper JSON = JsonMapper.builder().build();

    /** So many handshakes in a row may fail before the reason is asked for. */
    private static final int PATIENCE = 2;

    private static final long HANDSHAKE = 4_000;
    private static final long PATIENT_HANDSHAKE = 8_000;
    private static final Duration REASON = Duration.ofSeconds(5);
    private static final long HANGS = 1_500;
    private static final Duration ASK_WITHIN = Duration.ofSeconds(2);
    private static final long ASK_AGAIN = 500;
    private static final long BEAT_EVERY = 10_000;
    private static final List<Long> FIRST_BEATS = List.of(400L, 400L, 800L, 1_600L, 3_200L);
    private static final long SILENCE = 8_000;
    private static final long SILENCE_AFTER_SLEEP = 2_500;
    private static final long BREATHLESS = 12_000;
    private static final long POST_AGAIN = 4_000;
    private static final long FIRST_WAIT = 400;
    private static final long LONGEST_WAIT = 1_500;
    private static final long SHORTEST_WAIT = 50;
    private static final int TRIES = 8;
    private static final long TRY_AFTER = 500;
    private static final long TRY_SLOWEST = 4_000;
    private static final double FORCED = 0.1;

    private final ScheduledExecutorService loop = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("tab").factory());
    private final Ways ways;
    private final Diary diary;
    private final Random lot;
    private final Map<UUID, ObjectNode> outbox = new LinkedHashMap<>();
    private final Map<UUID, Integer> tries = new LinkedHashMap<>();
    private Optional<Ways.Way> way = Optional.empty();
    private Optional<String> cursor = Optional.empty();
    private Optional<Future<?>> retry = Optional.empty();
    private Optional<Future<?>> silence = Optional.empty();
    private Optional<Future<?>> handshake = Optional.empty();
    private Optional<Future<?>> beat = Optional.empty();
    private int generation;
    private int next;
    private int failures;
    private int waits;
    private int unanswered;
    private int beats;
    private boolean isBlocked;
    private boolean isServerThere;
    private boolean streamWorks;
    private boolean isStopped;
    private long set;
    private final Watch watch = new Watch();
    private volatile Optional<CountDownLatch> sleep = Optional.empty();
    private volatile double wrong = Double.NaN;
    private volatile boolean live;
    private volatile boolean overStream;
    private volatile int waiting;
    private volatile Optional<RuntimeException> broken = Optional.empty();

    /**
     * A page that is not open yet.
     *
     * @param cookie the session’s, with its name
     */
    public Tab(HttpClient http, URI server, UUID room, String cookie, Diary diary, long seed) {
        this.ways = new Ways(http, server, room, cookie);
        this.diary = diary;
        this.lot = new Random(seed);
    }

    /** Opens the page. */
    public Tab start() {
        run(this::open);
        return this;
    }

    /** Everything this person has given and was told. */
    public Diary diary() {
        return diary;
    }

    /** Whether the line stands. */
    public boolean isLive() {
        return live;
    }

    /** Whether it came to Server-Sent Events. */
    public boolean isOverStream() {
        return overStream;
    }

    /** How many commands wait for an answer. */
    public int waiting() {
        return waiting;
    }

    /** Gives a command: it is kept until it is answered. */
    public UUID give(String type, Map<String, ?> fields) {
        UUID id = id(lot);
        ObjectNode command = JSON.createObjectNode().put("id", id.toString()).put("type", type);
        fields.forEach((key, value) -> command.set(key, JSON.valueToTree(value)));
        diary.gives(new Given(id, type, fields, System.nanoTime()));
        waiting++;
        run(() -> {
            outbox.put(id, command);
            waiting = outbox.size();
            send(command);
            if (lot.nextDouble() < FORCED) {
                // a double click, a proxy that repeats itself: at once, or when the first one is long done
                later(lot.nextBoolean() ? 0 : 1 + lot.nextInt(800), () -> send(command));
            }
        });
        return id;
    }

    /** The network came back, and the browser says so. */
    public void wake() {
        run(() -> {
            if (live) {
                if (!overStream) {
                    silence.ifPresent(timer -> timer.cancel(false));
                    silence = Optional.empty();
                    beats = 0;
                    sendBeat(SILENCE_AFTER_SLEEP);
                }
            } else {
                isBlocked &= streamWorks;
                failures = 0;
                open();
            }
        });
    }

    /** The lid is closed: nothing happens on this page and nothing is read from its line, until {@link #awakes}. */
    public void sleeps() {
        CountDownLatch awake = new CountDownLatch(1);
        sleep = Optional.of(awake);
        run(() -> {
            way.ifPresent(Ways.Way::stopsReading);
            try {
                awake.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            way.ifPresent(Ways.Way::readsOn);
        });
    }

    /** The lid is opened, and the page looked at. */
    public void awakes() {
        sleep.ifPresent(CountDownLatch::countDown);
        sleep = Optional.empty();
        wake();
    }

    /** Somebody sets the clock of the device. */
    public void setsClock(Duration ahead) {
        run(() -> {
            set = ahead.toMillis();
            wrong = watch.offset() + set;
        });
    }

    /** How far off the server’s time this page shows, in milliseconds; NaN while it knows nothing. */
    public double wrong() {
        return wrong;
    }

    private long deviceTime() {
        return System.currentTimeMillis() + set;
    }

    /** A random id as browsers make them: others the server need not keep. */
    static UUID id(Random lot) {
        return new UUID(lot.nextLong() & ~0xf000L | 0x4000L, lot.nextLong() & 0x3fffffffffffffffL | Long.MIN_VALUE);
    }

    private void run(Runnable what) {
        if (!loop.isShutdown()) {
            loop.execute(watched(what));
        }
    }

    private Future<?> later(long milliseconds, Runnable what) {
        return loop.schedule(watched(what), milliseconds, TimeUnit.MILLISECONDS);
    }

    /** A page that is broken itself is no witness. */
    private Runnable watched(Runnable what) {
        return () -> {
            try {
                what.run();
            } catch (RuntimeException e) {
                broken = Optional.of(e);
                throw e;
            }
        };
    }

    /** What broke this page, if anything did: then its diary proves nothing. */
    public Optional<RuntimeException> broken() {
        return broken;
    }

    private void send(ObjectNode command) {
        if (live) {
            way.ifPresent(line -> line.say(JSON.writeValueAsString(command)));
        }
    }

    private void open() {
        shut();
        if (isStopped) {
            return;
        }
        int mine = generation;
        next = 0;
        Ways.Ear ear = new Ears(mine);
        overStream = isBlocked;
        way = Optional.of(isBlocked ? ways.stream(cursor, ear) : ways.socket(cursor, ear));
        handshake = Optional.of(later(unanswered % 2 == 0 ? HANDSHAKE : PATIENT_HANDSHAKE, () -> {
            if (mine == generation) {
                unanswered++;
                shut();
                couldNot();
            }
        }));
        later(HANGS, () -> ask(mine, false));
    }

    private void ask(int mine, boolean wasDead) {
        if (mine != generation || live) {
            return;
        }
        ways.answers(
                ASK_WITHIN,
                status -> run(() -> {
                    if (mine == generation && !live) {
                        if (status == 0) {
                            later(ASK_AGAIN, () -> ask(mine, true));
                        } else if (wasDead) {
                            open();
                        }
                    }
                }));
    }

    private void shut() {
        retry.ifPresent(timer -> timer.cancel(false));
        silence.ifPresent(timer -> timer.cancel(false));
        silence = Optional.empty();
        handshake.ifPresent(timer -> timer.cancel(false));
        beat.ifPresent(timer -> timer.cancel(false));
        generation++;
        live = false;
        way.ifPresent(Ways.Way::close);
        way = Optional.empty();
    }

    /** Hears one connection, as long as it is the last one. */
    private final class Ears implements Ways.Ear {

        private final int mine;
        private boolean wasOpen;

        Ears(int mine) {
            this.mine = mine;
        }

        private void ifMine(Runnable what) {
            run(() -> {
                if (mine == generation) {
                    what.run();
                }
            });
        }

        @Override
        public void opened() {
            ifMine(() -> {
                wasOpen = true;
                failures = 0;
                waits = 0;
                unanswered = 0;
                isServerThere = false;
                streamWorks = overStream;
                live = true;
                handshake.ifPresent(timer -> timer.cancel(false));
                outbox.values().forEach(Tab.this::send);
                if (overStream) {
                    awaitBreath();
                    answerBreath();
                } else {
                    beats = 0;
                    sendBeat(SILENCE);
                }
            });
        }

        @Override
        public void heard(String text) {
            long now = System.nanoTime();
            ifMine(() -> take(text, now));
        }

        @Override
        public void failed(String command) {
            ifMine(() -> later(POST_AGAIN, () -> {
                if (mine == generation) {
                    way.ifPresent(line -> line.say(command));
                }
            }));
        }

        @Override
        public void seatGone() {
            ifMine(() -> {
                shut();
                again();
            });
        }

        @Override
        public void closed() {
            ifMine(() -> {
                shut();
                if (wasOpen) {
                    again();
                } else {
                    couldNot();
                }
            });
        }
    }

    private void couldNot() {
        failures++;
        if (failures < PATIENCE) {
            again();
            return;
        }
        int mine = generation;
        ways.answers(
                REASON,
                status -> run(() -> {
                    if (mine == generation && !isStopped) {
                        if (status != 200) {
                            again();
                            return;
                        }
                        // perhaps the server was only away: the other way is taken when it fails once more
                        if (isServerThere) {
                            isBlocked = !isBlocked;
                            failures = 0;
                        }
                        isServerThere = !isServerThere;
                        open();
                    }
                }));
    }

    private void again() {
        long ceiling = Math.min(LONGEST_WAIT, FIRST_WAIT << Math.min(waits, 16));
        waits++;
        retry.ifPresent(timer -> timer.cancel(false));
        retry = Optional.of(later(Math.max(SHORTEST_WAIT, Math.round(lot.nextDouble() * ceiling)), this::open));
    }

    private String beat() {
        return "{\"type\":\"beat\",\"t0\":" + deviceTime() + "}";
    }

    private void sendBeat(long patience) {
        if (!live) {
            return;
        }
        int mine = generation;
        way.ifPresent(line -> line.say(beat()));
        if (silence.isEmpty()) {
            silence = Optional.of(later(patience, () -> deadAir(mine)));
        }
        beat.ifPresent(timer -> timer.cancel(false));
        long next = beats < FIRST_BEATS.size() ? FIRST_BEATS.get(beats++) : BEAT_EVERY;
        beat = Optional.of(later(next, () -> sendBeat(SILENCE)));
    }

    private void awaitBreath() {
        int mine = generation;
        silence.ifPresent(timer -> timer.cancel(false));
        silence = Optional.of(later(BREATHLESS, () -> deadAir(mine)));
    }

    private void answerBreath() {
        way.ifPresent(line -> line.beat(beat()));
    }

    private void deadAir(int mine) {
        if (mine == generation) {
            open();
        }
    }

    private void take(String text, long now) {
        JsonNode frame = JSON.readTree(text);
        String kind = frame.path("frame").asString("");
        if (!overStream) {
            silence.ifPresent(timer -> timer.cancel(false));
            silence = Optional.empty();
        } else if (!kind.equals("ack") && !kind.equals("refused") && !frame.has("t0")) {
            // what answers a post says nothing of the stream
            awaitBreath();
        }
        if (overStream && kind.equals("clock") && !frame.has("t0")) {
            answerBreath();
        }
        if (kind.equals("clock") && frame.has("t0")) {
            long onTheLoop = (System.nanoTime() - now) / 1_000_000;
            watch.measured(
                    frame.path("t0").asLong(),
                    Instant.parse(frame.path("now").asString("")).toEpochMilli(),
                    deviceTime() - onTheLoop);
            // the server and all devices are one machine: whoever knew its time exactly would find what was set
            wrong = watch.offset() + set;
        }
        boolean isNumbered = kind.equals("snapshot") || kind.equals("events");
        diary.hears(generation, frame, text, now);
        if (isNumbered) {
            if (frame.path("n").asInt() != next) {
                open();
                return;
            }
            next++;
            cursor = Optional.of(frame.path("cursor").asString());
        } else if (frame.path("id").isString()) {
            answered(
                    UUID.fromString(frame.path("id").asString()),
                    frame.path("reason").asString(""));
        }
    }

    private void answered(UUID id, String reason) {
        ObjectNode command = outbox.get(id);
        if (command == null) {
            return;
        }
        int before = tries.getOrDefault(id, 0);
        if (reason.equals("BUSY") || reason.equals("TOO_FAST") && before < TRIES) {
            tries.put(id, before + 1);
            later(Math.min(TRY_AFTER * (before + 1), TRY_SLOWEST), () -> {
                if (outbox.containsKey(id)) {
                    send(command);
                }
            });
            return;
        }
        outbox.remove(id);
        waiting = outbox.size();
    }

    /** How it stands, for the sentence that says what did not happen. */
    @Override
    public String toString() {
        return diary.name() + (live ? " on" : " off") + " connection " + diary.lines() + ", " + waiting + " waiting, "
                + diary.answers().size() + " answers";
    }

    /** Closes the page. */
    @Override
    public void close() {
        sleep.ifPresent(CountDownLatch::countDown);
        run(() -> {
            isStopped = true;
            shut();
            loop.shutdown();
        });
    }
}
