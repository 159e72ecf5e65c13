package org.tessera.room.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tessera.protocol.Grouping;
import org.tessera.protocol.Mistake.Moment;
import org.tessera.protocol.Text;
import org.tessera.room.RoomCommand;
import org.tessera.room.RoomSummary.Status;

/** What the facilitator conducts the meeting with. */
final class Controls extends Div {

    private final Requests requests;
    private final InstantSource clock;
    private final Button next;
    private final Button back;
    private final Button close;
    private final Button one;
    private final Button five;
    private final Button pause;
    private final MoreMenu more;
    private final Paragraph over = new Paragraph();
    private @Nullable RoomPicture picture;

    /** {@code guests} opens the door to guests, {@code wall} is the address of the wall. */
    Controls(Requests requests, Runnable guests, Arranging arranging, InstantSource clock) {
        this.requests = requests;
        this.clock = clock;
        addClassName("controls");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", getTranslation("room.controls"));
        next = new Button("", VaadinIcon.STEP_FORWARD.create(), _ -> goOn());
        next.addThemeVariants(ButtonVariant.PRIMARY);
        next.addClassName("go-on");
        back = new Button("", VaadinIcon.STEP_BACKWARD.create(), _ -> goBack());
        close = new Button(
                getTranslation("room.control.close"), VaadinIcon.FLAG_CHECKERED.create(), _ -> confirmClosing());
        one = extending(1);
        five = extending(5);
        pause = new Button("", _ -> pauseOrResume());
        more = new MoreMenu(this, requests, guests, arranging);
        over.addClassName("over");
        add(over, next, close, back, one, five, pause, more);
    }

    /** Whether there is a meeting to conduct, by who looks at this page. */
    static boolean isFor(RoomPicture picture) {
        return picture.isFacilitator() && picture.status() != Status.CLOSED;
    }

    void show(RoomPicture now, Instant at) {
        picture = now;
        Optional<PhasePicture> running = now.phase();
        next.setText(nextText(now));
        next.setIcon(nextIcon(now));
        back.setVisible(now.rework().isPresent());
        now.rework().ifPresent(phase -> back.setText(getTranslation("room.control.back", nameOf(phase))));
        boolean clocked = running.filter(PhasePicture::inMeeting).isPresent();
        List.of(one, five, pause).forEach(button -> button.setVisible(clocked));
        close.setVisible(offersClosing(now) && !now.startable().isEmpty());
        running.ifPresent(this::showPause);
        over.setText(running.filter(phase -> phase.isOver(at))
                .map(phase -> overrun(now, phase, at))
                .orElse(""));
        over.setVisible(!over.getText().isEmpty());
        more.show(now);
    }

    /** Starts {@code phase}; where small groups are missing they are formed first. */
    void start(RoomPicture now, PhasePicture phase) {
        leaving(now, "room.blank.next", (reason, done) -> {
            RoomCommand.StartPhase start = new RoomCommand.StartPhase(phase.id(), reason);
            if (now.lacksGroups(phase)) {
                // Groups at work are not taken apart: their step ends first, once the new ones have been thought out.
                Optional<RoomCommand.OfSeat> end = now.phase()
                        .filter(PhasePicture::isInGroups)
                        .map(before -> new RoomCommand.EndPhase(before.id(), reason));
                done.run();
                new GroupsDialog(now, phase.grouping(), requests, end, () -> requests.ask(start)).open();
            } else {
                requests.ask(start, done);
            }
        });
    }

    /** Ends the running step and starts no other. */
    void end(RoomPicture now, String phase) {
        leaving(now, "room.blank.end", (reason, done) -> requests.ask(new RoomCommand.EndPhase(phase, reason), done));
    }

