package org.tessera.room.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.tessera.protocol.Grouping;
import org.tessera.protocol.Role;
import org.tessera.room.MemberId;
import org.tessera.room.RoomCommand;

/** Forms pairs, triads, quads or other small groups by hand, starting from a suggestion if one likes. */
final class GroupsDialog extends RoomDialog {

    private static final int ALONE = 0;

    private final RoomPicture picture;
    private final Grouping grouping;
    private final Map<MemberId, Select<Integer>> places = new LinkedHashMap<>();
    private final UnorderedList result = new UnorderedList();
    private final Paragraph problem = new Paragraph();

    /**
     * @param before what has to happen first, and only when the groups are being formed
     * @param formed runs once they are
     */
    GroupsDialog(
            RoomPicture picture,
            Grouping grouping,
            Requests requests,
            Optional<RoomCommand.OfSeat> before,
            Runnable formed) {
        super(grouping == Grouping.PAIR ? "room.pairs.title" : "room.groups.title");
        this.picture = picture;
        this.grouping = grouping;
        List<PersonPicture> people = picture.people().stream()
                .filter(person -> person.role() != Role.COACH)
                .toList();
        Div rows = new Div();
        rows.addClassName("pair-rows");
        people.forEach(person -> rows.add(row(person, mostGroups(people.size()))));
        problem.addClassName("problem");
        problem.getElement().setAttribute("role", "alert");
        result.addClassName("pair-list");
        Runnable send = () -> requests.ask(new RoomCommand.FormGroups(chosen()), () -> formed(formed));
        add(new Paragraph(getTranslation("room.groups.help." + grouping.name().toLowerCase(Locale.ROOT))));
        add(suggestion(requests, before, formed), rows, result, problem);
        act(word("form"), () -> {
            if (fits()) {
                first(requests, before, send);
            }
        });
        place(fitting(picture.groups().stream().map(GroupPicture::people).toList()));
    }

    private String word(String what) {
        return (grouping == Grouping.PAIR ? "room.pairs." : "room.groups.") + what;
    }

    private int mostGroups(int people) {
        return switch (grouping) {
            case PAIR, TRIAD, QUAD, ALL -> Math.max(1, people / 2);
            case DIRECTION -> Math.max(1, people);
        };
    }

    /** Groups by chance, to be changed by hand; where people have chosen where to go, by what they chose. */
    private Button suggestion(Requests requests, Optional<RoomCommand.OfSeat> before, Runnable formed) {
        if (grouping != Grouping.DIRECTION) {
            return new Button(getTranslation(word("suggest")), VaadinIcon.RANDOM.create(), _ -> suggest());
        }
        return new Button(
                getTranslation("room.groups.chosen"),
                VaadinIcon.GROUP.create(),
                _ -> first(
                        requests,
                        before,
                        () -> requests.ask(new RoomCommand.FormGroups(List.of(), true), () -> formed(formed))));
    }

    private static void first(Requests requests, Optional<RoomCommand.OfSeat> before, Runnable then) {
        before.ifPresentOrElse(command -> requests.ask(command, then), then);
    }

    private void formed(Runnable formed) {
        close();
        formed.run();
    }

    private Select<Integer> row(PersonPicture person, int groups) {
        Select<Integer> place = new Select<>();
        place.setLabel(person.name());
        place.setItems(IntStream.rangeClosed(ALONE, groups).boxed().toList());
        place.setItemLabelGenerator(
                group -> group == ALONE ? getTranslation(word("none")) : getTranslation(word("one"), group));
        place.setValue(ALONE);
        place.addValueChangeListener(_ -> showResult());
        places.put(person.id(), place);
        return place;
    }

    /** Groups of another size would only be in the way. */
    private List<List<MemberId>> fitting(List<List<MemberId>> groups) {
        int grouped = groups.stream().mapToInt(List::size).sum();
        return groups.stream().allMatch(group -> grouping.fits(group.size(), grouped)) ? groups : List.of();
    }

    private void suggest() {
        List<MemberId> here = places.keySet().stream()
                .filter(id -> picture.person(id).filter(PersonPicture::here).isPresent())
                .toList();
        place(GroupSuggestion.of(here.size() < 2 ? List.copyOf(places.keySet()) : here, grouping, new SecureRandom()));
    }

    private void place(List<List<MemberId>> groups) {
        places.values().forEach(place -> place.setValue(ALONE));
        for (int i = 0; i < groups.size(); i++) {
            int group = i + 1;
            groups.get(i).stream().filter(places::containsKey).forEach(person -> Objects.requireNonNull(
                            places.get(person))
                    .setValue(group));
        }
        showResult();
    }

    private void showResult() {
        result.removeAll();
        groups().forEach((group, people) -> result.add(new ListItem(getTranslation(
                word("result"),
                group,
                Names.together(this, people.stream().map(picture::nameOf).toList())))));
        problem.setText("");
    }

    private Map<Integer, List<MemberId>> groups() {
        Map<Integer, List<MemberId>> groups = new TreeMap<>();
        places.forEach((person, place) -> {
            if (place.getValue() != ALONE) {
                groups.computeIfAbsent(place.getValue(), _ -> new ArrayList<>()).add(person);
            }
        });
        return groups;
    }

    private List<List<UUID>> chosen() {
        return groups().values().stream()
                .map(people -> people.stream().map(MemberId::value).toList())
                .toList();
    }

    private boolean fits() {
        List<List<UUID>> groups = chosen();
        int grouped = groups.stream().mapToInt(List::size).sum();
        boolean fits = !groups.isEmpty() && groups.stream().allMatch(group -> grouping.fits(group.size(), grouped));
        problem.setText(
                fits
                        ? ""
                        : getTranslation(
                                "room.groups.problem." + grouping.name().toLowerCase(Locale.ROOT)));
        return fits;
    }
}
