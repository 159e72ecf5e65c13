package org.tessera.implementation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.tessera.entry.Entry;
import org.tessera.entry.EntryAnswer;
import org.tessera.entry.EntryId;
import org.tessera.entry.EntryKind;
import org.tessera.entry.ui.EntryForm;
import org.tessera.entry.ui.KeepAsEvidence;
import org.tessera.entry.ui.TeamPage;
import org.tessera.entry.ui.Visit;
import org.tessera.entry.ui.Workplace;
import org.tessera.implementation.Citation;
import org.tessera.implementation.Frame;
import org.tessera.implementation.Goal;
import org.tessera.implementation.Grounds;
import org.tessera.implementation.ImplementationPlan;
import org.tessera.implementation.ImplementationPlans;
import org.tessera.implementation.Step;
import org.tessera.implementation.Strand;

/** A team's plan of two years, where everybody in the team writes it. */
@Route("teams/:team/implementation-plan")
@RolesAllowed("PERSON")
class ImplementationView extends TeamPage {

    private static final long serialVersionUID = 1L;

    private final transient ImplementationPlans plans;
    private final transient Grounds grounds;
    private final Paragraph said = new Paragraph();
    private final Div check = new Div();

    ImplementationView(Workplace workplace, ImplementationPlans plans, Grounds grounds) {
        super(workplace, "implementation.title");
        this.plans = plans;
        this.grounds = grounds;
        said.getElement().setAttribute("role", "status");
        said.addClassName("entry-said");
    }

    @Override
    protected void show(Visit visit) {
        ImplementationPlan plan = plans.of(visit.team().id(), visit.me());
        Paragraph lead = new Paragraph(getTranslation("implementation.lead"));
        Anchor needs =
                new Anchor("teams/" + visit.team().id().value() + "/needs", getTranslation("implementation.needs"));
        add(lead, needs, said);
        if (plan.frame().isEmpty()) {
            add(new Paragraph(getTranslation("implementation.none")));
            if (visit.writes()) {
                add(new Button(getTranslation("implementation.begin"), _ -> begin(visit)));
            }
            return;
        }
        add(frame(visit, plan.frame().get()), firstYear(visit, plan), secondYear(visit, plan), check);
        showCheck(visit);
    }

    private void begin(Visit visit) {
        EntryAnswer<Frame> answer =
                workplace().entries().beginOnly(visit.team().id(), Frame.KIND, Frame.blank(), visit.me());
        told(answer).ifPresent(_ -> again(visit));
    }

    /** Shows the whole page anew. */
    private void again(Visit visit) {
        com.vaadin.flow.component.Component heading = getComponentAt(0);
        com.vaadin.flow.component.Component whose = getComponentAt(1);
        removeAll();
        add(heading, whose);
        show(visit);
    }

    private Section frame(Visit visit, Entry<Frame> entry) {
        FrameForm form = new FrameForm(workplace(), visit, entry);
        form.whenKept(() -> {
            if (form.getParent().isEmpty()) {
                again(visit);
            } else {
                showCheck(visit);
            }
        });
        return card(new H2(getTranslation("implementation.frame")), form);
    }

    private Section firstYear(Visit visit, ImplementationPlan plan) {
        List<Citation> offered = grounds.of(visit.team().id(), visit.me());
        Section card = card(
                new H2(getTranslation("implementation.first")),
                new Paragraph(getTranslation("implementation.first.lead")));
        plan.goals().forEach(goal -> card.add(goal(visit, goal, plan.stepsOf(goal.id()), offered)));
        if (plan.goals().isEmpty()) {
            card.add(new Paragraph(getTranslation("implementation.goals.none")));
        }
        if (visit.writes()) {
            card.add(new Button(
                    getTranslation("implementation.goal.new"),
                    _ -> beginOne(visit, Goal.KIND, new Goal("", List.of()), _ -> again(visit))));
        }
        return card;
    }

