package org.tessera.plan.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.tessera.account.Person;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;
import org.tessera.credential.Stack;
import org.tessera.plan.PlanAnswer;
import org.tessera.plan.PlanDraft;
import org.tessera.plan.PlanPicture;
import org.tessera.plan.PlanRefusal;
import org.tessera.plan.PlanSheet;
import org.tessera.plan.PlanSheets;
import org.tessera.plan.Plans;

/** Makes a plan: a form that is kept as it is typed, what would come of it, and the plan itself at last. */
final class PlanMaker extends Div {

    private final transient Plans plans;
    private final transient PlanSheets sheets;
    private final TeamId team;
    private final PersonId me;
    private final transient Naming names;
    private final transient PlanForm form;
    private final Section preview = new Section();
    private final Div kept = new Div();

    /** Says a person's name. */
    interface Naming {
        String of(PersonId person);
    }

    /** What becomes of the form: the plan it made, or why it made none. */
    record Outcome(Consumer<PlanPicture> made, Consumer<String> wrong) {}

    PlanMaker(
            Plans plans,
            PlanSheets sheets,
            TeamId team,
            PersonId me,
            List<Stack> stacks,
            List<Person> members,
            PlanSheet usual,
            Naming names,
            Outcome outcome) {
        this.plans = plans;
        this.sheets = sheets;
        this.team = team;
        this.me = me;
        this.names = names;
        addClassName("plan-maker");
        preview.addClassNames("card", "plan-preview");
        preview.getElement().setAttribute("aria-live", "polite");
        Optional<PlanSheet> before = sheets.of(team, me);
        form = new PlanForm(stacks, members, before.orElse(usual), this::changed);
        before.ifPresent(_ -> offerToBeginAnew(usual));
        preview();
        Button make = new Button(getTranslation("plan.form.make"), _ -> make(outcome));
        make.addThemeVariants(ButtonVariant.PRIMARY);
        add(
                new Paragraph(getTranslation("plan.form.lead")),
                kept,
                form,
                preview,
                new Div(make, new Anchor("teams/" + team.value(), getTranslation("plan.cancel"))));
    }

    private void offerToBeginAnew(PlanSheet usual) {
        Button anew = new Button(getTranslation("plan.form.anew"), _ -> {
            form.show(usual);
            sheets.clear(team, me);
            kept.removeAll();
            preview();
        });
        Div note = new Div(new Paragraph(getTranslation("plan.form.kept")), anew);
        note.addClassName("page-note");
        kept.add(note);
    }

    private void changed() {
        sheets.keep(team, me, form.sheet());
        preview();
    }

    private void preview() {
        preview.removeAll();
        preview.add(new H2(getTranslation("plan.preview")));
        Optional<PlanDraft> draft = form.draft(team);
        if (draft.isEmpty()) {
            preview.add(new Paragraph(getTranslation("plan.form.missing")));
            return;
        }
        switch (plans.preview(draft.get(), me)) {
            case PlanAnswer.Refused(var why) -> preview.add(new Paragraph(refusal(why)));
            case PlanAnswer.Done(var picture, var _) -> {
                PlanWords words = PlanWords.on(this, picture, names::of);
                preview.add(new Paragraph(getTranslation(
                        "plan.preview.sum",
                        picture.plan().meetings().size(),
                        picture.checklist().covered(),
                        picture.checklist().lines().size())));
                OrderedList list = new OrderedList();
                picture.plan()
                        .meetings()
                        .forEach(meeting -> list.add(new ListItem(getTranslation(
                                "plan.preview.meeting", words.when(meeting.at()), words.what(meeting)))));
                preview.add(list);
            }
        }
    }

    private void make(Outcome outcome) {
        Optional<PlanDraft> draft = form.draft(team);
        if (draft.isEmpty()) {
            outcome.wrong().accept(getTranslation("plan.form.missing"));
            return;
        }
        switch (plans.make(draft.get(), me)) {
            case PlanAnswer.Refused(var why) -> outcome.wrong().accept(refusal(why));
            case PlanAnswer.Done(var picture, var _) -> {
                sheets.clear(team, me);
                outcome.made().accept(picture);
            }
        }
    }

    private String refusal(PlanRefusal why) {
        return getTranslation("plan.refusal." + why.name().toLowerCase(Locale.ROOT));
    }
}
