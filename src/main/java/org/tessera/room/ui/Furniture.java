package org.tessera.room.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tessera.account.SignedIn;
import org.tessera.protocol.Pack;
import org.tessera.room.RoomSummary;
import org.tessera.room.RoomSummary.Status;
import org.tessera.room.WayOn;

/**
 * Everything around the board. The parts stay what they are for as long as the page is open and change only what
 * differs, so that focus, open menus and half-typed answers survive what others do.
 */
final class Furniture extends Div {

    /** What a phone shows one at a time. */
    private enum Pane {
        STEP,
        BOARD,
        PEOPLE
    }

    private final Map<Pane, NativeButton> choices = new EnumMap<>(Pane.class);
    private final RoomHeader head = new RoomHeader();
    private final Notices notices = new Notices();
    private final Slots.Slot<Div> lost;
    private final PhaseChain chain = new PhaseChain();
    private final StepSide step;
    private final Slots.Slot<DeviceBar> device;
    private final Slots.Slot<Button> sitDown;
    private final Signals signals;
    private final Slots.Slot<TakeLead> lead;
    private final People people;
    private final Slots.Slot<Agreed> agreement;
    private final Made made;
    private final Aside side = new Aside();
    private final Sentences sentences = new Sentences(this);

    Furniture(
            Pack pack,
            SignedIn me,
            RoomBoard board,
            DeviceBar.Deeds deeds,
            Requests requests,
            Runnable guests,
            MeetingFiles files,
            Runnable sitAgain,
            InstantSource clock) {
        addClassName("room");
        step = new StepSide(pack, me.guest(), requests, guests, files, clock);
        signals = new Signals(requests);
        people = new People(pack.roles(), requests);
        made = new Made(!me.guest());

        Section table = new Section(board);
        table.addClassName("table");
        table.getElement().setAttribute("aria-label", getTranslation("room.pane.board"));

        side.addClassName("people-side");
        side.getElement().setAttribute("aria-label", getTranslation("room.pane.people"));
        Slots sides = new Slots(side);
        sides.add(signals, people);
        sitDown = sides.add(() -> sitDown(deeds));
        agreement = sides.add(Agreed::new);
        sides.add(made);

        Div body = new Div(step, table, side);
        body.addClassName("room-body");

        Slots all = new Slots(this);
        all.add(head, chain);
        device = all.add(() -> new DeviceBar(deeds));
        lost = all.add(() -> lost(sitAgain));
        all.add(notices);
        lead = all.add(() -> new TakeLead(requests));
        all.add(panes(), body);
        show(Pane.STEP);
    }

    private Button sitDown(DeviceBar.Deeds deeds) {
        Button button = new Button(getTranslation("room.device.sit"), VaadinIcon.LAPTOP.create(), _ -> deeds.sitDown());
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        button.addClassName("sit-down");
        return button;
    }

    private Div lost(Runnable sitAgain) {
        Div words = new Div(
                new Paragraph(getTranslation("room.lost")),
                new Button(getTranslation("room.lost.again"), _ -> sitAgain.run()));
        words.addClassName("lost");
        words.getElement().setAttribute("role", "alert");
        return words;
    }

    private Div panes() {
        Div choice = new Div();
        choice.addClassName("panes");
        choice.getElement().setAttribute("role", "group").setAttribute("aria-label", getTranslation("room.panes"));
        for (Pane pane : Pane.values()) {
            NativeButton button = new NativeButton(getTranslation("room.pane." + word(pane)), _ -> show(pane));
            choices.put(pane, button);
            choice.add(button);
        }
        return choice;
    }

    private void show(Pane pane) {
        getElement().setAttribute("data-pane", word(pane));
        choices.forEach(
                (each, button) -> button.getElement().setAttribute("aria-pressed", String.valueOf(each == pane)));
    }

    private static String word(Pane pane) {
        return pane.name().toLowerCase(Locale.ROOT);
    }

    /** Puts a panel of another feature at the side. */
    void beside(RoomAside.Panel panel) {
        side.add(panel);
    }

    void prepare(RoomSummary room, String team) {
        head.announce(room.title(), team);
    }

    /** Shows who is done and whose hand is up, where nothing else has changed, and tells what has happened. */
    void showSignals(RoomPicture picture, RoomPicture before, List<Happening> news) {
        lost.clear();
        picture.me().ifPresent(me -> signals.show(picture, me));
        people.showSignals(picture);
        tell(picture, Optional.of(before), news);
    }

    void show(RoomPicture picture, Optional<RoomPicture> before, List<Happening> news, Instant now) {
        lost.clear();
        getElement().setAttribute("data-status", picture.status().name().toLowerCase(Locale.ROOT));
        head.show(picture, now);
        chain.show(picture);
        step.show(picture, now);
        picture.me().ifPresent(me -> {
            agreement.show(!NormsCard.isToRead(picture, me) && !picture.norms().isEmpty(), list -> list.show(picture));
            signals.show(picture, me);
        });
        lead.show(TakeLead.isOffered(picture), offer -> offer.show(picture));
        people.show(picture);
        made.show(picture);
        tell(picture, before, news);
    }

    /** Shows who shares this device, and whose turn it is among them. */
    void show(Company company, Optional<RoomPicture> picture) {
        boolean open = picture.filter(seen -> seen.status() != Status.CLOSED).isPresent();
        sitDown.show(open && !company.isShared(), _ -> {});
        picture.ifPresent(seen ->
                device.show(company.isShared(), bar -> bar.show(seen, company).ifPresent(notices::say)));
    }

    /** Shows a sentence. */
    void note(String sentence) {
        notices.show(sentence);
    }

    /** Offers the facilitator lawful ways on. */
    void offer(RoomPicture picture, List<WayOn> ways) {
        step.offer(picture, ways);
    }

    /** Says that what is shown is not the room's present. */
    void sayLost() {
        lost.get();
    }

    private void tell(RoomPicture picture, Optional<RoomPicture> before, List<Happening> news) {
        boolean moved = before.filter(
                        last -> !last.current().equals(picture.current()) || last.status() != picture.status())
                .isPresent();
        if (moved && picture.status() == Status.CLOSED) {
            // whatever a phone showed: now it is what the meeting leaves behind
            show(Pane.STEP);
        }
        String sentence = news.stream()
                .flatMap(happening -> sentences.of(happening, picture).stream())
                .distinct()
                .collect(Collectors.joining(" "));
        if (!sentence.isEmpty()) {
            notices.tell(sentence);
        } else if (moved) {
            notices.hide();
        }
        String aloud = Stream.of(
                        sentence,
                        moved ? begun(picture) : "",
                        before.map(last -> left(last, picture)).orElse(""))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
        if (!aloud.isEmpty()) {
            notices.say(aloud);
        }
    }

    private String begun(RoomPicture picture) {
        return switch (picture.status()) {
            case WAITING -> "";
            case RUNNING ->
                picture.phase()
                        .flatMap(running -> picture.me().map(me -> step.aloud(running, me.acting())))
                        .orElseGet(() -> getTranslation("room.between.name"));
            case CLOSED ->
                getTranslation(
                        picture.arranged().cancelled().isPresent() ? "room.cancelled.title" : "room.closed.aloud");
        };
    }

    private String left(RoomPicture before, RoomPicture picture) {
        return picture.artifacts().stream()
                .filter(artifact -> !before.artifacts().contains(artifact))
                .map(artifact -> getTranslation("room.made.new", artifact.name().in(getLocale())))
                .collect(Collectors.joining(" "));
    }
}
