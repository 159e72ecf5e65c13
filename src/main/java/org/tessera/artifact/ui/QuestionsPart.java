package org.tessera.artifact.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tessera.artifact.Content;

/** The questions that were asked, with the short answers under each. */
final class QuestionsPart extends Part {

    private static final long serialVersionUID = 1L;
    private static final Set<String> KINDS = Set.of("clarifying", "probing");

    QuestionsPart(List<Content.Note> log, Optional<String> me) {
        super("questions");
        OrderedList questions = new OrderedList();
        questions.addClassName("artifact-questions-list");
        log.stream().filter(note -> note.replyTo() == null).forEach(question -> {
            ListItem item = new NoteLine(question, me);
            UnorderedList answers = new UnorderedList();
            log.stream()
                    .filter(note -> question.id().equals(note.replyTo()))
                    .forEach(answer -> answers.add(new NoteLine(answer, me)));
            if (answers.getComponentCount() > 0) {
                item.add(answers);
            }
            questions.add(item);
        });
        add(questions);
    }

    /** The log among {@code notes}: where nobody answered anything it is a log if nothing but questions was written. */
    static List<Content.Note> logOf(List<Content.Note> notes) {
        boolean isLog = notes.stream().allMatch(note -> note.replyTo() != null || KINDS.contains(note.kind()));
        return isLog ? notes : List.of();
    }
}
