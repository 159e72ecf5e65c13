package org.tessera.protocol.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tessera.protocol.Budget;
import org.tessera.protocol.Fit;
import org.tessera.protocol.Minutes;
import org.tessera.protocol.Pack;
import org.tessera.protocol.Phase;
import org.tessera.protocol.Timing;

/** How a protocol fills a meeting, step by step; or the plain sentence why it does not fit, and what would. */
public final class AgendaPreview extends Div {

    private final Paragraph says = new Paragraph();
    private final OrderedList steps = new OrderedList();
    private final FitWords words = new FitWords(this);

    /** Shows nothing yet. */
    public AgendaPreview() {
        addClassName("agenda-preview");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", getTranslation("room.plan"));
        says.getElement().setAttribute("aria-live", "polite");
        add(says, steps);
        setVisible(false);
    }

    /** Shows the plan of {@code pack} for so many people and minutes. */
    public void show(Pack pack, int people, int minutes) {
        setVisible(true);
        steps.removeAll();
        switch (Budget.fitAnyhow(pack, people, Duration.ofMinutes(minutes))) {
            case Fit.Planned plan -> {
                says.setText(together(summary(plan, people, minutes), words.size(pack, people)));
                says.setClassName("fits", pack.groupSize().includes(people));
                pack.phases().stream()
                        .filter(phase -> phase.timing() == Timing.MEETING)
                        .map(phase -> step(phase, pack, plan))
                        .forEach(steps::add);
            }
            case Fit.Impossible no -> {
                says.setText(together(words.size(pack, people), words.of(no)));
                says.setClassName("fits", false);
            }
        }
        steps.setVisible(steps.getComponentCount() > 0);
    }

    private String summary(Fit.Planned plan, int people, int minutes) {
        String fits = getTranslation("room.plan.fits", minutes, people);
        long spare = plan.spare().toMinutes();
        return spare > 0 ? fits + " " + getTranslation("room.plan.spare", spare) : fits;
    }

    private ListItem step(Phase phase, Pack pack, Fit.Planned plan) {
        List<Phase> held = plan.pack().phases().stream()
                .filter(each -> each.base().equals(phase.id()))
                .toList();
        Span name = new Span(phase.name().in(getLocale()));
        name.addClassName("name");
        Span time = new Span(time(held, plan));
        time.addClassName("minutes");
        ListItem item = new ListItem(name, time);
        boolean isOut = plan.leftOut().contains(held.getFirst().id());
        item.setClassName("left-out", isOut);
        if (pack.protections().stream()
                .anyMatch(protection -> protection.phases().contains(phase.id()))) {
            Span mark = new Span(getTranslation("room.plan.protected"));
            mark.addClassName("protected");
            item.add(mark);
        }
        return item;
    }

    private String time(List<Phase> held, Fit.Planned plan) {
        String first = held.getFirst().id();
        if (plan.leftOut().contains(first)) {
            return getTranslation("room.plan.left-out");
        }
        Object minutes = Minutes.number(plan.lengths().getOrDefault(first, Duration.ZERO));
        return held.size() == 1
                ? getTranslation("room.minutes", minutes)
                : getTranslation("room.plan.times", held.size(), minutes);
    }

    private static String together(String... sentences) {
        return Stream.of(sentences).filter(sentence -> !sentence.isEmpty()).collect(Collectors.joining(" "));
    }
}
