package org.tessera.conversation.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.tessera.conversation.CarryOver;
import org.tessera.conversation.Conversation;
import org.tessera.conversation.Conversations;
import org.tessera.conversation.OpenQuestion;
import org.tessera.conversation.Prompts;
import org.tessera.conversation.Stakeholders;
import org.tessera.entry.Entry;
import org.tessera.entry.EntryAnswer;
import org.tessera.entry.ui.TeamPage;
import org.tessera.entry.ui.Visit;
import org.tessera.entry.ui.Workplace;

/** A team's structured conversations, with whom it has spoken so far, and which questions still wait. */
@Route("teams/:team/conversations")
@RolesAllowed("PERSON")
class ConversationsView extends TeamPage {

    private static final long serialVersionUID = 1L;

    private final transient Conversations conversations;
    private final transient Prompts prompts;
    private final Paragraph said = new Paragraph();
    private final Div overview = new Div();
    private final Div list = new Div();

    ConversationsView(Workplace workplace, Conversations conversations, Prompts prompts) {
        super(workplace, "conversation.title");
        this.conversations = conversations;
        this.prompts = prompts;
        said.getElement().setAttribute("role", "status");
        said.addClassName("entry-said");
    }

    @Override
    protected void show(Visit visit) {
        Section card = new Section(new H2(getTranslation("conversation.all")), list);
        card.addClassName("card");
        if (visit.writes()) {
            card.add(new Button(getTranslation("conversation.new"), _ -> begin(visit)));
        }
        add(new Paragraph(getTranslation("conversation.lead")), said, overview, card);
        List<Entry<Conversation>> all = conversations.of(visit.team().id(), visit.me());
        list.removeAll();
        if (all.isEmpty()) {
            list.add(new Paragraph(getTranslation("conversation.none")));
        }
        all.forEach(entry -> list.add(fold(visit, entry, false)));
        showOverview(visit);
    }

    private NativeDetails fold(Visit visit, Entry<Conversation> entry, boolean open) {
        ConversationForm form = new ConversationForm(workplace(), visit, entry, conversations, prompts);
        NativeDetails fold = new NativeDetails(form.name(), form);
        fold.setOpen(open);
        form.whenKept(() -> {
            if (form.getParent().isEmpty()) {
                fold.removeFromParent();
            } else {
                fold.setSummaryText(form.name());
            }
            showOverview(visit);
        });
        // what waits may have changed in another conversation since
        fold.addToggleListener(toggle -> {
            if (toggle.isOpened()) {
                form.showWaiting();
            }
        });
        return fold;
    }

    private void begin(Visit visit) {
        switch (workplace().entries().begin(visit.team().id(), Conversation.KIND, Conversation.blank(), visit.me())) {
            case EntryAnswer.Saved<Conversation>(var entry) -> {
                if (conversations.of(visit.team().id(), visit.me()).size() == 1) {
                    list.removeAll();
                }
                NativeDetails fold = fold(visit, entry, true);
                list.add(fold);
                fold.getElement().executeJs("this.querySelector('vaadin-text-field')?.focus()");
            }
            case EntryAnswer.Overtaken<Conversation> _ -> {}
            case EntryAnswer.Refused<Conversation>(var why) ->
                said.setText(getTranslation("entry.refused." + why.name().toLowerCase(Locale.ROOT)));
        }
    }

    private void showOverview(Visit visit) {
        List<Entry<Conversation>> all = conversations.of(visit.team().id(), visit.me());
        overview.removeAll();
        overview.addClassName("entry-page");
        overview.add(spokenWith(all), waiting(all));
    }

    /** The groups the credential names, and whether there was a conversation with each. */
    private Section spokenWith(List<Entry<Conversation>> all) {
        Set<Stakeholders> spoken =
                all.stream().flatMap(entry -> entry.body().groups().stream()).collect(Collectors.toSet());
        UnorderedList groups = new UnorderedList();
        groups.addClassName("entry-check");
        for (Stakeholders group : Stakeholders.values()) {
            boolean met = spoken.contains(group);
            Span state = new Span(getTranslation(met ? "conversation.spoken" : "conversation.unspoken"));
            state.addClassName(met ? "entry-met" : "entry-open");
            groups.add(new ListItem(
                    state,
                    new Span(getTranslation("conversation.group." + group.name().toLowerCase(Locale.ROOT)))));
        }
        Section card = new Section(
                new H2(getTranslation("conversation.groups")),
                new Paragraph(getTranslation("conversation.groups.lead")),
                groups);
        card.addClassName("card");
        return card;
    }

    private Section waiting(List<Entry<Conversation>> all) {
        List<OpenQuestion> open = CarryOver.stillOpen(all);
        Section card = new Section(new H2(getTranslation("conversation.waiting")));
        card.addClassName("card");
        if (open.isEmpty()) {
            card.add(new Paragraph(getTranslation("conversation.waiting.none")));
            return card;
        }
        UnorderedList questions = new UnorderedList();
        open.forEach(question -> questions.add(new ListItem(getTranslation(
                "conversation.waiting.from",
                question.question().text(),
                question.fromTitle().isBlank() ? getTranslation("entry.untitled") : question.fromTitle()))));
        card.add(new Paragraph(getTranslation("conversation.waiting.lead")), questions);
        return card;
    }
}
