package org.tessera.conversation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.tessera.entry.Entry;
import org.tessera.entry.EntryId;

/** Which questions wait for which conversation. A conversation without a day counts as the latest. */
public final class CarryOver {

    private static final Comparator<Entry<Conversation>> BY_DAY = Comparator.<Entry<Conversation>, LocalDate>comparing(
                    entry -> entry.body().held().orElse(LocalDate.MAX))
            .thenComparing(Entry::madeAt)
            .thenComparing(entry -> entry.id().value());

    private CarryOver() {}

    /** Conversations in the order in which they were held. */
    public static List<Entry<Conversation>> inOrder(List<Entry<Conversation>> all) {
        return all.stream().sorted(BY_DAY).toList();
    }

    /** What earlier conversations left open, and none between them and this one has answered: what can be taken up in it. */
    public static List<OpenQuestion> waitingFor(EntryId conversation, List<Entry<Conversation>> all) {
        List<Entry<Conversation>> before = inOrder(all).stream()
                .takeWhile(entry -> !entry.id().equals(conversation))
                .toList();
        return unanswered(before, before);
    }

    /** What is open after all of them. */
    public static List<OpenQuestion> stillOpen(List<Entry<Conversation>> all) {
        return unanswered(inOrder(all), all);
    }

    private static List<OpenQuestion> unanswered(
            List<Entry<Conversation>> raisedIn, List<Entry<Conversation>> answeredIn) {
        Set<UUID> answered = new HashSet<>();
        answeredIn.forEach(entry -> entry.body().taken().stream()
                .filter(taken -> !taken.answer().isBlank())
                .map(Taken::question)
                .forEach(answered::add));
        return raisedIn.stream()
                .flatMap(entry -> entry.body().raised().stream()
                        .filter(raised -> !raised.text().isBlank())
                        .filter(raised -> !answered.contains(raised.id()))
                        .map(raised -> new OpenQuestion(entry.id(), entry.body().title(), raised)))
                .toList();
    }
}
