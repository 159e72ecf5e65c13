package org.tessera.conversation;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.tessera.entry.EntryKind;

/**
 * The record of a conversation, as it is typed.
 *
 * @param people how many took part
 * @param message what everybody was told
 * @param prompts ids of the prompts that were used
 * @param consent whether those who took part agreed that it is written down without names
 * @param said what was said, without names
 * @param themes what came up, one in a line
 * @param raised questions it left open
 * @param taken questions of earlier conversations it answered
 * @param followUp what is to be done
 * @param before buy-in before, counted by show of hands
 * @param after buy-in after, counted by show of hands
 * @param asked the survey in which buy-in before was asked by link
 * @param askedAgain the survey in which buy-in after was asked by link
 */
public record Conversation(
        String title,
        Optional<Setting> setting,
        Set<Stakeholders> groups,
        Optional<Integer> people,
        Optional<LocalDate> held,
        String message,
        List<String> prompts,
        boolean consent,
        String said,
        String themes,
        List<Raised> raised,
        List<Taken> taken,
        String followUp,
        BuyIn before,
        BuyIn after,
        Optional<UUID> asked,
        Optional<UUID> askedAgain) {

    /** Conversations among a team's entries. */
    public static final EntryKind<Conversation> KIND = new EntryKind<>("conversation", Conversation.class);

    public Conversation {
        title = Objects.requireNonNullElse(title, "");
        setting = Objects.requireNonNullElse(setting, Optional.empty());
        groups = groups == null ? Set.of() : java.util.Collections.unmodifiableSet(new TreeSet<>(groups));
        people = Objects.requireNonNullElse(people, Optional.empty());
        held = Objects.requireNonNullElse(held, Optional.empty());
        message = Objects.requireNonNullElse(message, "");
        prompts = prompts == null ? List.of() : List.copyOf(prompts);
        said = Objects.requireNonNullElse(said, "");
        themes = Objects.requireNonNullElse(themes, "");
        raised = raised == null ? List.of() : List.copyOf(raised);
        taken = taken == null ? List.of() : List.copyOf(taken);
        followUp = Objects.requireNonNullElse(followUp, "");
        before = Objects.requireNonNullElseGet(before, BuyIn::none);
        after = Objects.requireNonNullElseGet(after, BuyIn::none);
        asked = Objects.requireNonNullElse(asked, Optional.empty());
        askedAgain = Objects.requireNonNullElse(askedAgain, Optional.empty());
    }

    /** One in which nothing is filled in yet. */
    public static Conversation blank() {
        return new Conversation(
                "",
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                "",
                List.of(),
                false,
                "",
                "",
                List.of(),
                List.of(),
                "",
                BuyIn.none(),
                BuyIn.none(),
                Optional.empty(),
                Optional.empty());
    }

    /** The answer it gives to a question; blank if it gives none. */
    public String answerTo(UUID question) {
        return taken.stream()
                .filter(one -> one.question().equals(question))
                .map(Taken::answer)
                .findFirst()
                .orElse("");
    }

    /** What came up, one by one. */
    public List<String> themesInOrder() {
        return themes.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
