package org.tessera.room.ui;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tessera.material.MaterialKind;
import org.tessera.protocol.Pack;
import org.tessera.protocol.Role;

/**
 * What the meeting will look at, before it begins: what was brought and when it opens, and the way to bring more or take it
 * away for who leads or presents. Everybody else reads who does.
 */
final class MaterialsCard extends Div {

    /** What the list was made from; it is made anew only when that changes. */
    private record Shown(List<Arranged.BroughtFile> files, boolean brings, boolean conducts) {}

    private final List<MaterialKind> kinds;
    private final MeetingFiles files;
    private final UnorderedList list = new UnorderedList();
    private final Paragraph says = new Paragraph();
    private final Paragraph refused = new Paragraph();
    private final Button bring;
    private @Nullable BringDialog dialog;
    private @Nullable Shown shown;

    MaterialsCard(Pack pack, MeetingFiles files) {
        this.kinds = kindsOf(pack);
        this.files = files;
        addClassName("materials-card");
        bring = new Button(getTranslation("room.material.bring"), VaadinIcon.UPLOAD.create(), _ -> open());
        bring.addThemeVariants(ButtonVariant.SMALL);
        says.addClassName("quiet");
        refused.getElement().setAttribute("role", "alert");
        refused.setVisible(false);
        add(new H3(getTranslation("room.material.title")), list, says, refused, bring);
        setVisible(false);
    }

    private static List<MaterialKind> kindsOf(Pack pack) {
        return Stream.of(MaterialKind.values())
                .filter(kind ->
                        pack.phases().stream().anyMatch(phase -> phase.unlocks().contains(word(kind))))
                .toList();
    }

    /** What is looked at comes before what explains it. */
    private static int placeOf(String kind) {
        return Stream.of(MaterialKind.values())
                .map(MaterialsCard::word)
                .toList()
                .indexOf(kind);
    }

    private static String word(MaterialKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** Whether {@code me} may bring files to this meeting, which only people of its team can. */
    boolean offersBringing(RoomPicture picture, PersonPicture me) {
        return files.ofTeam() && !kinds.isEmpty() && isEntitled(picture, me);
    }

    private static boolean isEntitled(RoomPicture picture, PersonPicture me) {
        return !me.guest() && (picture.isFacilitator() || me.role() == Role.PRESENTER);
    }

    /** Opens a place to bring files, made anew: what was brought there before may be gone from the room by now. */
    void open() {
        dialog = new BringDialog(kinds, kind -> files.upload(kind, this));
        dialog.open();
    }

    void show(RoomPicture picture, PersonPicture me) {
        List<Arranged.BroughtFile> brought = picture.arranged().files().stream()
                .sorted(Comparator.comparing(file -> placeOf(file.kind())))
                .toList();
        setVisible(picture.isAhead() && !(kinds.isEmpty() && brought.isEmpty()));
        boolean brings = offersBringing(picture, me);
        bring.setVisible(brings);
        says.setText(
                brings
                        ? (brought.isEmpty() ? getTranslation("room.material.wanted", wanted()) : "")
                        : who(picture, me));
        says.setVisible(!says.getText().isEmpty());
        Shown now = new Shown(brought, brings, picture.isFacilitator());
        if (!now.equals(shown)) {
            shown = now;
            list.removeAll();
            brought.forEach(file -> list.add(item(file, now, picture)));
            list.setVisible(!brought.isEmpty());
        }
    }

    /** Why somebody has no button: the names of those who have one. */
    private String who(RoomPicture picture, PersonPicture me) {
        if (isEntitled(picture, me)) {
            return getTranslation("room.material.team-only");
        }
        List<String> names = Stream.concat(picture.withRole(Role.PRESENTER), picture.withRole(Role.FACILITATOR))
                .filter(person -> !person.guest())
                .map(PersonPicture::name)
                .distinct()
                .toList();
        return names.isEmpty() ? "" : getTranslation("room.material.who", Names.together(this, names));
    }

    private String wanted() {
        return Names.together(
                this,
                kinds.stream()
                        .map(kind -> getTranslation("material.upload." + word(kind)))
                        .toList());
    }

    private ListItem item(Arranged.BroughtFile file, Shown now, RoomPicture picture) {
        boolean own = files.isOwn(file.id());
        String kind = getTranslation("material.upload." + file.kind());
        // Of a locked file nobody reads more here than that there is one: a page may be on the wall.
        String name = file.title()
                .map(title -> getTranslation("room.material.named", kind, title))
                .orElseGet(() -> own ? getTranslation("room.material.own", kind) : kind);
        Span opens = new Span(file.opens()
                .flatMap(picture::phase)
                .map(phase -> getTranslation("room.material.opens", phase.name().in(getLocale())))
                .orElseGet(() -> getTranslation("room.material.open")));
        opens.addClassName("quiet");
        Div words = new Div(new Span(name), opens);
        words.addClassName("words");
        ListItem item = new ListItem(words);
        if (now.brings() && (now.conducts() || own)) {
            Button away = new Button(getTranslation("material.upload.remove-short"), _ -> takeAway(file));
            away.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            away.setAriaLabel(getTranslation("material.upload.remove", name));
            item.add(away);
        }
        return item;
    }

    private void takeAway(Arranged.BroughtFile file) {
        Optional<String> no = files.takeAway(file.id(), this);
        refused.setText(no.orElse(""));
        refused.setVisible(no.isPresent());
        // The button that had the focus goes with its line.
        bring.focus();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        // On a shared device the next person has other files.
        if (dialog != null) {
            dialog.close();
        }
    }
}
