package org.tessera.room.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
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
    private final Div lost = new Div();
    private final PhaseChain chain = new PhaseChain();
    private final NormsCard norms;
    private final Waiting waiting = new Waiting();
    private final MaterialsCard materials;
    private final PhaseHead phaseHead;
    private final PhaseCard phase = new PhaseCard();
    private final DueLine due;
    private final Closed closed;
    private final FocusQuestion focus;
    private final NormCheckCard normCheck;
    private final Prompting prompting = new Prompting();
    private final Controls controls;
    private final WaysOn waysOn;
    private final Section step;
    private final RoomBoard board;
    private final DeviceBar device;
    private final Button sitDown;
    private final Signals signals;
    private final TakeLead lead;
    private final People people;
    private final Details agreement;
    private final NormsList agreedNorms = new NormsList();
    private final Paragraph agreed = new Paragraph();
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
        this.board = board;
        device = new DeviceBar(deeds);
        sitDown = new Button(getTranslation("room.device.sit"), VaadinIcon.LAPTOP.create(), _ -> deeds.sitDown());
        sitDown.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        sitDown.addClassName("sit-down");
        phaseHead = new PhaseHead(clock);
        norms = new NormsCard(requests, phaseHead::focusName);
        closed = new Closed(me.guest());
        focus = new FocusQuestion(requests);
        normCheck = new NormCheckCard(requests);
        due = new DueLine(requests);
        materials = new MaterialsCard(pack, files);
        controls = new Controls(requests, guests, new Arranging(pack, requests, materials), clock);
        waysOn = new WaysOn(requests);
        signals = new Signals(requests);
        people = new People(pack.roles(), requests);
        lead = new TakeLead(requests);
        made = new Made(!me.guest());
        agreed.addClassName("quiet");
        agreement = new Details("", agreedNorms, agreed);
        agreement.addClassName("agreement");
        waiting.prepare(pack);
        Div top = new Div(phaseHead, controls, waysOn);
        top.addClassName("step-top");
        Div text = new Div(waiting, due, phase, closed, normCheck, focus);
        text.addClassName("step-text");
        step = new Section(top, text, prompting, materials);
        step.addClassNames("panel", "step");
        step.getElement().setAttribute("aria-label", getTranslation("room.pane.step"));
        phaseHead.setVisible(false);
        phase.setVisible(false);
        closed.setVisible(false);
        layOut(sitAgain);
    }

    private void layOut(Runnable sitAgain) {
        lost.addClassName("lost");
        lost.getElement().setAttribute("role", "alert");
        lost.add(
                new Paragraph(getTranslation("room.lost")),
                new Button(getTranslation("room.lost.again"), _ -> sitAgain.run()));
        lost.setVisible(false);
        Section table = new Section(board);
        table.addClassName("table");
        table.getElement().setAttribute("aria-label", getTranslation("room.pane.board"));
        Div left = new Div(norms, step);
        left.addClassName("step-side");
        // it scrolls on a low screen, and not everybody has anything in it for the keyboard to get to
        left.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "group")
                .setAttribute("aria-label", getTranslation("room.pane.step"));
        side.add(signals, people, sitDown, agreement, made);
        side.addClassName("people-side");
        side.getElement().setAttribute("aria-label", getTranslation("room.pane.people"));
        Div body = new Div(left, table, side);
        body.addClassName("room-body");
        add(head, chain, device, lost, notices, lead, panes(), body);
        show(Pane.STEP);
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
        lost.setVisible(false);
        picture.me().ifPresent(me -> signals.show(picture, me));
        people.showSignals(picture);
        tell(picture, Optional.of(before), news);
    }

    void show(RoomPicture picture, Optional<RoomPicture> before, List<Happening> news, Instant now) {
        lost.setVisible(false);
        getElement().setAttribute("data-status", picture.status().name().toLowerCase(Locale.ROOT));
        head.show(picture, now);
        chain.show(picture, before);
        picture.me().ifPresent(me -> {
            norms.show(picture, me);
            waiting.show(picture, me);
            materials.show(picture, me);
            phase.show(picture, me);
            normCheck.show(picture, me);
            signals.show(picture, me);
        });
        waiting.setVisible(picture.status() == Status.WAITING);
        phaseHead.show(picture);
        phaseHead.setVisible(picture.status() == Status.RUNNING);
        phase.setVisible(picture.status() == Status.RUNNING);
        closed.setVisible(picture.status() == Status.CLOSED);
        closed.show(picture);
        focus.show(picture);
        due.show(picture, now);
        prompting.show(picture, now);
        controls.show(picture, now);
        waysOn.show(picture);
        lead.show(picture);
        people.show(picture);
        showAgreement(picture);
        made.show(picture);
        tell(picture, before, news);
    }

    /** Shows who shares this device, and whose turn it is among them. */
    void show(Company company, Optional<RoomPicture> picture) {
        boolean open = picture.filter(seen -> seen.status() != Status.CLOSED).isPresent();
        sitDown.setVisible(open && !company.isShared());
        picture.flatMap(seen -> device.show(seen, company)).ifPresent(notices::say);
    }

    /** Shows a sentence. */
    void note(String sentence) {
        notices.show(sentence);
    }

    /** Offers the facilitator lawful ways on. */
    void offer(RoomPicture picture, List<WayOn> ways) {
        waysOn.offer(picture, picture.isFacilitator() ? ways : List.of());
    }

    /** Says that what is shown is not the room's present. */
    void sayLost() {
        lost.setVisible(true);
    }

    private void showAgreement(RoomPicture picture) {
        agreement.setVisible(!norms.isVisible() && !picture.norms().isEmpty());
        agreement.setSummaryText(getTranslation(
                "room.norms.summary",
                Agreement.count(picture),
                Agreement.asked(picture).size()));
        agreedNorms.show(picture.norms());
        agreed.setText(Agreement.sentence(this, picture));
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
                        .flatMap(running -> picture.me().map(me -> phase.aloud(running, me.acting())))
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
