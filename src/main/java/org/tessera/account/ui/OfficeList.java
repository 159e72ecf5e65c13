package org.tessera.account.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.Upload;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tessera.account.InviteAnswer;
import org.tessera.account.InviteList;
import org.tessera.account.InviteListAnswer;
import org.tessera.account.InviteStep;
import org.tessera.account.InviteStep.Outcome;
import org.tessera.account.Languages;
import org.tessera.account.PersonId;
import org.tessera.account.School;
import org.tessera.account.Team;
import org.tessera.account.WelcomeLinks;

/** Invites many at once: what was pasted is looked at first and told line by line, and then done as a whole. */
final class OfficeList extends OfficePart {

    private static final long serialVersionUID = 1L;

    /** More lines than anybody reads; faults come first. */
    private static final int TOLD = 300;

    private final transient WelcomeLinks links;
    private final PersonId me;
    private final TextArea text = new TextArea();
    private final Select<Locale> language = new Select<>();
    private final Div outcome = new Div();
    private final Button take = new Button();
    private transient InviteListAnswer.@Nullable Forecast seen;

    OfficeList(WelcomeLinks links, PersonId me) {
        this.links = links;
        this.me = me;
        text.setLabel(getTranslation("office.list.text"));
        text.setHelperText(getTranslation("office.list.help", InviteList.MOST));
        text.setWidthFull();
        text.addClassName("office-paste");
        text.setMinRows(6);
        text.addValueChangeListener(_ -> forget());
        language.setLabel(getTranslation("office.invite.language"));
        language.setItems(Languages.ALL);
        language.setItemLabelGenerator(one -> getTranslation("account.language." + one.getLanguage()));
        language.setValue(Languages.nearest(getLocale()));
        Button look = new Button(getTranslation("office.list.look"), _ -> look());
        take.addThemeVariants(ButtonVariant.PRIMARY);
        take.addClickListener(_ -> take());
        take.setVisible(false);
        Section card = new Section(
                new H2(getTranslation("office.section.list")),
                new Paragraph(getTranslation("office.list.lead")),
                example(),
                upload(),
                text,
                language,
                look,
                says(),
                outcome,
                take);
        card.addClassName("card");
        outcome.addClassName("office-part");
        add(card);
    }

    private Pre example() {
        Pre example = new Pre(getTranslation("office.list.example"));
        example.getElement().setAttribute("tabindex", "0");
        example.addClassName("office-example");
        return example;
    }

    private Upload upload() {
        Upload upload = new Upload(new SmallFile(
                InviteList.LONGEST, getTranslation("office.list.unreadable.too_long"), this::read, this::say));
        upload.setMaxFiles(1);
        upload.setMaxFileSize(InviteList.LONGEST);
        upload.getElement().setProperty("accept", ".csv,.tsv,.txt,text/csv");
        upload.setUploadButton(new Button(getTranslation("office.list.choose")));
        upload.setDropLabel(new Span(getTranslation("office.list.drop")));
        upload.addFileRejectedListener(_ -> say(getTranslation("office.list.unreadable.too_long")));
        upload.addAllFinishedListener(_ -> upload.clearFileList());
        return upload;
    }

    /** Called with the session locked. */
    void read(byte[] file) {
        InviteList.text(file)
                .ifPresentOrElse(
                        list -> {
                            text.setValue(list);
                            look();
                        },
                        () -> say(getTranslation("office.list.not-utf8")));
    }

    private void forget() {
        seen = null;
        outcome.removeAll();
        take.setVisible(false);
    }

    private void look() {
        forget();
        tell(links.foresee(me, text.getValue()));
    }

    private void take() {
        InviteListAnswer.Forecast looked = seen;
        forget();
        if (looked != null) {
            tell(links.inviteAll(me, text.getValue(), looked, language.getValue()));
        }
    }

    private void tell(InviteListAnswer answer) {
        switch (answer) {
            case InviteListAnswer.Forecast forecast -> foretell(forecast);
            case InviteListAnswer.Unreadable(InviteList.Unreadable why) ->
                say(getTranslation("office.list.unreadable." + why.name().toLowerCase(Locale.ROOT), InviteList.MOST));
            case InviteListAnswer.Refused.NOT_OFFICER -> say(getTranslation("office.refused.not_officer"));
            case InviteListAnswer.Refused.CHANGED -> say(getTranslation("office.list.changed"));
            case InviteListAnswer.Done done -> done(done);
        }
    }

