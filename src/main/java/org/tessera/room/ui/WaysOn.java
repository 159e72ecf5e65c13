package org.tessera.room.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tessera.protocol.Minutes;
import org.tessera.room.RoomCommand;
import org.tessera.room.WayOn;

/**
 * What the facilitator can do about time: answer those who ask for more, and take one of the lawful ways on when the
 * meeting is late. Quiet until it is opened; each way is one press.
 */
final class WaysOn extends Div {

    private final Requests requests;
    private final Div asking = new Div();
    private final Paragraph asked = new Paragraph();
    private final Details offer = new Details();
    private final Div ways = new Div();
    private List<WayOn> shown = List.of();
    private String running = "";

    WaysOn(Requests requests) {
        this.requests = requests;
        addClassName("ways-on");
        asking.addClassName("asking");
        asking.add(asked, more(1), more(2));
        ways.addClassName("ways");
        offer.add(ways);
        add(asking, offer);
        asking.setVisible(false);
        offer.setVisible(false);
    }

    private Button more(int minutes) {
        Button button = new Button(
                getTranslation("room.control.add", minutes),
                _ -> requests.ask(new RoomCommand.ExtendPhase(running, minutes)));
        button.setAriaLabel(getTranslation("room.ways.give", minutes));
        button.addThemeVariants(ButtonVariant.SMALL);
        return button;
    }

    /** Who asks for more time in the running step. */
    void show(RoomPicture picture) {
        running = picture.current().orElse("");
        asking.setVisible(picture.asking() > 0);
        asked.setText(getTranslation("room.ways.asked", picture.asking()));
    }

    /** Offers these ways on; none takes the offer away. An offer that stays the same stays open. */
    void offer(RoomPicture picture, List<WayOn> open) {
        offer.setVisible(!open.isEmpty());
        if (open.equals(shown)) {
            return;
        }
        shown = open;
        long inTime = open.stream().filter(WayOn::isOnTime).count();
        offer.setSummaryText(getTranslation("room.ways.title", inTime));
        ways.removeAll();
        open.forEach(way -> ways.add(way(picture, way)));
        if (picture.phases().stream().anyMatch(WaysOn::keepsItsTime)) {
            Paragraph keeps = new Paragraph(getTranslation("room.ways.protected"));
            keeps.addClassName("quiet");
            ways.add(keeps);
        }
    }

    private static boolean keepsItsTime(PhasePicture phase) {
        return phase.isProtected() && phase.state() == PhasePicture.State.AHEAD;
    }

    private Div way(RoomPicture picture, WayOn way) {
        Paragraph effect = new Paragraph(effect(picture, way));
        Button take = new Button(
                getTranslation("room.ways." + way.kind().word()),
                _ -> requests.ask(new RoomCommand.Rebalance(way.kind().word())));
        take.addThemeVariants(ButtonVariant.SMALL);
        Div row = new Div(take, effect);
        row.addClassName("way");
        return row;
    }

    private String effect(RoomPicture picture, WayOn way) {
        String shorter = shortened(picture, way);
        String out = Names.together(this, List.copyOf(names(picture, way.leftOut())));
        long late = way.late().toMinutes();
        return switch (way.kind()) {
            case SHORTEN -> getTranslation("room.ways.shorten.effect", shorter);
            case LEAVE_OUT -> getTranslation("room.ways.leave-out.effect", out);
            case BOTH -> getTranslation("room.ways.both.effect", out, shorter);
            case SHORTEST ->
                out.isEmpty()
                        ? getTranslation("room.ways.shortest.effect", late)
                        : getTranslation("room.ways.shortest.out", late, out);
            case LATER -> getTranslation("room.ways.later.effect", late);
        };
    }

    private Set<String> names(RoomPicture picture, List<String> phases) {
        return phases.stream()
                .flatMap(id -> picture.phase(id).stream())
                .map(phase -> phase.name().in(getLocale()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** “Describe 10 → 7, Interpret 8 → 6”; what repeats is said once. */
    private String shortened(RoomPicture picture, WayOn way) {
        return way.lengths().entrySet().stream()
                .filter(entry -> !way.leftOut().contains(entry.getKey()))
                .flatMap(entry -> picture.phase(entry.getKey()).stream()
                        .filter(phase -> minutes(entry.getValue()) < phase.planned())
                        .map(phase -> getTranslation(
                                "room.ways.change",
                                phase.name().in(getLocale()),
                                phase.planned(),
                                minutes(entry.getValue()))))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static double minutes(Duration length) {
        return Minutes.number(length).doubleValue();
    }
}
