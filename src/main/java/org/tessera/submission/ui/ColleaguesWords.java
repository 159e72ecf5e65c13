package org.tessera.submission.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import java.util.List;
import java.util.Optional;
import org.tessera.account.Accounts;
import org.tessera.account.PersonId;
import org.tessera.artifact.Artifact;
import org.tessera.submission.ConsentAnswer;
import org.tessera.submission.Consents;
import org.tessera.submission.WordConsent;

/** Whose words stand beside one's own in what a meeting left, and whether they agree to stand in one's evidence. */
final class ColleaguesWords extends Section {

    private static final long serialVersionUID = 1L;

    private final transient Consents consents;
    private final transient Accounts accounts;
    private final transient PersonId me;

    ColleaguesWords(Consents consents, Accounts accounts, PersonId me, List<Artifact> artifacts) {
        this.consents = consents;
        this.accounts = accounts;
        this.me = me;
        Paragraph lead = new Paragraph(getTranslation("consent.lead"));
        lead.addClassName("quiet");
        add(new H2(getTranslation("consent.title")), lead);
        artifacts.forEach(this::addArtifact);
    }

    private void addArtifact(Artifact artifact) {
        List<PersonId> authors = consents.authorsIn(me, artifact.id());
        if (authors.isEmpty()) {
            return;
        }
        UnorderedList list = new UnorderedList();
        authors.forEach(author -> list.add(line(artifact, author)));
        add(new H3(ArtifactLine.name(artifact, getLocale())), list);
    }

    private ListItem line(Artifact artifact, PersonId author) {
        ListItem line = new ListItem();
        show(line, artifact, author);
        return line;
    }

    private void show(ListItem line, Artifact artifact, PersonId author) {
        line.removeAll();
        String name = accounts.nameOf(author);
        line.add(new Span(name));
        Optional<WordConsent.State> state = consents.askedBy(me, artifact.id()).stream()
                .filter(consent -> consent.author().equals(author))
                .map(WordConsent::state)
                .findFirst();
        Span words = new Span(
                " · " + getTranslation("consent.state." + state.map(Enum::name).orElse("NOT_ASKED")));
        words.addClassName("quiet");
        line.add(words);
        boolean canAsk = state.filter(one -> one == WordConsent.State.ASKED || one == WordConsent.State.GIVEN)
                .isEmpty();
        if (canAsk) {
            Button ask = new Button(getTranslation("consent.ask"), click -> {
                ConsentAnswer answer = consents.ask(me, artifact.id(), author);
                if (answer != ConsentAnswer.DONE) {
                    Notification.show(getTranslation("consent.answer." + answer));
                }
                show(line, artifact, author);
            });
            ask.setAriaLabel(getTranslation("consent.ask") + ": " + name);
            line.add(ask);
        }
    }
}
