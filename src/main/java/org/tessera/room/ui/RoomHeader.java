package org.tessera.room.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.tessera.room.RoomSummary.Status;

/** The head of the room: its title, protocol and team, how the meeting stands in time, and the way to the video call. */
final class RoomHeader extends Header {

    private final H1 title = new H1();
    private final Paragraph what = new Paragraph();
    private final Span left = new Span();
    private final Span against = new Span();
    private final ProgressBar bar = new ProgressBar();
    private final Slots.Slot<Anchor> record;
    private final Slots.Slot<Anchor> wall;
    private final Slots.Slot<Anchor> video;
    private String team = "";

    RoomHeader() {
        addClassName("room-head");
        what.addClassName("quiet");
        Div names = new Div(title, what);
        names.addClassName("room-names");
        bar.getElement().setAttribute("aria-hidden", "true");
        left.addClassName("left");
        Div time = new Div(new Div(left, against), bar);
        time.addClassName("room-time");
        time.getElement().setAttribute("role", "group");
        time.getElement().setAttribute("aria-label", getTranslation("room.time"));
        Slots slots = new Slots(this);
        slots.add(names);
        record = slots.add(() -> link("room.record", VaadinIcon.DOWNLOAD));
        wall = slots.add(() -> link("room.control.wall", VaadinIcon.PRESENTATION));
        video = slots.add(() -> {
            Anchor link = link("room.video", VaadinIcon.MOVIE);
            link.getElement().setAttribute("rel", "noopener noreferrer");
            return link;
        });
        slots.add(time);
    }

    private Anchor link(String key, VaadinIcon icon) {
        Anchor link = new Anchor();
        link.addClassName("away-link");
        link.setTarget(AnchorTarget.BLANK);
        link.add(icon.create(), new Span(getTranslation(key)));
        return link;
    }

    /** Says what is known before the room was heard. */
    void announce(String roomTitle, String teamName) {
        team = teamName;
        title.setText(roomTitle);
        what.setText(teamName);
    }

    void show(RoomPicture picture, Instant now) {
        title.setText(picture.title());
        String protocol = picture.protocol().in(getLocale());
        what.setText(team.isEmpty() ? protocol : getTranslation("room.what", protocol, team));
        video.show(
                picture.meetingUrl().isPresent(), link -> picture.meetingUrl().ifPresent(link::setHref));
        // Nobody stands before a wall where everybody works alone.
        wall.show(
                picture.isFacilitator()
                        && picture.status() != Status.CLOSED
                        && picture.ownTimeNow().isEmpty(),
                link -> link.setHref("rooms/" + picture.room() + "/wall"));
        record.show(picture.status() != Status.WAITING, link -> link.setHref("rooms/" + picture.room() + "/record"));
        switch (picture.status()) {
            case WAITING -> still(getTranslation("room.time.planned", picture.plannedMinutes()), 0);
            case RUNNING ->
                MeetingTime.of(picture, now)
                        .ifPresentOrElse(
                                this::run,
                                () -> still(
                                        picture.ownTime()
                                                .map(phase -> getTranslation(
                                                        phase.isBefore() ? "room.own.before" : "room.own.after"))
                                                .orElseGet(() ->
                                                        getTranslation("room.time.planned", picture.plannedMinutes())),
                                        0));
            case CLOSED -> {
                boolean held = picture.arranged().cancelled().isEmpty();
                still(held ? taken(picture) : getTranslation("room.cancelled.place"), held ? 1 : 0);
            }
        }
    }

    private void still(String text, double part) {
        bar.setVisible(part > 0);
        left.setText(text);
        against.setText("");
        against.setClassName("");
        bar.setValue(part);
    }

    private void run(MeetingTime time) {
        bar.setVisible(true);
        left.setText(
                time.elapsed() > time.planned()
                        ? getTranslation("room.time.used", time.planned())
                        : getTranslation("room.time.left", time.left(), time.planned()));
        against.setText(
                time.behind() > 0
                        ? getTranslation("room.time.behind", time.behind())
                        : time.behind() < 0
                                ? getTranslation("room.time.ahead", -time.behind())
                                : getTranslation("room.time.on"));
        against.setClassName(time.behind() > 0 ? "behind" : "on");
        bar.setValue(Math.min(1, time.elapsed() / (double) Math.max(1, time.planned())));
    }

    private String taken(RoomPicture picture) {
        Optional<Long> minutes = picture.startedAt().flatMap(start -> picture.closedAt()
                .map(end -> Math.round(Duration.between(start, end).toSeconds() / 60.0)));
        return minutes.map(m -> getTranslation("room.time.taken", m, picture.plannedMinutes()))
                .orElseGet(() -> getTranslation("room.time.planned", picture.plannedMinutes()));
    }
}
