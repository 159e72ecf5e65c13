package org.tessera.conversation.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.tessera.conversation.BuyIn;
import org.tessera.conversation.CarryOver;
import org.tessera.conversation.Conversation;
import org.tessera.conversation.Conversations;
import org.tessera.conversation.OpenQuestion;
import org.tessera.conversation.Prompt;
import org.tessera.conversation.Prompts;
import org.tessera.conversation.Raised;
import org.tessera.conversation.Setting;
import org.tessera.conversation.Stakeholders;
import org.tessera.conversation.Taken;
import org.tessera.entry.Entry;
import org.tessera.entry.ui.EntryForm;
import org.tessera.entry.ui.KeepAsEvidence;
import org.tessera.entry.ui.Visit;
import org.tessera.entry.ui.Workplace;
import org.tessera.record.Paper;

/** The record of one conversation. */
final class ConversationForm extends EntryForm<Conversation> {

    private static final long serialVersionUID = 1L;
    private static final int MOST_LINE = 200;
    private static final int MOST = 10_000;

    private final transient Conversations conversations;
    private final transient Visit visit;
    private final transient Prompts prompts;
    private final TextField title = line("conversation.name", MOST_LINE);
    private final Select<Setting> setting = kept(new Select<>());
    private final CheckboxGroup<Stakeholders> groups = kept(new CheckboxGroup<>());
    private final IntegerField people = kept(new IntegerField());
    private final DatePicker held = day("conversation.held");
    private final TextArea message = lines("conversation.message", MOST);
    private final CheckboxGroup<Prompt> used = kept(new CheckboxGroup<>());
    private final Checkbox consent = kept(new Checkbox(getTranslation("conversation.consent")));
    private final TextArea said = lines("conversation.said", MOST);
    private final TextArea themes = lines("conversation.themes", MOST);
    private final Div waiting = new Div();
    private final Map<UUID, TextArea> answers = new LinkedHashMap<>();
    private final Div raised = new Div();
    private final Map<UUID, TextField> questions = new LinkedHashMap<>();
    private final TextArea followUp = lines("conversation.follow-up", MOST);
    private final KeepAsEvidence keep;
    private final BuyInFields before;
    private final BuyInFields after;
    private boolean filling;

    ConversationForm(
            Workplace workplace, Visit visit, Entry<Conversation> entry, Conversations conversations, Prompts prompts) {
        super(workplace, visit, entry);
        this.conversations = conversations;
        this.visit = visit;
        this.prompts = prompts;
        this.before = new BuyInFields("conversation.before", conversations, visit, this::save, this::ask);
        this.after = new BuyInFields("conversation.after", conversations, visit, this::save, this::ask);
        this.keep = new KeepAsEvidence(workplace.exhibits(), visit, name(), this::paper);
        label();
        Div row = new Div(setting, held, people);
        row.addClassName("entry-row");
        waiting.addClassName("entry-questions");
        raised.addClassName("entry-questions");
        add(title, row, groups, message, used, consent, said, themes);
        add(new H3(getTranslation("conversation.take-up")), waiting);
        add(new H3(getTranslation("conversation.raised")), raised);
        if (visit.writes()) {
            add(new Button(getTranslation("conversation.raised.add"), _ -> raise()));
        }
        add(
                followUp,
                new H3(getTranslation("conversation.buy-in")),
                new Paragraph(getTranslation("conversation.buy-in.lead")));
        Div both = new Div(before, after);
        both.addClassName("entry-row");
        add(both, keep);
        start();
    }

