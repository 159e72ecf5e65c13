package org.tessera.submission.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.tessera.account.Accounts;
import org.tessera.account.CurrentUser;
import org.tessera.account.PersonId;
import org.tessera.artifact.Artifacts;
import org.tessera.submission.ConsentAnswer;
import org.tessera.submission.Consents;
import org.tessera.submission.WordConsent;

/** What colleagues asked me: whether my words may stand in their evidence. */
@Route("consents")
@RolesAllowed("PERSON")
@CssImport("./styles/page-parts.css")
@CssImport("./styles/evidence.css")
class ConsentsView extends Div implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient Consents consents;
    private final transient Artifacts artifacts;
    private final transient Accounts accounts;
    private final transient PersonId me;
    private final Div body = new Div();

    ConsentsView(Consents consents, Artifacts artifacts, Accounts accounts, CurrentUser user) {
        this.consents = consents;
        this.artifacts = artifacts;
        this.accounts = accounts;
        me = user.require().id();
        addClassNames("page", "consents-page");
        add(new H1(getTranslation("consent.page")), new Paragraph(getTranslation("consent.page.lead")), body);
        show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.title", getTranslation("consent.page"));
    }

    private void show() {
        body.removeAll();
        List<WordConsent> asked = consents.askedOf(me);
        if (asked.isEmpty()) {
            body.add(new Paragraph(getTranslation("consent.page.none")));
            return;
        }
        UnorderedList list = new UnorderedList();
        asked.forEach(one -> list.add(line(one)));
        body.add(list);
    }

    private ListItem line(WordConsent consent) {
        String asker = accounts.nameOf(consent.asker());
        String name = artifacts
                .find(consent.artifact(), me)
                .map(artifact -> ArtifactLine.full(artifact, getLocale()))
                .orElse("");
        Div actions = new Div();
        actions.addClassName("suggestion-actions");
        switch (consent.state()) {
            case ASKED -> actions.add(answer(consent, true, "yes", asker), answer(consent, false, "no", asker));
            case GIVEN -> actions.add(answer(consent, false, "withdraw", asker));
            case DECLINED, WITHDRAWN -> actions.add(answer(consent, true, "yes", asker));
        }
        return new ListItem(
                new Paragraph(getTranslation("consent.question", asker)),
                new Anchor("artifacts/" + consent.artifact(), name),
                new Paragraph(getTranslation("consent.mine." + consent.state())),
                actions);
    }

    private Button answer(WordConsent consent, boolean yes, String key, String asker) {
        String words = getTranslation("consent." + key);
        Button button = new Button(words, click -> {
            ConsentAnswer answer = consents.answer(me, consent.id(), yes);
            if (answer != ConsentAnswer.DONE) {
                Notification.show(getTranslation("consent.answer." + answer));
            }
            show();
        });
        button.setAriaLabel(words + ": " + asker);
        return button;
    }
}
