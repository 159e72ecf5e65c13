package org.tessera.room.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.tessera.account.Team;
import org.tessera.protocol.Fit;
import org.tessera.protocol.ui.FitWords;
import org.tessera.room.CopyAnswer;
import org.tessera.room.RoomSummary;

/** Copies a prepared meeting for another team. */
final class CopyDialog extends RoomDialog {

    private final Select<Team> team = new Select<>();
    private final DateTimePicker when = new DateTimePicker();
    private final Paragraph says = new Paragraph();
    private final Paragraph doubts = new Paragraph();
    private final FitWords words = new FitWords(this);
    private final BiFunction<Team, Optional<Instant>, CopyAnswer> copying;

    CopyDialog(RoomSummary room, List<Team> teams, BiFunction<Team, Optional<Instant>, CopyAnswer> copying) {
        super("room.copy.title");
        this.copying = copying;
        team.setLabel(getTranslation("room.copy.team"));
        team.setItems(teams);
        team.setItemLabelGenerator(Team::name);
        team.setValue(teams.getFirst());
        team.setWidthFull();
        when.setLabel(getTranslation("room.copy.when"));
        when.setHelperText(getTranslation("room.copy.when.help"));
        when.setStep(Duration.ofMinutes(15));
        when.setDatePickerI18n(DateTexts.of(this, getLocale()));
        room.scheduledAt()
                .ifPresent(
                        at -> when.setValue(at.atZone(Zones.of(UI.getCurrent())).toLocalDateTime()));
        says.getElement().setAttribute("role", "status");
        doubts.getElement().setAttribute("role", "status");
        add(new Paragraph(getTranslation("room.copy.what", room.title())), team, when, says, doubts);
        act("room.copy.do", this::copy);
    }

    private void copy() {
        Optional<Instant> at = Optional.ofNullable(when.getValue())
                .map(time -> time.atZone(Zones.of(UI.getCurrent())).toInstant());
        says.setText(
                switch (copying.apply(team.getValue(), at)) {
                    case CopyAnswer.Copied copied -> {
                        getFooter().removeAll();
                        getFooter().add(new Button(getTranslation("room.copy.close"), _ -> close()));
                        doubts.setText(doubts(copied));
                        yield getTranslation("room.copy.done", team.getValue().name());
                    }
                    case CopyAnswer.Not not ->
                        switch (not) {
                            case UNKNOWN -> getTranslation("room.copy.unknown");
                            case BEGUN -> getTranslation("room.copy.begun");
                            case NOBODY_THERE -> getTranslation("room.copy.nobody");
                            case PROTOCOL_NOT_THEIRS -> getTranslation("room.copy.protocol");
                        };
                });
    }

    /** What the other team should look at: a group the protocol is not made for, or a time it does not fit into. */
    private String doubts(CopyAnswer.Copied copied) {
        String size = words.size(copied.pack(), copied.people());
        return copied.fit() instanceof Fit.Impossible no
                ? (size + " " + words.of(no) + " " + getTranslation("room.copy.time")).strip()
                : size;
    }
}
