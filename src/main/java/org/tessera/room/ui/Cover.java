package org.tessera.room.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tessera.account.DeviceSeats;
import org.tessera.room.Sitter;

/** What is shown while the device goes from hand to hand: nothing of anybody, and who may take it. */
final class Cover extends Div {

    /** Somebody takes the device. */
    interface Taking {
        void take(Sitter sitter, String pin);
    }

    private final Taking taking;
    private final H1 title = new H1();
    private final Paragraph text = new Paragraph();
    private final UnorderedList names = new UnorderedList();
    private final Div entry = new Div();
    private final PasswordField pin = new PasswordField();
    private final Button open;
    private final Button others;
    private boolean ready;
    private List<Sitter> sitters = List.of();
    private final Optional<Sitter> wanted;
    private @Nullable Sitter chosen;

    /** @param next who is to have the device, if that is known */
    Cover(String room, RoomBoard board, Optional<Sitter> next, Taking taking) {
        this.taking = taking;
        this.wanted = next;
        addClassName("device-cover");
        Paragraph where = new Paragraph(room);
        where.addClassName("quiet");
        title.getElement().setAttribute("tabindex", "-1");
        text.getElement().setAttribute("role", "status");
        names.getElement().setAttribute("role", "list");
        pin.setLabel(getTranslation("room.device.pin"));
        pin.setAutocomplete(Autocomplete.OFF);
        pin.getElement().setAttribute("inputmode", "numeric");
        pin.setMaxLength(DeviceSeats.LONGEST_PIN);
        pin.addKeyPressListener(Key.ENTER, _ -> tryPin());
        open = new Button(getTranslation("room.device.open"), _ -> tryPin());
        open.addThemeVariants(ButtonVariant.PRIMARY);
        others = new Button(getTranslation("room.device.others"), _ -> choose(null));
        others.addThemeVariants(ButtonVariant.TERTIARY);
        Div acts = new Div(open, others);
        acts.addClassName("acts");
        entry.addClassName("entry");
        entry.add(pin, acts);
        Section card = new Section(VaadinIcon.LAPTOP.create(), where, title, text, names, entry);
        card.addClassNames("panel", "card");
        add(card, board);
        update();
    }

    /** What was given is on its way: nobody can take the device yet. */
    void waitFor(String name) {
        ready = false;
        title.setText(getTranslation("room.device.wait"));
        text.setText(name.isEmpty() ? "" : getTranslation("room.device.saving", name));
        title.getElement().executeJs("this.focus()");
        update();
    }

    /** Now somebody may take it. */
    void offer(List<Sitter> people) {
        boolean came = !ready;
        ready = true;
        sitters = List.copyOf(people);
        if (came) {
            choose(wanted.filter(this::sitsHere).orElse(null));
        } else if (chosen != null && !sitsHere(chosen)) {
            choose(null);
        } else {
            update();
        }
    }

    private boolean sitsHere(Sitter sitter) {
        return sitters.stream().map(Sitter::member).anyMatch(sitter.member()::equals);
    }

    /** Somebody has sat down or left meanwhile. */
    void peopleChanged(List<Sitter> people) {
        if (ready) {
            offer(people);
        }
    }

    /** The PIN was not right, or it was tried too often. */
    void refuse(String sentence) {
        pin.clear();
        pin.setErrorMessage(sentence);
        pin.setInvalid(true);
        pin.focus();
    }

    private void choose(@Nullable Sitter sitter) {
        chosen = sitter;
        pin.clear();
        pin.setInvalid(false);
        title.setText(
                sitter == null
                        ? getTranslation("room.device.next")
                        : getTranslation("room.device.hand", sitter.name()));
        text.setText(
                sitter == null ? getTranslation("room.device.next.help") : getTranslation("room.device.hand.help"));
        update();
        if (sitter == null) {
            title.getElement().executeJs("this.focus()");
        } else {
            pin.focus();
        }
    }

    private void tryPin() {
        if (chosen != null && ready) {
            String typed = pin.getValue();
            pin.clear();
            taking.take(chosen, typed);
        }
    }

    private void update() {
        names.setVisible(ready && chosen == null);
        entry.setVisible(ready && chosen != null);
        names.removeAll();
        sitters.forEach(sitter -> {
            Avatar avatar = new Avatar(sitter.name());
            avatar.getElement().setAttribute("aria-hidden", "true");
            NativeButton button = new NativeButton();
            button.add(avatar, new Span(sitter.name()));
            button.addClickListener(_ -> choose(sitter));
            names.add(new ListItem(button));
        });
    }
}
