package org.tessera.privacy.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tessera.account.Accounts;
import org.tessera.account.CurrentUser;
import org.tessera.account.PersonId;
import org.tessera.material.Material;
import org.tessera.material.MaterialId;
import org.tessera.material.Materials;
import org.tessera.privacy.Clearance;
import org.tessera.privacy.ClearanceAnswer;
import org.tessera.privacy.ClearanceCommand;
import org.tessera.privacy.ClearanceState;
import org.tessera.privacy.Clearances;
import org.tessera.privacy.Finding;
import org.tessera.privacy.Origin;
import org.tessera.privacy.RecordingShelf;
import org.tessera.privacy.Redaction;
import org.tessera.privacy.Subject;
import org.tessera.privacy.Titles;

/** Clears one piece of student work: its owner covers, somebody else of the team looks, and anybody of the team can stop it. */
@Route(ClearancePages.ALL + "/:material")
@RolesAllowed("PERSON")
@CssImport("./styles/page-parts.css")
@CssImport("./styles/privacy.css")
class ClearView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient Clearances clearances;
    private final transient Redaction redaction;
    private final transient Materials materials;
    private final transient RecordingShelf recordings;
    private final transient Titles titles;
    private final transient Accounts accounts;
    private final transient PersonId me;
    private final H1 heading = new H1();
    private final Div said = new Div();
    private final Div body = new Div();
    private transient Subject subject = Subject.of(new MaterialId(new UUID(0, 0)));
    private String title = "";

    ClearView(
            Clearances clearances,
            Redaction redaction,
            Materials materials,
            RecordingShelf recordings,
            Titles titles,
            Accounts accounts,
            CurrentUser user) {
        this.titles = titles;
        this.recordings = recordings;
        this.clearances = clearances;
        this.redaction = redaction;
        this.materials = materials;
        this.accounts = accounts;
        me = user.require().id();
        addClassNames("page", "clearing-page");
        said.getElement().setAttribute("role", "status");
        said.addClassName("clearing-said");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<UUID> id = event.getRouteParameters().get("material").flatMap(ClearView::uuid);
        Optional<Material> material = id.map(MaterialId::new).flatMap(materials::find);
        Optional<RecordingShelf.Recording> recording = id.flatMap(recordings::find);
        Optional<Clearance> found = material.map(Material::id)
                .map(Subject::of)
                .or(() -> recording.map(RecordingShelf.Recording::id).map(Subject::recording))
                .flatMap(one -> clearances.find(one, me));
        if (found.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        subject = found.get().subject();
        // what a recording is called is told to nobody but who may hear it
        title = material.map(Material::title)
                .or(() -> recording
                        .filter(_ ->
                                found.get().owner().equals(me) || found.get().waitsFor(me))
                        .map(RecordingShelf.Recording::title))
                .orElseGet(() -> getTranslation("privacy.recording"));
        redaction.search(me, subject);
        add(new Anchor(ClearancePages.ALL, getTranslation("privacy.title")), heading, said, body);
        heading.setText(title);
        show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.title", title);
    }

    private void show() {
        body.removeAll();
        Optional<Clearance> now = clearances.find(subject, me);
        if (now.isEmpty()) {
            body.add(new Paragraph(getTranslation("privacy.refusal.UNKNOWN")));
            return;
        }
        Clearance clearance = now.get();
        boolean owns = clearance.owner().equals(me);
        body.add(new Paragraph(getTranslation(
                "privacy.line", accounts.nameOf(clearance.owner()), getTranslation(StateWords.state(clearance)))));
        boolean isMine = owns || clearance.waitsFor(me);
        body.add(new Paragraph(next(clearance, owns)));
        boolean working = clearance.state() == ClearanceState.STATED || clearance.state() == ClearanceState.FOUND;
        if (owns && working && !clearance.searched()) {
            body.add(new Paragraph(getTranslation("privacy.reading")), again());
        }
        if (owns && clearance.state() == ClearanceState.QUARANTINED) {
            body.add(new ReportedPart(clearances.reports(subject, me)));
        }
        if (isMine && !owns) {
            body.add(new DeclaredPart(clearance, accounts.nameOf(clearance.owner())));
        }
        List<Finding> inTitle = clearance.findings().stream()
                .filter(finding -> finding.origin() == Origin.TITLE)
                .filter(finding -> !(finding.standing() instanceof Finding.Standing.Gone))
                .toList();
        if (owns && working && !inTitle.isEmpty()) {
            body.add(new TitlePart(title, inTitle, this::act, this::rename));
        }
        if (isMine) {
            body.add(part(clearance, owns));
        }
        body.add(new StopPart(clearance, owns, this::act, this::report));
        body.add(new TrailPart(subject, clearances.trail(subject, me), accounts, getLocale()));
    }

    private String next(Clearance clearance, boolean owns) {
        if (!owns && clearance.state() == ClearanceState.BURNED_IN && !clearance.waitsFor(me)) {
            return getTranslation("privacy.next.asked");
        }
        return getTranslation(StateWords.next(clearance, owns));
    }

    /** What its owner or the second person does about it. */
    private Component part(Clearance clearance, boolean owns) {
        Optional<RecordingShelf.Recording> recording =
                subject.kind() == Subject.Kind.RECORDING ? recordings.find(subject.id()) : Optional.empty();
        if (owns) {
            return recording
                    .<Component>map(one -> new OwnRecordingPart(
                            clearance,
                            one,
                            clearances.secondPeople(clearance),
                            this::act,
                            () -> act(new ClearanceCommand.BurnIn()),
                            this::remove))
                    .orElseGet(() ->
                            new OwnersPart(clearance, redaction, clearances, me, this::act, this::burnIn, this::say));
        }
        return recording
                .<Component>map(one -> new ListeningPart(clearance, one, clearances, me, this::confirm, this::sendBack))
                .orElseGet(() ->
                        new SecondPart(clearance, redaction, clearances, me, this::act, this::confirm, this::sendBack));
    }

    private void remove() {
        if (recordings.remove(me, subject.id())) {
            getUI().orElseThrow().navigate(ClearingView.class);
        } else {
            said.setText(getTranslation("privacy.replace.stays"));
        }
    }

    private void sendBack() {
        tell(clearances.sendBack(me, subject));
    }

    private Button again() {
        return new Button(getTranslation("privacy.again"), _ -> show());
    }

    private void rename(String other) {
        ClearanceAnswer answer = titles.rename(me, subject, other);
        if (answer instanceof ClearanceAnswer.Done) {
            title = other.strip();
            heading.setText(title);
        }
        tell(answer);
    }

    private void report(AlarmDialog.Said said) {
        tell(clearances.report(me, subject, said.alarm(), said.words()));
    }

    private void act(ClearanceCommand command) {
        tell(clearances.act(me, subject, command));
    }

    private void confirm() {
        tell(redaction.confirm(me, subject));
    }

    private void say(ClearanceAnswer answer) {
        tell(answer);
    }

    /** Reading the covered pages takes seconds: the page stays usable, and is told. */
    private void burnIn() {
        UI ui = getUI().orElseThrow();
        said.setText(getTranslation("privacy.burning"));
        Subject what = subject;
        Thread.ofVirtual().start(() -> {
            try {
                ClearanceAnswer answer = redaction.burnIn(me, what);
                ui.access(() -> tell(answer));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void tell(ClearanceAnswer answer) {
        said.setText(
                switch (answer) {
                    case ClearanceAnswer.Done _ -> getTranslation("privacy.done");
                    case ClearanceAnswer.Refused(var why) -> getTranslation("privacy.refusal." + why);
                });
        show();
    }

    /** A button that matters most on its part. */
    static Button primary(String words, Runnable does) {
        Button button = new Button(words, _ -> does.run());
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return button;
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
