package org.tessera.submission.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.tessera.submission.Comment;
import org.tessera.submission.CommentDraft;
import org.tessera.writing.Sentences;

/**
 * Where a helper says something about a text, or about words in it: those that are selected in the text, or a sentence from
 * a list. What is being written is kept as it is typed.
 */
final class Commenting extends Div {

    private static final long serialVersionUID = 1L;

    /** What is selected in the element whose event is told, if all of it is; a keyboard and a finger select, too. */
    static final String SELECTED = """
            (function (text) {
              const chosen = document.getSelection();
              return chosen && text.contains(chosen.anchorNode) && text.contains(chosen.focusNode)
                ? chosen.toString().trim()
                : '';
            })(element)""";

    private final TextArea passage = new TextArea();
    private final TextArea words = new TextArea();
    private final transient Consumer<CommentDraft> kept;

    /** Says it, and answers why not. */
    interface Saying {
        Optional<String> say(CommentDraft comment);
    }

    Commenting(List<String> texts, CommentDraft before, String place, Consumer<CommentDraft> kept, Saying saying) {
        this.kept = kept;
        addClassName("dialog-body");
        passage.setLabel(getTranslation("handin.comment.passage"));
        passage.setHelperText(getTranslation("handin.comment.passage.help"));
        passage.setMaxLength(Comment.LONGEST_PASSAGE);
        words.setLabel(getTranslation("handin.comment.words"));
        words.setMaxLength(Comment.MOST);
        passage.setValue(before.passage());
        words.setValue(before.text());
        for (TextArea field : List.of(passage, words)) {
            field.setWidthFull();
            field.setValueChangeMode(ValueChangeMode.LAZY);
            field.addValueChangeListener(_ -> kept.accept(draft()));
        }
        List<String> sentences = texts.stream()
                .flatMap(text -> Sentences.of(text, getLocale()).stream())
                .filter(sentence -> sentence.length() <= Comment.LONGEST_PASSAGE)
                .distinct()
                .toList();
        if (!sentences.isEmpty()) {
            add(sentences(sentences));
        }
        Button say = new Button(getTranslation("handin.comment.say"));
        say.setAriaLabel(getTranslation("handin.comment.say") + ": " + place);
        say.addClickListener(_ -> saying.say(draft()).ifPresent(why -> {
            words.setErrorMessage(why);
            words.setInvalid(true);
        }));
        add(passage, words, say);
    }

    private Component sentences(List<String> sentences) {
        ComboBox<String> list = new ComboBox<>(getTranslation("handin.comment.sentence"));
        list.setItems(sentences);
        list.setWidthFull();
        list.addValueChangeListener(event -> {
            if (event.getValue() != null) {
                about(event.getValue());
            }
        });
        return list;
    }

    /** Takes what is selected in {@code text} as what the comment is about. */
    void listenTo(Component text) {
        for (String event : List.of("mouseup", "keyup", "touchend")) {
            text.getElement()
                    .addEventListener(event, told -> {
                        String selected = told.getEventData().path(SELECTED).asString("");
                        if (!selected.isBlank() && selected.length() <= Comment.LONGEST_PASSAGE) {
                            about(selected);
                        }
                    })
                    .addEventData(SELECTED);
        }
    }

    private void about(String chosen) {
        passage.setValue(chosen);
        kept.accept(draft());
    }

    private CommentDraft draft() {
        return new CommentDraft(passage.getValue(), words.getValue());
    }
}
