package org.tessera.room.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tessera.protocol.Role;
import org.tessera.protocol.Text;
import org.tessera.room.RoomCommand;
import org.tessera.room.RoomSummary.Status;

/** In a debrief: which of its two questions is asked now, and in one tap how well the norms were kept. */
final class NormCheckCard extends Section {

    private static final List<String> ANSWERS = List.of("all", "most", "few");

    private final Requests requests;
    private final Paragraph question = new Paragraph();
    private final Div check = new Div();
    private final Map<String, NativeButton> answers = new LinkedHashMap<>();
    private final Select<Integer> hard = new Select<>();
    private List<Text> norms = List.of();
    private @Nullable String kept;

    NormCheckCard(Requests requests) {
        this.requests = requests;
        addClassName("norm-check");
        question.addClassName("debrief-question");
        Div choice = new Div();
        choice.addClassName("answers");
        choice.getElement()
                .setAttribute("role", "group")
                .setAttribute("aria-label", getTranslation("room.check.title"));
        for (String answer : ANSWERS) {
            NativeButton button = new NativeButton(getTranslation("room.check." + answer), _ -> give(answer));
            answers.put(answer, button);
            choice.add(button);
        }
        hard.setLabel(getTranslation("room.check.hard"));
        hard.setEmptySelectionAllowed(true);
        hard.setItemLabelGenerator(
                place -> place == null ? "" : norms.get(place).in(getLocale()));
        hard.addValueChangeListener(event -> {
            if (event.isFromClient() && kept != null) {
                requests.ask(new RoomCommand.CheckNorms(kept, event.getValue()));
            }
        });
        Paragraph secret = new Paragraph(getTranslation("room.check.secret"));
        secret.addClassName("quiet");
        check.add(new H3(getTranslation("room.check.title")), choice, hard, secret);
        add(question, check);
    }

    /** Whether the group looks back at its meeting now. */
    static boolean isTime(RoomPicture picture) {
        return picture.status() == Status.RUNNING
                && picture.phase().filter(phase -> phase.script().isDebrief()).isPresent();
    }

    void show(RoomPicture picture, PersonPicture me) {
        question.setText(getTranslation("room.debrief." + asked(picture)));
        check.setVisible(me.role() != Role.COACH && !picture.norms().isEmpty());
        if (!picture.norms().equals(norms)) {
            norms = picture.norms();
            hard.setItems(IntStream.range(0, norms.size()).boxed().toList());
        }
        Optional<Talk.Opinion> mine = picture.talk().opinion();
        kept = mine.map(Talk.Opinion::kept).orElse(null);
        answers.forEach((answer, button) ->
                button.getElement().setAttribute("aria-pressed", String.valueOf(answer.equals(kept))));
        hard.setVisible(kept != null);
        hard.setValue(mine.flatMap(Talk.Opinion::hard)
                .filter(place -> place < norms.size())
                .orElse(null));
    }

    /** First only what helped; then what to change. */
    private static String asked(RoomPicture picture) {
        boolean helped =
                picture.talk().written().stream().anyMatch(note -> note.kind().equals("helped"));
        return !helped ? "helped" : picture.talk().isBlank() ? "change" : "both";
    }

    private void give(String answer) {
        requests.ask(new RoomCommand.CheckNorms(answer, hard.getValue()));
    }
}