    private void label() {
        setting.setLabel(getTranslation("conversation.setting"));
        setting.setItems(Setting.values());
        setting.setItemLabelGenerator(this::told);
        groups.setLabel(getTranslation("conversation.with"));
        groups.setHelperText(getTranslation("conversation.with.help"));
        groups.setItems(Stakeholders.values());
        groups.setItemLabelGenerator(
                group -> getTranslation("conversation.group." + group.name().toLowerCase(Locale.ROOT)));
        people.setLabel(getTranslation("conversation.people"));
        people.setMin(1);
        people.setMax(BuyIn.MOST);
        people.setManualValidation(true);
        message.setHelperText(getTranslation("conversation.message.help"));
        used.setLabel(getTranslation("conversation.prompts"));
        used.setHelperText(getTranslation("conversation.prompts.help"));
        used.setItems(prompts.all());
        used.setItemLabelGenerator(prompt -> prompt.text().in(getLocale()));
        consent.setHelperText(getTranslation("conversation.consent.help"));
        said.setHelperText(getTranslation("conversation.said.help"));
        themes.setHelperText(getTranslation("conversation.themes.help"));
    }

    /** The questions that wait for this conversation now, each with a place for its answer. */
    void showWaiting() {
        filling = true;
        Conversation body = entry().body();
        List<Entry<Conversation>> all = conversations.of(visit.team().id(), visit.me());
        Map<UUID, String> asked = new LinkedHashMap<>();
        for (OpenQuestion open : CarryOver.waitingFor(entry().id(), all)) {
            asked.put(open.question().id(), open.question().text());
        }
        // what it has answered stays in view, wherever it comes to stand
        all.forEach(other -> other.body().raised().stream()
                .filter(one -> !body.answerTo(one.id()).isBlank())
                .forEach(one -> asked.putIfAbsent(one.id(), one.text())));
        if (!new ArrayList<>(answers.keySet()).equals(new ArrayList<>(asked.keySet()))) {
            answers.clear();
            waiting.removeAll();
            asked.forEach((id, text) -> {
                TextArea answer = new TextArea();
                answer.setWidthFull();
                answer.setMaxLength(MOST);
                answer.setValueChangeMode(ValueChangeMode.LAZY);
                answer.setReadOnly(!visit.writes());
                answer.addValueChangeListener(_ -> saveTyped());
                answers.put(id, answer);
                waiting.add(answer);
            });
            if (asked.isEmpty()) {
                waiting.add(new Paragraph(getTranslation("conversation.take-up.none")));
            }
        }
        answers.forEach((id, field) -> {
            field.setLabel(Objects.requireNonNullElse(asked.get(id), ""));
            field.setValue(body.answerTo(id));
        });
        filling = false;
    }

    private Paper paper() {
        Conversation body = entry().body();
        Map<UUID, String> asked = new LinkedHashMap<>();
        conversations
                .of(visit.team().id(), visit.me())
                .forEach(other -> other.body().raised().forEach(one -> asked.put(one.id(), one.text())));
        return ConversationPaper.of(
                this,
                getLocale(),
                name(),
                body,
                prompts,
                asked,
                body.asked().flatMap(id -> conversations.byLink(id, visit.me())),
                body.askedAgain().flatMap(id -> conversations.byLink(id, visit.me())));
    }

    private void raise() {
        List<Raised> all = new ArrayList<>(typed().raised());
        Raised blank = new Raised(UUID.randomUUID(), "");
        all.add(blank);
        showRaised(all);
        save();
        Objects.requireNonNull(questions.get(blank.id())).focus();
    }

    private void showRaised(List<Raised> all) {
        List<UUID> ids = all.stream().map(Raised::id).toList();
        if (!new ArrayList<>(questions.keySet()).equals(ids)) {
            questions.clear();
            raised.removeAll();
            for (int number = 1; number <= ids.size(); number++) {
                TextField field = new TextField(getTranslation("conversation.question", number));
                field.setWidthFull();
                field.setMaxLength(2 * MOST_LINE);
                field.setValueChangeMode(ValueChangeMode.LAZY);
                field.setReadOnly(!visit.writes());
                field.addValueChangeListener(_ -> saveTyped());
                questions.put(ids.get(number - 1), field);
                raised.add(field);
            }
            if (ids.isEmpty()) {
                raised.add(new Paragraph(getTranslation("conversation.raised.none")));
            }
        }
        all.forEach(one -> Objects.requireNonNull(questions.get(one.id())).setValue(one.text()));
    }

