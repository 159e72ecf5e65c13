package org.tessera.room.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.tessera.protocol.Pack;
import org.tessera.protocol.Role;
import org.tessera.room.RoomSummary.Status;
import org.tessera.room.WayOn;

/** What is to be done now: the norms while they are read, the step with its clock, and what it is conducted with. */
final class StepSide extends Div {

    private final Slots.Slot<NormsCard> norms;
    private final Slots.Slot<NormsCard> normsBelow;
    private final PhaseHead head;
    private final Slots.Slot<Controls> controls;
    private final Slots.Slot<WaysOn> waysOn;
    private final Slots.Slot<Waiting> waiting;
    private final Slots.Slot<DueLine> due;
    private final PhaseCard phase = new PhaseCard();
    private final Slots.Slot<Closed> closed;
    private final Slots.Slot<NormCheckCard> normCheck;
    private final Slots.Slot<FocusQuestion> focus;
    private final Slots.Slot<Prompting> prompting;
    private final MaterialsCard materials;

    /** {@code guests} opens the door to guests. */
    StepSide(Pack pack, boolean guest, Requests requests, Runnable guests, MeetingFiles files, InstantSource clock) {
        addClassName("step-side");
        // it scrolls on a low screen, and not everybody has anything in it for the keyboard to get to
        getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "group")
                .setAttribute("aria-label", getTranslation("room.pane.step"));
        head = new PhaseHead(clock);
        materials = new MaterialsCard(pack, files);
        head.setVisible(false);
        phase.setVisible(false);

        Div top = new Div();
        top.addClassName("step-top");
        Slots tops = new Slots(top);
        tops.add(head);
        controls = tops.add(() -> new Controls(requests, guests, new Arranging(pack, requests, materials), clock));
        waysOn = tops.add(() -> new WaysOn(requests));

        Div text = new Div();
        text.addClassName("step-text");
        Slots texts = new Slots(text);
        waiting = texts.add(() -> new Waiting(pack));
        due = texts.add(() -> new DueLine(requests));
        texts.add(phase);
        closed = texts.add(() -> new Closed(guest));
        normCheck = texts.add(() -> new NormCheckCard(requests));
        focus = texts.add(() -> new FocusQuestion(requests));

        Section step = new Section();
        step.addClassNames("panel", "step");
        step.getElement().setAttribute("aria-label", getTranslation("room.pane.step"));
        Slots steps = new Slots(step);
        steps.add(top, text);
        prompting = steps.add(Prompting::new);
        steps.add(materials);

        Slots all = new Slots(this);
        norms = all.add(() -> new NormsCard(requests, head::focusName));
        all.add(step);
        normsBelow = all.add(() -> new NormsCard(requests, head::focusName));
        waiting.get();
    }

    void show(RoomPicture picture, Instant now) {
        boolean running = picture.status() == Status.RUNNING;
        picture.me().ifPresent(me -> {
            boolean reads = NormsCard.isToRead(picture, me);
            boolean below = NormsCard.makeWay(picture);
            norms.show(reads && !below, card -> card.show(picture, me));
            normsBelow.show(reads && below, card -> card.show(picture, me));
            waiting.show(picture.status() == Status.WAITING, card -> card.show(picture, me));
            materials.show(picture, me);
            phase.show(picture, me);
            normCheck.show(NormCheckCard.isTime(picture), card -> card.show(picture, me));
        });
        head.show(picture);
        head.setVisible(running);
        phase.setVisible(running);
        closed.show(picture.status() == Status.CLOSED, card -> card.show(picture));
        focus.show(FocusQuestion.isThere(picture), question -> question.show(picture));
        due.show(picture.ownTimeNow().isPresent(), line -> line.show(picture, now));
        prompting.show(picture.isFacilitator(), prompts -> prompts.show(picture, now));
        controls.show(Controls.isFor(picture), buttons -> buttons.show(picture, now));
        waysOn.show(picture.isFacilitator(), ways -> ways.show(picture));
    }

    /** Offers the facilitator lawful ways on. */
    void offer(RoomPicture picture, List<WayOn> ways) {
        waysOn.show(picture.isFacilitator(), offer -> offer.offer(picture, ways));
    }

    /** What is said aloud when a step begins. */
    String aloud(PhasePicture begun, Role role) {
        return phase.aloud(begun, role);
    }
}
