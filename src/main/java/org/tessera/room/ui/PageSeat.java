package org.tessera.room.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.Command;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tessera.clock.AlarmClock;
import org.tessera.room.InnerEnd;
import org.tessera.room.Outcome;
import org.tessera.room.RoomCommand;
import org.tessera.room.Seat;
import org.tessera.room.SeatEnd;
import org.tessera.room.WayOn;
import tools.jackson.databind.JsonNode;

/**
 * The page's end of a seat: folds what it is told on the seat's own thread and hands pictures to the page, at most a few
 * a second. What comes while one is due is folded into it. Most of what is told in a meeting is about notes on the board,
 * which draws them itself: a picture like the last one, with nothing to say, never holds up the page.
 */
final class PageSeat implements InnerEnd {

    /** What a picture is made for. */
    interface Page {

        /** Shows the room as it is now, and tells what has happened since the last picture, oldest first. */
        void show(RoomPicture picture, List<Happening> news);

        /** Says that the room does not reach this page any more. */
        void lost();
    }

    private static final Logger LOG = LoggerFactory.getLogger(PageSeat.class);

    /** The least time between two pictures: a push to a page is not free, and eyes need no more. */
    private static final Duration PACE = Duration.ofMillis(250);

    private final UI ui;
    private final Page page;
    private final AlarmClock clock;
    private final Seat seat;

    private final Queue<JsonNode> heard = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean due = new AtomicBoolean();

    private final Folded folded = new Folded();
    private final Picturing picturing = new Picturing(folded);
    private final List<Happening> untold = new ArrayList<>();
    private Optional<RoomPicture> latest = Optional.empty();
    private volatile Instant next = Instant.MIN;
    private volatile boolean left;

    private PageSeat(UI ui, Page page, AlarmClock clock, Function<SeatEnd, Seat> sit) {
        this.ui = ui;
        this.page = page;
        this.clock = clock;
        this.seat = sit.apply(this);
    }

    /** Sits down for {@code page} as {@code sit} says; frames may come at once. */
    static PageSeat of(UI ui, Page page, AlarmClock clock, Function<SeatEnd, Seat> sit) {
        return new PageSeat(ui, page, clock, sit);
    }

    /** Work for the page, as a task that any thread may start and none has to do. */
    static Runnable onPage(UI ui, Command work) {
        return () -> aside(() -> access(ui, work));
    }

    /** Gives a command; the answer comes with the page's lock held. */
    void ask(RoomCommand.OfSeat command, Consumer<Outcome> answer) {
        seat.give(command, outcome -> onPage(ui, () -> answer.accept(outcome)).run());
    }

    /** Asks for the lawful ways on at this moment; the answer comes with the page's lock held. */
    void lookForWays(Consumer<List<WayOn>> answer) {
        seat.lookForWays(ways -> onPage(ui, () -> answer.accept(ways)).run());
    }

    /** Leaves the room. */
    void stand() {
        left = true;
        seat.close();
    }

    @Override
    public void hear(List<JsonNode> frames) {
        heard.addAll(frames);
        if (!due.compareAndSet(false, true)) {
            return;
        }
        Instant when = next;
        if (clock.instant().isBefore(when)) {
            clock.at(when, () -> aside(this::look));
        } else {
            aside(this::look);
        }
    }

    @Override
    public void close() {
        if (!left) {
            access(ui, page::lost);
        }
    }

    /** Makes the picture; the page is asked to draw only what it does not show yet. */
    private void look() {
        synchronized (folded) {
            if (latest.isPresent()) {
                next = clock.instant().plus(PACE);
            }
            // what comes from here on may be in this picture already, and then the next one is the same
            due.set(false);
            for (JsonNode frame = heard.poll(); frame != null; frame = heard.poll()) {
                folded.take(frame);
            }
            Optional<RoomPicture> picture = picturing.picture();
            if (latest.isEmpty() && picture.isPresent()) {
                next = clock.instant().plus(PACE);
            }
            boolean isNews = untold.addAll(
                    folded.takeNews().stream().filter(Sentences::tells).toList());
            if (picture.equals(latest) && !isNews) {
                return;
            }
            latest = picture;
        }
        access(ui, this::hand);
    }

    private void hand() {
        Optional<RoomPicture> picture;
        List<Happening> news;
        synchronized (folded) {
            picture = latest;
            news = List.copyOf(untold);
            untold.clear();
        }
        picture.ifPresent(seen -> page.show(seen, news));
    }

    /** Work for the page, with its lock held; none where the page is gone. */
    static void access(UI ui, Command command) {
        try {
            ui.access(command);
        } catch (UIDetachedException e) {
            LOG.debug("the page is gone before it heard all");
        }
    }

    /** The room's and the clock's threads serve everybody: none of them does a page's work. */
    static void aside(Runnable work) {
        Thread.ofVirtual().name("room-page").start(work);
    }
}
