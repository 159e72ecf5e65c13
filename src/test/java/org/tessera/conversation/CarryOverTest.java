package org.tessera.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;
import org.tessera.entry.Entry;
import org.tessera.entry.EntryId;

class CarryOverTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 1);

    private final Raised grades = new Raised(UUID.randomUUID(), "Who grades?");
    private final Raised time = new Raised(UUID.randomUUID(), "When?");
    private final Raised blank = new Raised(UUID.randomUUID(), " ");

    private int made;

    private Entry<Conversation> held(Optional<LocalDate> day, List<Raised> raised, Taken... taken) {
        Conversation blank = Conversation.blank();
        return entry(new Conversation(
                "Staff meeting",
                blank.setting(),
                blank.groups(),
                blank.people(),
                day,
                "",
                List.of(),
                true,
                "",
                "",
                raised,
                List.of(taken),
                "",
                BuyIn.none(),
                BuyIn.none(),
                Optional.empty(),
                Optional.empty()));
    }

    private Entry<Conversation> entry(Conversation body) {
        return new Entry<>(
                new EntryId(UUID.randomUUID()),
                new TeamId(UUID.randomUUID()),
                Conversation.KIND,
                body,
                1,
                Instant.EPOCH.plusSeconds(made++),
                new PersonId(UUID.randomUUID()),
                Instant.EPOCH);
    }

    private static List<Raised> waiting(Entry<Conversation> one, List<Entry<Conversation>> all) {
        return CarryOver.waitingFor(one.id(), all).stream()
                .map(OpenQuestion::question)
                .toList();
    }

    @Nested
    class Waiting {

        @Test
        void a_question_waits_for_every_later_conversation_until_one_has_answered_it() {
            Entry<Conversation> first = held(Optional.of(DAY), List.of(grades, time));
            Entry<Conversation> second =
                    held(Optional.of(DAY.plusDays(7)), List.of(), new Taken(grades.id(), "Two of us"));
            Entry<Conversation> third = held(Optional.of(DAY.plusDays(14)), List.of());
            List<Entry<Conversation>> all = List.of(third, first, second);
            assertThat(waiting(first, all)).isEmpty();
            assertThat(waiting(second, all)).containsExactly(grades, time);
            assertThat(waiting(third, all)).containsExactly(time);
            assertThat(CarryOver.stillOpen(all))
                    .extracting(OpenQuestion::question)
                    .containsExactly(time);
        }

        @Test
        void a_question_never_waits_for_a_conversation_held_before_it_was_asked() {
            Entry<Conversation> early = held(Optional.of(DAY), List.of());
            Entry<Conversation> late = held(Optional.of(DAY.plusDays(1)), List.of(grades));
            assertThat(waiting(early, List.of(late, early))).isEmpty();
        }

        @Test
        void a_conversation_without_a_day_comes_last_and_those_of_one_day_as_they_were_begun() {
            Entry<Conversation> planned = held(Optional.empty(), List.of());
            Entry<Conversation> one = held(Optional.of(DAY), List.of(grades));
            Entry<Conversation> two = held(Optional.of(DAY), List.of());
            List<Entry<Conversation>> all = List.of(planned, two, one);
            assertThat(CarryOver.inOrder(all)).containsExactly(one, two, planned);
            assertThat(waiting(planned, all)).containsExactly(grades);
        }

        @Test
        void neither_a_blank_question_nor_a_blank_answer_counts() {
            Entry<Conversation> first = held(Optional.of(DAY), List.of(blank, grades));
            Entry<Conversation> second = held(Optional.of(DAY.plusDays(1)), List.of(), new Taken(grades.id(), "  "));
            assertThat(CarryOver.stillOpen(List.of(first, second)))
                    .extracting(OpenQuestion::question)
                    .containsExactly(grades);
        }

        @Test
        void a_question_says_where_it_comes_from() {
            Entry<Conversation> first = held(Optional.of(DAY), List.of(grades));
            assertThat(CarryOver.stillOpen(List.of(first)))
                    .containsExactly(new OpenQuestion(first.id(), "Staff meeting", grades));
        }
    }

    @Nested
    class Buy_in {

        @Test
        void always_has_five_counts_of_which_none_is_below_nobody() {
            assertThat(new BuyIn(List.of(3, -1, 2)).counts()).containsExactly(3, 0, 2, 0, 0);
            assertThat(new BuyIn(List.of(1, 2, 3, 4, 5, 6)).people()).isEqualTo(15);
        }
    }
}
