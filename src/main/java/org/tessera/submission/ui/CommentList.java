package org.tessera.submission.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import org.tessera.account.Accounts;
import org.tessera.artifact.ui.When;
import org.tessera.submission.Comment;

/** What helpers said, the open ones first. */
final class CommentList extends UnorderedList {

    private static final long serialVersionUID = 1L;

    /** @param done is told of a comment its earner is done with; comments are only shown where it is null */
    CommentList(
            List<Comment> comments,
            Accounts accounts,
            GapWords places,
            @org.jspecify.annotations.Nullable SerializableConsumer<Comment> done) {
        addClassName("comments");
        comments.stream().filter(Comment::isOpen).forEach(comment -> add(item(comment, accounts, places, done)));
        comments.stream()
                .filter(comment -> !comment.isOpen())
                .forEach(comment -> add(item(comment, accounts, places, null)));
    }

    private ListItem item(
            Comment comment,
            Accounts accounts,
            GapWords places,
            @org.jspecify.annotations.Nullable SerializableConsumer<Comment> done) {
        Span who = new Span(getTranslation(
                "handin.comment.head",
                accounts.nameOf(comment.by()),
                places.place(comment.spot()),
                When.day(comment.at(), getLocale())));
        who.addClassName("quiet");
        ListItem item = new ListItem(who);
        if (!comment.passage().isBlank()) {
            Paragraph passage = new Paragraph("“" + comment.passage() + "”");
            passage.addClassName("comment-passage");
            item.add(passage);
            if (!comment.stands()) {
                Span changed = new Span(getTranslation("handin.comment.changed"));
                changed.addClassName("comment-changed");
                item.add(changed);
            }
        }
        Paragraph words = new Paragraph(comment.text());
        words.addClassName("handin-text");
        item.add(words);
        if (!comment.isOpen()) {
            item.add(new Span(getTranslation("handin.comment.done")));
            item.addClassName("resolved");
        } else if (done != null) {
            Button resolve = new Button(getTranslation("handin.comment.resolve"), _ -> done.accept(comment));
            resolve.addThemeVariants(ButtonVariant.TERTIARY);
            item.add(resolve);
        }
        return item;
    }
}
