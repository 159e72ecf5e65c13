package org.tessera.submission.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tessera.account.PersonId;
import org.tessera.room.RoomId;
import org.tessera.room.ui.RoomAside;
import org.tessera.room.ui.RoomMoment;
import org.tessera.submission.RoomNeed;
import org.tessera.submission.RoomNeeds;
import org.tessera.submission.RoomNeeds.SoFar;
import org.tessera.submission.RoomNeeds.Told;

/**
 * What is still thin for whoever looks and could be fixed in this meeting, and what others chose to tell it. Nobody sees
 * more of another's standing.
 */
@CssImport("./styles/evidence.css")
final class RoomCoverage extends RoomAside.Panel {

    private static final long serialVersionUID = 1L;

    /** So old may be what is known of the person's evidence. */
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final transient RoomNeeds needs;
    private final transient PersonId person;
    private final transient RoomId room;
    private final transient InstantSource clock;
    private final transient Supplier<SoFar> read;
    private final transient BiFunction<SoFar, RoomMoment, List<RoomNeed>> look;
    private final transient BiFunction<Told, Locale, Optional<String>> words;
    private final UnorderedList own = new UnorderedList();
    private final Paragraph none = new Paragraph(getTranslation("submission.room.none"));
    private final Div others = new Div();
    private final Details details = new Details();
    private transient @Nullable RoomMoment shown;
    private transient @Nullable SoFar soFar;
    private transient Instant readAt = Instant.MIN;
    private transient boolean isReading;
    private transient List<Told> told = List.of();

    /**
     * @param read reads what the person has so far
     * @param look finds the person's needs in it, as the meeting stands
     * @param words says what somebody told; nothing for a row that is no longer there
     */
    RoomCoverage(
            RoomNeeds needs,
            PersonId person,
            RoomId room,
            InstantSource clock,
            Supplier<SoFar> read,
            BiFunction<SoFar, RoomMoment, List<RoomNeed>> look,
            BiFunction<Told, Locale, Optional<String>> words) {
        this.needs = needs;
        this.person = person;
        this.room = room;
        this.clock = clock;
        this.read = read;
        this.look = look;
        this.words = words;
        addClassName("room-coverage");
        Paragraph privacy = new Paragraph(getTranslation("submission.room.private"));
        privacy.addClassName("quiet");
        none.addClassName("quiet");
        details.add(privacy, none, own, others);
        details.setVisible(false);
        add(details);
    }

    @Override
    public void show(RoomMoment moment) {
        List<Told> toldNow = needs.toldTo(room);
        boolean same = moment.equals(shown) && toldNow.equals(told);
        shown = moment;
        told = toldNow;
        if (!same && soFar != null) {
            draw();
        }
        readNowAndThen();
    }

    /** Reading takes as long as the database does, and nobody waits for the next step that long: not with the page held. */
    private void readNowAndThen() {
        Instant at = clock.instant();
        if (isReading || !isAttached() || !at.isAfter(readAt.plus(FRESH))) {
            return;
        }
        isReading = true;
        readAt = at;
        readAside(read, fresh -> {
            isReading = false;
            soFar = fresh.orElse(soFar);
            draw();
        });
    }

    private void draw() {
        if (soFar == null || shown == null) {
            return;
        }
        List<RoomNeed> now = look.apply(soFar, shown);
        details.setVisible(true);
        details.setSummaryText(getTranslation("submission.room.title", now.size()));
        none.setVisible(now.isEmpty());
        own.removeAll();
        now.forEach(need -> own.add(line(need)));
        others.removeAll();
        List<String> toldByOthers = told.stream()
                .filter(one -> !one.person().equals(person))
                .flatMap(one -> words.apply(one, getLocale()).stream())
                .toList();
        if (!toldByOthers.isEmpty()) {
            UnorderedList list = new UnorderedList();
            toldByOthers.forEach(sentence -> list.add(new ListItem(sentence)));
            others.add(new H3(getTranslation("submission.room.others")), list);
        }
    }

    private ListItem line(RoomNeed need) {
        Paragraph text = new Paragraph(need.criterion().wording().in(getLocale()));
        Paragraph help = new Paragraph(helpIn(need.help()));
        help.addClassName("quiet");
        boolean isTold = told.contains(RoomNeeds.told(person, need));
        String action = getTranslation(isTold ? "submission.room.takeBack" : "submission.room.tell");
        Button tell = new Button(action, click -> {
            if (isTold) {
                needs.takeBack(person, room, need);
            } else {
                needs.tell(person, room, need);
            }
            told = needs.toldTo(room);
            draw();
        });
        tell.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        tell.setAriaLabel(action + ": " + text.getText());
        return new ListItem(text, help, tell);
    }

    private String helpIn(RoomNeed.Help help) {
        return switch (help) {
            case RoomNeed.Help.Counts(int nth, int needed) -> getTranslation("submission.room.counts", nth, needed);
            case RoomNeed.Help.IfYouFacilitate(int nth, int needed) ->
                getTranslation("submission.room.facilitate", nth, needed);
            case RoomNeed.Help.Again(String covering) -> getTranslation("submission.room.again", covering);
            case RoomNeed.Help.MorePeople(int missing) -> getTranslation("submission.room.people", missing);
            case RoomNeed.Help.IfYouPresent _ -> getTranslation("submission.room.present");
            case RoomNeed.Help.IfAColleaguePresents _ -> getTranslation("submission.room.colleague");
            case RoomNeed.Help.IfYouTakePart _ -> getTranslation("submission.room.takePart");
            case RoomNeed.Help.Yields(var name) -> getTranslation("submission.room.yields", name.in(getLocale()));
        };
    }
}
