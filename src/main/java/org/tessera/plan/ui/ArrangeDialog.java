package org.tessera.plan.ui;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.tessera.account.Person;
import org.tessera.plan.Plan;
import org.tessera.plan.PlanEdit;

/** Says anew when the team meets and who earns, and tells what would change before anything does. */
final class ArrangeDialog extends PlanDialog {

    private final EarnersField earners;
    private final RhythmFields rhythm = new RhythmFields();
    private final Set<LocalDate> closed;
    private final Section preview = new Section();
    private final transient Function<PlanEdit, Div> foretold;

    /**
     * @param foretold what would come of a change, in sentences
     * @param asking makes the change
     */
    ArrangeDialog(Plan plan, List<Person> members, Function<PlanEdit, Div> foretold, Asking asking) {
        super(translate("plan.arrange"));
        this.foretold = foretold;
        this.closed = new TreeSet<>(plan.term().closed());
        this.earners = new EarnersField(members);
        earners.show(plan.earners());
        rhythm.show(plan.term().rhythm());
        ClosedDays days = closedDays();
        List<HasValue<?, ?>> fields = new ArrayList<>(rhythm.fields());
        fields.add(earners);
        fields.forEach(field -> field.addValueChangeListener(_ -> preview()));
        preview.addClassNames("card", "plan-preview");
        preview.getElement().setAttribute("aria-live", "polite");
        Div form = new Div(new Paragraph(getTranslation("plan.arrange.lead")), rhythm, earners, days);
        form.addClassName("plan-form");
        add(form, preview);
        act("plan.arrange.do", () -> edit().ifPresentOrElse(
                        edit -> {
                            String refused = asking.change(edit);
                            wrong(refused);
                            if (refused.isBlank()) {
                                close();
                            }
                        },
                        () -> wrong(getTranslation("plan.form.missing"))));
        preview();
    }

    private ClosedDays closedDays() {
        List<ClosedDays> self = new ArrayList<>();
        ClosedDays days = new ClosedDays(
                day -> {
                    closed.add(day);
                    self.getFirst().show(closed);
                    preview();
                },
                day -> {
                    closed.remove(day);
                    self.getFirst().show(closed);
                    preview();
                });
        self.add(days);
        days.show(closed);
        return days;
    }

    private Optional<PlanEdit> edit() {
        return rhythm.rhythm().map(meets -> new PlanEdit.Arrange(meets, closed, earners.earners()));
    }

    private void preview() {
        preview.removeAll();
        preview.add(new H3(getTranslation("plan.arrange.preview")));
        preview.add(edit().map(foretold).orElseGet(() -> new Div(new Paragraph(getTranslation("plan.form.missing")))));
    }
}