    /** Asks once more, then closes the room for good; a meeting that was not looked back at says why. */
    void confirmClosing() {
        Optional<CutShort> cut = Optional.ofNullable(picture).flatMap(now -> CutShort.byClosing(now, clock.instant()));
        if (picture != null
                && picture.status() == Status.RUNNING
                && picture.talk().isBlank()) {
            reminding(
                    cut.map(it -> ReasonDialog.ofBoth(it, this::closeRoom))
                            .orElseGet(() -> ReasonDialog.ofBlank("room.close.confirm", this::closeRoom)),
                    cut);
            return;
        }
        if (cut.isPresent()) {
            reminding(ReasonDialog.ofCut(cut.get(), this::closeRoom), cut);
            return;
        }
        ConfirmDialog dialog = new ConfirmDialog(
                getTranslation("room.close.title"),
                Stream.concat(
                                mistakes(cut).map(mistake -> mistake.in(getLocale())),
                                Stream.of(getTranslation("room.close.text")))
                        .collect(Collectors.joining(" ")),
                getTranslation("room.close.confirm"),
                _ -> requests.ask(new RoomCommand.CloseRoom()));
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("room.cancel"));
        dialog.open();
    }

    private void closeRoom(String reason, Runnable done) {
        requests.ask(new RoomCommand.CloseRoom(reason), done);
    }

    /** Opens {@code dialog}, and says in it what goes wrong where a step is left early. */
    private void reminding(RoomDialog dialog, Optional<CutShort> cut) {
        dialog.remind(mistakes(cut).toList());
        dialog.open();
    }

    /** What goes wrong where the room closes early: with the step that would be cut short, or else with the running one. */
    private Stream<Text> mistakes(Optional<CutShort> cut) {
        return cut.map(it -> it.step().script().at(Moment.EARLY_END).stream())
                .orElseGet(() -> Optional.ofNullable(picture).stream()
                        .flatMap(now -> Nudges.early(now, clock.instant()).stream()));
    }

    /** Leaves the running step: kindly held up where that is early, and asked why where a debrief would stay blank. */
    private void leaving(RoomPicture now, String goes, BiConsumer<@Nullable String, Runnable> then) {
        Optional<PhasePicture> running = now.phase();
        Runnable leave = () -> {
            if (running.filter(phase -> phase.script().isDebrief()).isPresent()
                    && now.talk().isBlank()) {
                ReasonDialog.ofBlank(goes, then::accept).open();
            } else {
                then.accept(null, () -> {});
            }
        };
        // A protected step is kept by the room itself: its refusal says the same, and its own sentence.
        List<Text> early =
                running.filter(PhasePicture::isProtected).isPresent() ? List.of() : Nudges.early(now, clock.instant());
        if (early.isEmpty()) {
            leave.run();
        } else {
            new EarlyDialog(early, leave).open();
        }
    }

    private void goOn() {
        if (picture == null) {
            return;
        }
        List<PhasePicture> startable = picture.startable();
        if (startable.isEmpty()) {
            confirmClosing();
        } else {
            start(picture, startable.getFirst());
        }
    }

    private void goBack() {
        if (picture != null) {
            RoomPicture now = picture;
            now.rework().ifPresent(phase -> start(now, phase));
        }
    }

    private Button extending(int minutes) {
        Button button = new Button(getTranslation("room.control.add", minutes), _ -> running()
                .ifPresent(phase -> requests.ask(new RoomCommand.ExtendPhase(phase, minutes))));
        button.setAriaLabel(getTranslation("room.control.add.aloud", minutes));
        button.setTooltipText(getTranslation("room.control.add.aloud", minutes));
        return button;
    }

    private void pauseOrResume() {
        Optional<PhasePicture> phase = Optional.ofNullable(picture).flatMap(RoomPicture::phase);
        phase.ifPresent(p ->
                requests.ask(p.isPaused() ? new RoomCommand.ResumePhase(p.id()) : new RoomCommand.PausePhase(p.id())));
    }

    private Optional<String> running() {
        return Optional.ofNullable(picture).flatMap(RoomPicture::current);
    }

    private void showPause(PhasePicture phase) {
        pause.setText(getTranslation(phase.isPaused() ? "room.control.resume" : "room.control.pause"));
        pause.setIcon((phase.isPaused() ? VaadinIcon.PLAY : VaadinIcon.PAUSE).create());
    }

    private String nextText(RoomPicture now) {
        Optional<PhasePicture> phase = now.startable().stream().findFirst();
        if (phase.isEmpty()) {
            return getTranslation("room.control.close");
        }
        return getTranslation(nextKey(now, phase.get()), nameOf(phase.get()));
    }

    private static String nextKey(RoomPicture now, PhasePicture next) {
        if (next.isAfter()) {
            return "room.control.keep-open";
        }
        if (next.isBefore()) {
            return now.status() == Status.WAITING ? "room.control.open" : "room.control.next";
        }
        if (now.lacksGroups(next)) {
            return next.grouping() == Grouping.PAIR ? "room.control.pairs" : "room.control.groups";
        }
        return now.beginsWith(next) ? "room.control.begin" : "room.control.next";
    }

    /** Whether closing the room is one of the usual things to do now: nothing of the meeting is ahead. */
    static boolean offersClosing(RoomPicture now) {
        return now.startable().stream().findFirst().map(PhasePicture::isAfter).orElse(true);
    }

    private static Icon nextIcon(RoomPicture now) {
        return (now.startable().isEmpty() ? VaadinIcon.FLAG_CHECKERED : VaadinIcon.STEP_FORWARD).create();
    }

    /** The lawful ways on when a step runs over its time. */
    private String overrun(RoomPicture now, PhasePicture phase, Instant at) {
        long behind = MeetingTime.of(now, at).map(MeetingTime::behind).orElse(0L);
        String keeps = now.phases().stream()
                .filter(ahead -> ahead.isProtected() && ahead.state() == PhasePicture.State.AHEAD)
                .findFirst()
                .map(ahead -> " " + getTranslation("room.over.keeps", nameOf(ahead), ahead.planned()))
                .orElse("");
        return (behind > 0 ? getTranslation("room.over.behind", behind) : getTranslation("room.over.room")) + keeps;
    }

    private String nameOf(PhasePicture phase) {
        return phase.name().in(getLocale());
    }
}
