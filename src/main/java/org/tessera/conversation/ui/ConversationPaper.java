package org.tessera.conversation.ui;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.tessera.conversation.BuyIn;
import org.tessera.conversation.Conversation;
import org.tessera.conversation.Prompt;
import org.tessera.conversation.Prompts;
import org.tessera.conversation.Raised;
import org.tessera.entry.ui.PaperDraft;
import org.tessera.record.Paper;

/** A conversation as a document. */
final class ConversationPaper {

    private ConversationPaper() {}

    /**
     * The document.
     *
     * @param title the conversation's, with company and day
     * @param asked the words of questions of earlier conversations
     * @param before buy-in asked by link, as far as it may be seen
     * @param after the same, asked again
     */
    static Paper of(
            Component page,
            Locale language,
            String title,
            Conversation body,
            Prompts prompts,
            Map<UUID, String> asked,
            Optional<BuyIn> before,
            Optional<BuyIn> after) {
        PaperDraft draft = new PaperDraft(page)
                .points(
                        "conversation.with",
                        body.groups().stream()
                                .map(group -> page.getTranslation(
                                        "conversation.group." + group.name().toLowerCase(Locale.ROOT)))
                                .toList());
        body.people().ifPresent(count -> draft.says("conversation.paper.people", count));
        draft.section("conversation.message", body.message())
                .points(
                        "conversation.prompts",
                        body.prompts().stream()
                                .flatMap(id -> prompts.find(id).stream())
                                .map(Prompt::text)
                                .map(text -> text.in(language))
                                .toList())
                .section("conversation.said", body.said())
                .points("conversation.themes", body.themesInOrder())
                .points(
                        "conversation.take-up",
                        body.taken().stream()
                                .filter(taken -> !taken.answer().isBlank())
                                .map(taken -> page.getTranslation(
                                        "conversation.paper.answer",
                                        asked.getOrDefault(taken.question(), ""),
                                        taken.answer()))
                                .toList())
                .points(
                        "conversation.raised",
                        body.raised().stream().map(Raised::text).toList())
                .section("conversation.follow-up", body.followUp());
        buyIn(page, draft, "conversation.before", body.before(), before);
        buyIn(page, draft, "conversation.after", body.after(), after);
        return draft.aside("conversation.paper").paper(title, language);
    }

    private static void buyIn(Component page, PaperDraft draft, String moment, BuyIn hands, Optional<BuyIn> byLink) {
        if (hands.people() > 0) {
            draft.heading("conversation.paper.buy-in", page.getTranslation(moment))
                    .says("conversation.hands", hands.people())
                    .points(told(page, hands));
        }
        byLink.ifPresent(answers -> draft.heading("conversation.paper.buy-in", page.getTranslation(moment))
                .says("conversation.by-link", answers.people())
                .points(told(page, answers)));
    }

    private static List<String> told(Component page, BuyIn counted) {
        return IntStream.range(0, BuyIn.STEPS)
                .mapToObj(place -> page.getTranslation(
                        "conversation.paper.step",
                        BuyInFields.label(page, place + 1),
                        counted.counts().get(place)))
                .toList();
    }
}