    private void saveTyped() {
        if (!filling) {
            save();
        }
    }

    /** Opens a survey of one question, which asks the same before and after. */
    private Optional<UUID> ask(String moment) {
        return conversations
                .ask(
                        visit.team().id(),
                        getTranslation("conversation.survey", getTranslation(moment), name()),
                        getTranslation("conversation.survey.question"),
                        getTranslation("conversation.survey.ends"),
                        getLocale().getLanguage(),
                        visit.me())
                .map(org.tessera.needs.SurveyId::value);
    }

    @Override
    protected Conversation typed() {
        Conversation now = entry().body();
        return new Conversation(
                title.getValue(),
                Optional.ofNullable(setting.getValue()),
                groups.getValue(),
                Optional.ofNullable(people.getValue()),
                Optional.ofNullable(held.getValue()),
                message.getValue(),
                prompts(now),
                Objects.requireNonNullElse(consent.getValue(), false),
                said.getValue(),
                themes.getValue(),
                questions.entrySet().stream()
                        .map(field ->
                                new Raised(field.getKey(), field.getValue().getValue()))
                        .toList(),
                taken(now),
                followUp.getValue(),
                before.typed(),
                after.typed(),
                before.survey(),
                after.survey());
    }

    /** In the order of the prompts; ids of prompts that are offered no longer stay. */
    private List<String> prompts(Conversation now) {
        return Stream.concat(
                        now.prompts().stream().filter(id -> prompts.find(id).isEmpty()),
                        prompts.all().stream().filter(used.getValue()::contains).map(Prompt::id))
                .toList();
    }

    /** Answers to questions that are not in view stay as they are. */
    private List<Taken> taken(Conversation now) {
        return Stream.concat(
                        now.taken().stream().filter(one -> !answers.containsKey(one.question())),
                        answers.entrySet().stream()
                                .filter(field -> !field.getValue().getValue().isEmpty())
                                .map(field -> new Taken(
                                        field.getKey(), field.getValue().getValue())))
                .toList();
    }

    @Override
    protected void fill(Conversation body) {
        filling = true;
        title.setValue(body.title());
        body.setting().ifPresentOrElse(setting::setValue, setting::clear);
        groups.setValue(body.groups());
        body.people().ifPresentOrElse(people::setValue, people::clear);
        body.held().ifPresentOrElse(held::setValue, held::clear);
        message.setValue(body.message());
        used.setValue(new LinkedHashSet<>(
                body.prompts().stream().flatMap(id -> prompts.find(id).stream()).toList()));
        consent.setValue(body.consent());
        said.setValue(body.said());
        themes.setValue(body.themes());
        showRaised(body.raised());
        answers.forEach((id, field) -> field.setValue(body.answerTo(id)));
        followUp.setValue(body.followUp());
        before.fill(body.before(), body.asked());
        after.fill(body.after(), body.askedAgain());
        keep.setVisible(visit.writes() && body.consent());
        filling = false;
        if (answers.isEmpty()) {
            showWaiting();
        }
    }

    @Override
    protected List<String> told(Conversation body) {
        List<String> lines = new ArrayList<>();
        lines.add(title(body));
        Stream.of(body.message(), body.said(), body.themes(), body.followUp()).forEach(lines::add);
        body.raised().forEach(one -> lines.add(one.text()));
        body.taken().forEach(one -> lines.add(one.answer()));
        return lines.stream().filter(line -> !line.isBlank()).toList();
    }

    @Override
    protected String name() {
        return title(entry().body());
    }

    private String title(Conversation body) {
        String name = body.title().isBlank() ? getTranslation("entry.untitled") : body.title();
        String with = body.setting().map(this::told).orElse("");
        String day = body.held()
                .map(one -> DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(getLocale())
                        .format(one))
                .orElse("");
        return String.join(
                ", ", Stream.of(name, with, day).filter(part -> !part.isBlank()).toList());
    }

    private String told(Setting one) {
        return getTranslation(
                "conversation.setting." + one.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
