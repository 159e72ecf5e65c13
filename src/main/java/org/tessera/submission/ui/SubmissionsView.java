package org.tessera.submission.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import org.tessera.account.CurrentUser;
import org.tessera.account.PersonId;
import org.tessera.credential.Credential;
import org.tessera.credential.Credentials;
import org.tessera.credential.Stack;
import org.tessera.submission.Breach;
import org.tessera.submission.Breaches;
import org.tessera.submission.Help;
import org.tessera.submission.HelpDesk;
import org.tessera.submission.Platform;
import org.tessera.submission.Submission;
import org.tessera.submission.SubmissionAnswer;
import org.tessera.submission.Submissions;

/** What one hands in, credential by credential, and whom one was asked to help. */
@Route(SubmissionPages.ALL)
@RolesAllowed("PERSON")
@CssImport("./styles/page-parts.css")
@CssImport("./styles/handin.css")
class SubmissionsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient Submissions submissions;
    private final transient Help help;
    private final transient Credentials credentials;
    private final transient Breaches breaches;
    private final transient PersonId me;
    private transient List<Breach> breached = List.of();

    SubmissionsView(Submissions submissions, Help help, Credentials credentials, Breaches breaches, CurrentUser user) {
        this.breaches = breaches;
        this.submissions = submissions;
        this.help = help;
        this.credentials = credentials;
        me = user.require().id();
        addClassNames("page", "handin-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        add(new H1(getTranslation("handin.all.title")), new Paragraph(getTranslation("handin.all.lead")));
        breached = breaches.of(me);
        List<HelpDesk> asked = help.desksOf(me);
        if (!asked.isEmpty()) {
            add(asked(asked));
        }
        credentials.stacks().forEach(stack -> add(stack(stack)));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.title", getTranslation("handin.all.title"));
    }

    private Component asked(List<HelpDesk> desks) {
        UnorderedList list = new UnorderedList();
        list.addClassName("handin-list");
        desks.forEach(desk -> list.add(new ListItem(new Anchor(
                SubmissionPages.help(desk.invitation().id()),
                getTranslation(
                        "handin.asked.line",
                        desk.earner().name(),
                        desk.credential().name().in(getLocale()))))));
        return new Section(new H2(getTranslation("handin.asked")), list);
    }

    private Component stack(Stack stack) {
        UnorderedList list = new UnorderedList();
        list.addClassName("handin-list");
        credentials.membersOf(stack).forEach(credential -> list.add(credential(credential)));
        return new Section(new H2(stack.name().in(getLocale())), list);
    }

    private ListItem credential(Credential credential) {
        Optional<Submission> submission = submissions.find(me, credential.ref().id());
        String name = credential.name().in(getLocale());
        ListItem item = new ListItem();
        item.addClassName("handin-item");
        if (submission.isPresent()) {
            item.add(
                    new Anchor(SubmissionPages.of(credential.ref().id()), name),
                    new StatusMark(submission.get().status()));
            if (isBreached(submission.get())) {
                Span stopped = new Span(getTranslation("handin.breach.mark"));
                stopped.addClassName("handin-breach-mark");
                item.add(stopped);
            }
        } else {
            Anchor about = new Anchor("credentials/" + credential.ref().id(), name);
            Button begin = new Button(getTranslation("handin.begin"), _ -> begin(credential));
            begin.addThemeVariants(ButtonVariant.TERTIARY);
            begin.setAriaLabel(getTranslation("handin.begin.aria", name));
            item.add(about, begin);
        }
        return item;
    }

    private boolean isBreached(Submission submission) {
        return breached.stream().anyMatch(breach -> breach.submission().equals(submission.id()));
    }

    private void begin(Credential credential) {
        new BeginDialog(
                        credential.name().in(getLocale()),
                        submissions.platformsFor(me, credential.ref().id()),
                        platform -> begin(credential, platform))
                .open();
    }

    private void begin(Credential credential, Platform platform) {
        switch (submissions.begin(me, credential.ref().id(), platform)) {
            case SubmissionAnswer.Done _ ->
                getUI().ifPresent(ui ->
                        ui.navigate(SubmissionPages.of(credential.ref().id())));
            case SubmissionAnswer.Refused(var why) -> Notification.show(new RefusalWords(this).of(why));
        }
    }
}
