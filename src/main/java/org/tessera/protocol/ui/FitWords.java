package org.tessera.protocol.ui;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tessera.protocol.Fit;
import org.tessera.protocol.Fit.Obstacle;
import org.tessera.protocol.GroupSize;
import org.tessera.protocol.Minutes;
import org.tessera.protocol.Pack;

/** The plain sentences about a group or a time that a protocol is not made for, in the language of a page. */
public final class FitWords {

    private final Component page;

    /** Sentences for {@code page}. */
    public FitWords(Component page) {
        this.page = page;
    }

    /** That {@code people} are more or fewer than the protocol is meant for; empty if they are not. */
    public String size(Pack pack, int people) {
        GroupSize meant = pack.groupSize();
        return meant.includes(people) ? "" : page.getTranslation("room.plan.size", meant.min(), meant.max(), people);
    }

    /** Why it does not fit, and what would. */
    public String of(Fit.Impossible no) {
        return no.obstacles().stream().map(obstacle -> why(obstacle, no)).collect(Collectors.joining(" "));
    }

    private String why(Obstacle obstacle, Fit.Impossible no) {
        return switch (obstacle) {
            case Obstacle.Size size ->
                page.getTranslation(
                        "room.plan.size", size.meant().min(), size.meant().max(), size.people());
            case Obstacle.Division division ->
                division.possible().isEmpty()
                        ? page.getTranslation("room.plan.groups", division.people(), groups(division))
                        : page.getTranslation(
                                "room.plan.groups.instead",
                                division.people(),
                                groups(division),
                                instead(division.possible()));
            case Obstacle.Time time -> {
                Object needed = Minutes.number(time.needed());
                Optional<Integer> fewer = no.largest();
                yield fewer.isPresent()
                        ? page.getTranslation("room.plan.short.fewer", needed, fewer.get())
                        : page.getTranslation("room.plan.short", needed);
            }
        };
    }

    private String instead(List<Integer> people) {
        return people.size() == 1
                ? String.valueOf(people.getFirst())
                : page.getTranslation("room.plan.or", people.getFirst(), people.getLast());
    }

    private String groups(Obstacle.Division division) {
        return page.getTranslation(
                "room.plan.groups." + division.grouping().name().toLowerCase(Locale.ROOT));
    }
}
