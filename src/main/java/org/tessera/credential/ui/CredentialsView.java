package org.tessera.credential.ui;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.tessera.credential.Credential;
import org.tessera.credential.Credentials;
import org.tessera.credential.Stack;

/** All stacks with their credentials, and how much of each is known. */
@Route("credentials")
@PermitAll
@CssImport("./styles/page-parts.css")
@CssImport("./styles/credential.css")
class CredentialsView extends Div implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    CredentialsView(Credentials credentials) {
        addClassNames("page", "credential-page");
        add(new H1(getTranslation("credential.all")), new Paragraph(getTranslation("credential.all.lead")));
        credentials.stacks().forEach(stack -> add(section(stack, credentials)));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.title", getTranslation("credential.all"));
    }

    private Section section(Stack stack, Credentials credentials) {
        UnorderedList members = new UnorderedList();
        members.addClassName("credential-members");
        credentials.membersOf(stack).forEach(member -> members.add(line(member)));
        Section section = new Section(
                new H2(stack.name().in(getLocale())),
                new WordingBlock(stack.note()),
                members,
                new Anchor("evidence?stack=" + stack.ref().id(), getTranslation("credential.evidence")));
        section.addClassName("credential-part");
        return section;
    }

    private ListItem line(Credential credential) {
        return new ListItem(
                new Anchor(
                        "credentials/" + credential.ref().id(),
                        credential.name().in(getLocale())),
                new StandingMark(credential.name().standing()));
    }
}
