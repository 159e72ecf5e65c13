package org.tessera.room.ui;

import static java.util.Objects.requireNonNull;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tessera.account.CurrentUser;
import org.tessera.account.SignedIn;
import org.tessera.clock.AlarmClock;
import org.tessera.room.Admission;
import org.tessera.room.MemberId;
import org.tessera.room.RoomId;
import org.tessera.room.RoomSummary;
import org.tessera.room.Rooms;

/**
 * A page that sits in a room while it is open and shows it. It does not count as presence: the board's own socket does.
 * Besides what happens it is drawn anew when the minute turns and when a phase's time is up.
 */
abstract class RoomPage extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Rooms rooms;
    private final CurrentUser user;
    private final AlarmClock clock;

    private @Nullable RoomSummary room;
    private @Nullable MemberId member;
    private @Nullable PageSeat seat;
    private @Nullable RoomPicture shown;
    private boolean covered;
    private AlarmClock.@Nullable Alarm turn;

    RoomPage(Rooms rooms, CurrentUser user, AlarmClock clock) {
        this.rooms = rooms;
        this.user = user;
        this.clock = clock;
    }

    /** Prepares the page for a room the person may enter, before anything of it is known. */
    abstract void prepare(RoomSummary room, SignedIn me);

    /** Shows the room as it is {@code now}; {@code before} is what was shown last, nothing at first. */
    abstract void show(RoomPicture picture, Optional<RoomPicture> before, List<Happening> news, Instant now);

    /** Says that the room does not reach this page any more. */
    abstract void sayLost();

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        RoomId id = event.getRouteParameters().get("room").flatMap(RoomPage::id).orElseThrow(NotFoundException::new);
        SignedIn me = user.require();
        stand();
        // What one may not know of is answered like what is not there.
        member = switch (rooms.enter(id, me)) {
            case Admission.Entered entered -> entered.member();
            case Admission.Unknown _, Admission.Elsewhere _ -> throw new NotFoundException();
        };
        room = rooms.find(id, me).orElseThrow(NotFoundException::new);
        shown = null;
        covered = !begins(room, me);
        if (!covered) {
            prepare(room, me);
            if (isAttached()) {
                getUI().ifPresent(this::sit);
            }
        }
    }

    /** Whether the person whose sign-in it is may see the room at once; else the page sits down later. */
    boolean begins(RoomSummary room, SignedIn me) {
        return true;
    }

    /** The page is {@code who}'s from now on. */
    void sitAs(MemberId who, SignedIn as) {
        stand();
        member = who;
        shown = null;
        covered = false;
        prepare(room(), as);
        getUI().ifPresent(this::sit);
    }

    /** The page is nobody's until it {@linkplain #sitAs sits down} again. */
    void cover() {
        covered = true;
        stand();
        shown = null;
    }

    /** What was shown last. */
    Optional<RoomPicture> shown() {
        return Optional.ofNullable(shown);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("room.page", room == null ? "" : room.title());
    }

    @Override
    protected void onAttach(AttachEvent event) {
        if (seat == null && !covered) {
            sit(event.getUI());
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        stand();
    }

    /** The room of this page. */
    RoomSummary room() {
        return requireNonNull(room);
    }

    /** Who the person is in it. */
    MemberId member() {
        return requireNonNull(member);
    }

    /** The seat, while the page is open. */
    Optional<PageSeat> seat() {
        return Optional.ofNullable(seat);
    }

    /** Sits down again after the room was lost. */
    void sitAgain() {
        stand();
        getUI().ifPresent(this::sit);
    }

    private void sit(UI ui) {
        seat = PageSeat.of(
                ui,
                new PageSeat.Page() {
                    @Override
                    public void show(RoomPicture picture, List<Happening> news) {
                        draw(picture, news);
                    }

                    @Override
                    public void lost() {
                        seat = null;
                        sayLost();
                    }
                },
                clock,
                end -> rooms.sit(room().id(), member(), getLocale(), end, Optional.empty(), false));
    }

    private void stand() {
        if (seat != null) {
            seat.stand();
            seat = null;
        }
        if (turn != null) {
            turn.cancel();
            turn = null;
        }
    }

    private void draw(RoomPicture picture, List<Happening> news) {
        Optional<RoomPicture> before = Optional.ofNullable(shown);
        Instant now = clock.instant();
        shown = picture;
        show(picture, before, news, now);
        turnAt(picture, now);
    }

    private void turnAt(RoomPicture picture, Instant now) {
        if (turn != null) {
            turn.cancel();
            turn = null;
        }
        Optional<Instant> minute = picture.isMeeting()
                ? picture.startedAt()
                        .map(start -> start.plus(
                                Duration.ofMinutes(Duration.between(start, now).toMinutes() + 1)))
                : Optional.empty();
        Optional<Instant> end =
                picture.phase().filter(phase -> !phase.isPaused()).flatMap(PhasePicture::endsAt);
        // A date is over with the first moment after it.
        Optional<Instant> due = picture.ownTimeNow().flatMap(PhasePicture::due).map(at -> at.plusMillis(1));
        getUI().ifPresent(ui -> Stream.of(minute, minute.isPresent() ? end : Optional.<Instant>empty(), due)
                .flatMap(Optional::stream)
                .filter(when -> when.isAfter(now))
                .min(Instant::compareTo)
                .ifPresent(when -> turn = clock.at(when, PageSeat.onPage(ui, this::turned))));
    }

    private void turned() {
        if (shown != null && seat != null) {
            draw(shown, List.of());
        }
    }

    private static Optional<RoomId> id(String text) {
        try {
            return Optional.of(new RoomId(UUID.fromString(text)));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
