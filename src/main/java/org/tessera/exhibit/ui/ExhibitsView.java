package org.tessera.exhibit.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
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
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Locale;
import org.tessera.account.Accounts;
import org.tessera.account.CurrentUser;
import org.tessera.account.PersonId;
import org.tessera.account.Team;
import org.tessera.artifact.ui.When;
import org.tessera.exhibit.Exhibit;
import org.tessera.exhibit.ExhibitAnswer;
import org.tessera.exhibit.ExhibitUse;
import org.tessera.exhibit.Exhibits;
import org.tessera.exhibit.Uploads;
import org.tessera.privacy.ui.ClearancePages;

/** What a person shows that no meeting left: the list, and the ways to add to it. */
@Route("exhibits")
@RolesAllowed("PERSON")
@CssImport("./styles/page-parts.css")
@CssImport("./styles/exhibit.css")
class ExhibitsView extends Div implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient Exhibits exhibits;
    private final transient PersonId me;
    private final Section list = new Section();

    ExhibitsView(Exhibits exhibits, Uploads uploads, Accounts accounts, CurrentUser user) {
        this.exhibits = exhibits;
        me = user.require().id();
        addClassNames("page", "exhibits-page");
        Div header = new Div(
                new H1(getTranslation("exhibit.title")),
                new Paragraph(getTranslation("exhibit.lead")),
                new Anchor("evidence", getTranslation("exhibit.evidence")));
        header.addClassName("page-header");
        add(header, list);
        List<Team> teams = accounts.teamsOf(me);
        if (teams.isEmpty()) {
            add(new Paragraph(getTranslation("exhibit.noTeam")));
        } else {
            Section files = new Section(
                    new H2(getTranslation("exhibit.files")),
                    new Paragraph(getTranslation(
                            "exhibit.files.lead", uploads.limits().forSentences())),
                    new UploadPart(uploads, me, teams, this::show));
            files.addClassName("exhibit-form");
            add(files, new LinkForm(teams, this::addLink));
        }
        show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.title", getTranslation("exhibit.title"));
    }

    private ExhibitAnswer addLink(LinkForm.Wish wish) {
        ExhibitAnswer answer = exhibits.link(me, wish.team().id(), wish.draft());
        if (answer instanceof ExhibitAnswer.Kept) {
            Notification.show(getTranslation("exhibit.kept"));
            show();
        }
        return answer;
    }

    private void show() {
        list.removeAll();
        list.add(new H2(getTranslation("exhibit.list")));
        List<Exhibit> own = exhibits.of(me);
        if (own.isEmpty()) {
            list.add(new Paragraph(getTranslation("exhibit.none")));
            return;
        }
        UnorderedList lines = new UnorderedList();
        lines.addClassName("exhibit-list");
        own.forEach(exhibit -> lines.add(line(exhibit)));
        list.add(lines);
    }

    private Component line(Exhibit exhibit) {
        Span about =
                new Span(getTranslation("exhibit.kind." + exhibit.kind().name().toLowerCase(Locale.ROOT)) + " · "
                        + When.day(exhibit.at(), getLocale()));
        about.addClassName("quiet");
        Button remove = new Button(getTranslation("exhibit.remove"), _ -> remove(exhibit));
        remove.setAriaLabel(getTranslation("exhibit.remove.aria", exhibit.title()));
        remove.addThemeVariants(ButtonVariant.TERTIARY);
        ListItem line = new ListItem(new Anchor("exhibits/" + exhibit.id(), exhibit.title()), about);
        if (!exhibits.isCleared(exhibit)) {
            Exhibits.gated(exhibit).ifPresent(subject -> {
                Anchor clear = new Anchor(ClearancePages.of(subject), getTranslation("exhibit.clear"));
                clear.getElement().setAttribute("aria-label", getTranslation("exhibit.clear.aria", exhibit.title()));
                line.add(clear);
            });
        }
        line.add(remove);
        return line;
    }

    private void remove(Exhibit exhibit) {
        ExhibitUse.Degree use = exhibits.useOf(exhibit);
        if (use == ExhibitUse.Degree.FIXED) {
            Notification.show(getTranslation("exhibit.refusal.handed_in"));
            return;
        }
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(getTranslation("exhibit.remove.title", exhibit.title()));
        dialog.setText(
                getTranslation(use == ExhibitUse.Degree.LINKED ? "exhibit.remove.linked" : "exhibit.remove.free"));
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("exhibit.remove.cancel"));
        dialog.setConfirmText(getTranslation("exhibit.remove.confirm"));
        dialog.setConfirmButtonTheme("error primary");
        dialog.addConfirmListener(_ -> {
            Notification.show(
                    switch (exhibits.remove(me, exhibit.id())) {
                        case ExhibitAnswer.Refused(var why) ->
                            getTranslation("exhibit.refusal." + why.name().toLowerCase(Locale.ROOT));
                        case ExhibitAnswer.Kept _, ExhibitAnswer.Removed _ -> getTranslation("exhibit.removed");
                    });
            show();
        });
        dialog.open();
    }
}
