package org.tessera.room.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.tessera.account.SignedIn;
import org.tessera.account.Team;
import org.tessera.account.ui.TeamCard;
import org.tessera.room.NormTrend;
import org.tessera.room.TeamNorms;

/** Tells a team, and nobody else, how it kept its norms from meeting to meeting. */
@org.springframework.stereotype.Component
@Order(150)
class NormTrendCard implements TeamCard {

    /** Under which key each answer stands in the bundle. */
    private static final Map<String, String> KEYS = Map.of("all", "all", "most", "most", "few", "little");

    private static final List<String> ANSWERS = List.of("all", "most", "few");

    private final TeamNorms norms;

    NormTrendCard(TeamNorms norms) {
        this.norms = norms;
    }

    @Override
    public Optional<Component> forTeam(Team team, SignedIn member) {
        List<NormTrend> trend = norms.trend(team.id(), member.id());
        return trend.isEmpty() ? Optional.empty() : Optional.of(new Trend(trend));
    }

    private static final class Trend extends Div {

        Trend(List<NormTrend> trend) {
            addClassNames("card", "norm-trend");
            Paragraph whose = new Paragraph(getTranslation("room.trend.whose"));
            whose.addClassName("quiet");
            UnorderedList list = new UnorderedList();
            trend.forEach(check -> list.add(line(check)));
            add(new H2(getTranslation("room.trend.title")), whose, list);
        }

        private ListItem line(NormTrend check) {
            Span meeting = new Span(check.title() + " · "
                    + DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                            .withLocale(getLocale())
                            .withZone(Zones.of(UI.getCurrent()))
                            .format(check.at()));
            meeting.addClassName("quiet");
            ListItem item = new ListItem(meeting, new Paragraph(counts(check)));
            hardest(check).ifPresent(sentence -> item.add(new Paragraph(sentence)));
            return item;
        }

        private String counts(NormTrend check) {
            if (check.kept().isEmpty()) {
                return getTranslation("room.trend.few", check.voters());
            }
            return String.join(
                    " · ",
                    ANSWERS.stream()
                            .map(answer -> getTranslation(
                                    "room.trend." + KEYS.get(answer),
                                    check.kept().getOrDefault(answer, 0)))
                            .toList());
        }

        private Optional<String> hardest(NormTrend check) {
            return check.hard().entrySet().stream()
                    .filter(entry -> entry.getKey() < check.norms().size())
                    .max(Map.Entry.<Integer, Integer>comparingByValue()
                            .thenComparing(
                                    Map.Entry.<Integer, Integer>comparingByKey().reversed()))
                    .map(entry -> getTranslation(
                            "room.trend.hard", check.norms().get(entry.getKey()).in(getLocale()), entry.getValue()));
        }
    }
}
