package org.tessera.room.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.RouterLink;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tessera.protocol.Pack;
import org.tessera.protocol.Phase;
import org.tessera.protocol.Protocols;
import org.tessera.protocol.Timing;
import org.tessera.room.RoomSummary;
import org.tessera.room.RoomSummary.Status;

/** Rooms as a person finds them again: what runs now, what is next, what is over. */
@CssImport("./styles/room.css")
final class RoomList extends Section {

    private final Protocols protocols;
    private final Function<RoomSummary, Optional<Component>> beside;

    /** {@code past} says how many of the meetings that are over are listed, the latest first. */
    RoomList(List<RoomSummary> rooms, Protocols protocols, int past) {
        this(rooms, protocols, past, _ -> Optional.empty());
    }

    /** The same, with something to do {@code beside} some of the meetings that have not begun. */
    RoomList(
            List<RoomSummary> rooms, Protocols protocols, int past, Function<RoomSummary, Optional<Component>> beside) {
        this.protocols = protocols;
        this.beside = beside;
        addClassNames("card", "rooms");
        add(new H2(getTranslation("room.list.title")));
        if (rooms.isEmpty()) {
            add(new Paragraph(getTranslation("room.list.empty")));
        }
        list(
                "room.list.now",
                in(rooms, Status.RUNNING)
                        .filter(room -> timing(room) == Timing.MEETING)
                        .toList());
        list(
                "room.list.own",
                in(rooms, Status.RUNNING)
                        .filter(room -> timing(room) != Timing.MEETING)
                        .sorted(Comparator.comparing(room -> room.due().orElse(Instant.MAX)))
                        .toList());
        list(
                "room.list.next",
                in(rooms, Status.WAITING)
                        .sorted(Comparator.comparing(room -> room.scheduledAt().orElse(Instant.MAX)))
                        .toList());
        list("room.list.past", in(rooms, Status.CLOSED).limit(past).toList());
    }

    private static Stream<RoomSummary> in(List<RoomSummary> rooms, Status status) {
        return rooms.stream().filter(room -> room.status() == status);
    }

    private void list(String key, List<RoomSummary> rooms) {
        if (!rooms.isEmpty()) {
            UnorderedList list = new UnorderedList();
            rooms.forEach(room -> list.add(item(room)));
            add(new H3(getTranslation(key)), list);
        }
    }

    private ListItem item(RoomSummary room) {
        boolean running = room.status() == Status.RUNNING;
        RouterLink title = new RouterLink(room.title(), RoomView.class, RoomView.parameters(room.id()));
        Span about = new Span(about(room));
        about.addClassName("quiet");
        Div words = new Div(title, about);
        words.addClassName("words");
        ListItem item = new ListItem(words);
        if (running) {
            String key = timing(room) == Timing.MEETING ? "room.list.join" : "room.list.open";
            RouterLink join = new RouterLink(getTranslation(key), RoomView.class, RoomView.parameters(room.id()));
            join.addClassName("primary-link");
            join.getElement().setAttribute("aria-label", getTranslation(key + ".aloud", room.title()));
            item.add(join);
        }
        if (room.status() == Status.WAITING) {
            beside.apply(room).ifPresent(item::add);
        }
        return item;
    }

    /** When the running phase is worked in. */
    private Timing timing(RoomSummary room) {
        return phase(room).map(Phase::timing).orElse(Timing.MEETING);
    }

    private Optional<Phase> phase(RoomSummary room) {
        return room.phase().flatMap(phase -> protocols.find(room.pack()).flatMap(pack -> pack.phase(phase)));
    }

    private String ownTime(RoomSummary room, Phase phase) {
        String key = phase.timing() == Timing.BEFORE ? "room.list.before" : "room.list.after";
        return room.due()
                .map(due -> getTranslation(key + ".until", DueWords.inFull(due, this)))
                .orElseGet(() -> getTranslation(key));
    }

    private String about(RoomSummary room) {
        Optional<Pack> pack = protocols.find(room.pack());
        String protocol = pack.map(found -> found.name().in(getLocale())).orElse("");
        return switch (room.status()) {
            case RUNNING ->
                phase(room)
                        .map(phase -> getTranslation(
                                "room.list.about",
                                protocol,
                                phase.isInMeeting() ? phase.name().in(getLocale()) : ownTime(room, phase)))
                        .orElse(protocol);
            case WAITING ->
                getTranslation(
                        "room.list.about",
                        protocol,
                        room.scheduledAt()
                                .map(at -> Zones.told(at, UI.getCurrent(), getLocale()))
                                .orElseGet(() -> getTranslation("room.list.anytime")));
            case CLOSED -> getTranslation("room.list.about", protocol, closed(room));
        };
    }

    private String closed(RoomSummary room) {
        String at = room.closedAt()
                .map(time -> Zones.told(time, UI.getCurrent(), getLocale()))
                .orElse("");
        return room.isCancelled() ? getTranslation("room.list.cancelled", at) : at;
    }
}