    private void foretell(InviteListAnswer.Forecast forecast) {
        List<InviteStep> steps = forecast.steps();
        List<InviteStep> faulty = of(steps, Outcome.Faulty.class);
        List<InviteStep> fresh = of(steps, Outcome.Fresh.class);
        outcome.add(lines("office.list.faulty", faulty));
        outcome.add(lines("office.list.elsewhere", of(steps, Outcome.Elsewhere.class)));
        outcome.add(lines("office.list.fresh", fresh));
        outcome.add(lines("office.list.known", of(steps, Outcome.Known.class)));
        boolean changes = !fresh.isEmpty()
                || steps.stream()
                        .anyMatch(step -> step.outcome() instanceof Outcome.Known known
                                && known.joins().isPresent());
        if (!forecast.isSound()) {
            say(getTranslation("office.list.faults", faulty.size()));
        } else if (!changes) {
            say(getTranslation("office.list.nothing"));
        } else {
            seen = forecast;
            take.setText(getTranslation("office.list.do", fresh.size()));
            take.setVisible(true);
            say(getTranslation("office.list.sound", fresh.size()));
        }
    }

    private static List<InviteStep> of(List<InviteStep> steps, Class<? extends Outcome> kind) {
        return steps.stream().filter(step -> kind.isInstance(step.outcome())).toList();
    }

    private Div lines(String title, List<InviteStep> steps) {
        Div part = new Div();
        part.setVisible(!steps.isEmpty());
        UnorderedList list = new UnorderedList();
        steps.stream().limit(TOLD).forEach(step -> list.add(new ListItem(line(step))));
        part.add(new H3(getTranslation(title, steps.size())), list);
        if (steps.size() > TOLD) {
            part.add(new Paragraph(getTranslation("office.list.rest", steps.size() - TOLD)));
        }
        return part;
    }

    private Span line(InviteStep step) {
        String who = getTranslation(
                "office.list.line",
                step.line().number(),
                step.line().name(),
                step.line().email());
        String what =
                switch (step.outcome()) {
                    case Outcome.Fresh(var school, var team) ->
                        String.join(
                                " · ",
                                place(
                                        school.map(School::name).orElse(""),
                                        team.map(Team::name).orElse("")));
                    case Outcome.Known(var person, var joins) ->
                        joins.map(team -> getTranslation("office.list.joins", person.name(), team.name()))
                                .orElseGet(() -> getTranslation("office.list.as-is", person.name()));
                    case Outcome.Elsewhere _ -> "";
                    case Outcome.Faulty(var faults) ->
                        faults.stream()
                                .map(fault -> getTranslation(
                                        "office.list.fault." + fault.name().toLowerCase(Locale.ROOT)))
                                .collect(Collectors.joining(" "));
                };
        return new Span(what.isEmpty() ? who : who + " · " + what);
    }

    private static List<String> place(String school, String team) {
        List<String> place = new ArrayList<>(List.of(school, team));
        place.removeIf(String::isEmpty);
        return place;
    }

    private void done(InviteListAnswer.Done done) {
        text.clear();
        if (!done.invited().isEmpty()) {
            TextArea all = new TextArea(getTranslation("office.list.links"));
            all.setReadOnly(true);
            all.setWidthFull();
            all.addClassName("office-paste");
            all.setValue(done.invited().stream().map(OfficeList::row).collect(Collectors.joining("\n")));
            outcome.add(all, new Paragraph(getTranslation("office.link.once")));
        }
        say(getTranslation(
                links.sendsMail() ? "office.list.sent" : "office.list.done",
                done.invited().size(),
                done.joined(),
                done.passedOver()));
    }

    /** As spreadsheets take it. */
    private static String row(InviteAnswer.Invited one) {
        return one.person().name() + "\t" + one.person().email() + "\t"
                + one.link().address();
    }
}
