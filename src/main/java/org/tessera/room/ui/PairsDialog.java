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
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.tessera.protocol.Grouping;
import org.tessera.protocol.Role;
import org.tessera.room.MemberId;
import org.tessera.room.RoomCommand;

/** Forms pairs by hand, starting from a suggestion if one likes. */
final class PairsDialog extends RoomDialog {

    private static final int ALONE = 0;

    private final RoomPicture picture;
    private final Map<MemberId, Select<Integer>> places = new LinkedHashMap<>();
    private final UnorderedList result = new UnorderedList();
    private final Paragraph problem = new Paragraph();

    /** {@code formed} runs once the pairs are formed. */
    PairsDialog(RoomPicture picture, Requests requests, Runnable formed) {
        super("room.pairs.title");
        this.picture = picture;
        List<PersonPicture> people = picture.people().stream()
                .filter(person -> person.role() != Role.COACH)
                .toList();
        Button suggest = new Button(getTranslation("room.pairs.suggest"), VaadinIcon.RANDOM.create(), _ -> suggest());
        Div rows = new Div();
        rows.addClassName("pair-rows");
        people.forEach(person -> rows.add(row(person, Math.max(1, people.size() / 2))));
        problem.addClassName("problem");
        problem.getElement().setAttribute("role", "alert");
        result.addClassName("pair-list");
        add(new Paragraph(getTranslation("room.pairs.help")), suggest, rows, result, problem);
        act("room.pairs.form", () -> form(requests, formed));
        place(picture.pairs());
    }

    private Select<Integer> row(PersonPicture person, int pairs) {
        Select<Integer> place = new Select<>();
        place.setLabel(person.name());
        place.setItems(IntStream.rangeClosed(ALONE, pairs).boxed().toList());
        place.setItemLabelGenerator(
                pair -> pair == ALONE ? getTranslation("room.pairs.none") : getTranslation("room.pairs.pair", pair));
        place.setValue(ALONE);
        place.addValueChangeListener(_ -> showResult());
        places.put(person.id(), place);
        return place;
    }

    /** In what company the next phase in groups is worked in. */
    private Grouping grouping() {
        return picture.phases().stream()
                .filter(phase -> phase.state() == PhasePicture.State.AHEAD && phase.grouping() != Grouping.ALL)
                .map(PhasePicture::grouping)
                .findFirst()
                .orElse(Grouping.PAIR);
    }

    private void suggest() {
        List<MemberId> here = places.keySet().stream()
                .filter(id -> picture.person(id).filter(PersonPicture::here).isPresent())
                .toList();
        place(PairSuggestion.of(here.size() < 2 ? List.copyOf(places.keySet()) : here, grouping(), new SecureRandom()));
    }

    private void place(List<List<MemberId>> pairs) {
        places.values().forEach(place -> place.setValue(ALONE));
        for (int i = 0; i < pairs.size(); i++) {
            int pair = i + 1;
            pairs.get(i).stream().filter(places::containsKey).forEach(person -> Objects.requireNonNull(
                            places.get(person))
                    .setValue(pair));
        }
        showResult();
    }

    private void showResult() {
        result.removeAll();
        groups().forEach((pair, people) -> result.add(new ListItem(getTranslation(
                "room.pairs.result",
                pair,
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

    private void form(Requests requests, Runnable formed) {
        List<List<UUID>> groups = groups().values().stream()
                .map(people -> people.stream().map(MemberId::value).toList())
                .toList();
        int grouped = groups.stream().mapToInt(List::size).sum();
        boolean fits = !groups.isEmpty()
                && groups.stream().allMatch(group -> grouping().fits(group.size(), grouped));
        if (!fits) {
            problem.setText(getTranslation("room.pairs.problem"));
            return;
        }
        requests.ask(new RoomCommand.FormGroups(groups), () -> {
            close();
            formed.run();
        });
    }
}