    private Section goal(Visit visit, Entry<Goal> goal, List<Entry<Step>> steps, List<Citation> offered) {
        GoalForm form = new GoalForm(workplace(), visit, goal, offered);
        Section box = new Section(new H3(getTranslation("implementation.goal")), form);
        box.addClassName("entry-box");
        Div list = new Div();
        list.addClassName("entry-questions");
        steps.forEach(step -> list.add(step(visit, step)));
        box.add(list);
        if (visit.writes()) {
            Button add = new Button(
                    getTranslation("implementation.step.new"),
                    _ -> beginOne(visit, Step.KIND, new Step(goal.id().value(), "", "", "", Optional.empty()), step -> {
                        StepForm added = step(visit, step);
                        list.add(added);
                        added.focus();
                        showCheck(visit);
                    }));
            add.setAriaLabel(getTranslation("entry.aloud", add.getText(), form.name()));
            box.add(add);
        }
        form.whenKept(() -> {
            if (form.getParent().isEmpty()) {
                removeSteps(visit, goal.id());
                box.removeFromParent();
            }
            showCheck(visit);
        });
        return box;
    }

    /** The steps of a goal that was erased serve nothing any more. */
    private void removeSteps(Visit visit, EntryId goal) {
        workplace().entries().of(visit.team().id(), Step.KIND, visit.me()).stream()
                .filter(step -> step.body().goal().equals(goal.value()))
                .forEach(step -> workplace().entries().remove(step.id(), visit.me()));
    }

    private StepForm step(Visit visit, Entry<Step> step) {
        StepForm form = new StepForm(
                workplace(), visit, step, () -> plans.of(visit.team().id(), visit.me())
                        .about());
        form.addClassName("entry-question");
        form.whenKept(() -> showCheck(visit));
        return form;
    }

    private Section secondYear(Visit visit, ImplementationPlan plan) {
        Section card = card(
                new H2(getTranslation("implementation.second")),
                new Paragraph(getTranslation("implementation.second.lead")));
        Div list = new Div();
        list.addClassName("entry-questions");
        plan.strands().forEach(strand -> list.add(strand(visit, strand)));
        card.add(list);
        if (visit.writes()) {
            card.add(new Button(
                    getTranslation("implementation.strand.new"),
                    _ -> beginOne(visit, Strand.KIND, new Strand("", ""), strand -> {
                        StrandForm added = strand(visit, strand);
                        list.add(added);
                        added.focus();
                        showCheck(visit);
                    })));
        }
        return card;
    }

    private StrandForm strand(Visit visit, Entry<Strand> strand) {
        StrandForm form = new StrandForm(workplace(), visit, strand);
        form.addClassName("entry-question");
        form.whenKept(() -> showCheck(visit));
        return form;
    }

    private <T> void beginOne(Visit visit, EntryKind<T> kind, T blank, Consumer<Entry<T>> shown) {
        told(workplace().entries().begin(visit.team().id(), kind, blank, visit.me()))
                .ifPresent(shown);
    }

    private <T> Optional<Entry<T>> told(EntryAnswer<T> answer) {
        return switch (answer) {
            case EntryAnswer.Saved<T>(var entry) -> Optional.of(entry);
            case EntryAnswer.Overtaken<T>(var entry) -> Optional.of(entry);
            case EntryAnswer.Refused<T>(var why) -> {
                said.setText(getTranslation("entry.refused." + why.name().toLowerCase(Locale.ROOT)));
                yield Optional.empty();
            }
        };
    }

    private void showCheck(Visit visit) {
        check.removeAll();
        check.add(new CheckCard(plans.of(visit.team().id(), visit.me())));
        if (visit.writes()) {
            check.add(new KeepAsEvidence(
                    workplace().exhibits(),
                    visit,
                    getTranslation("implementation.title"),
                    () -> PlanPaper.of(this, getLocale(), plans.of(visit.team().id(), visit.me()))));
        }
    }

    private static Section card(Component... parts) {
        Section card = new Section(parts);
        card.addClassName("card");
        return card;
    }

    /** Keeps the type of forms in one place. */
    static String nameOr(EntryForm<?> form, String typed) {
        return typed.isBlank() ? form.getTranslation("entry.untitled") : typed.strip();
    }
}
