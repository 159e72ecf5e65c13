package org.tessera.protocol.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tessera.account.Accounts;
import org.tessera.account.CurrentUser;
import org.tessera.account.SignedIn;
import org.tessera.protocol.DraftAnswer;
import org.tessera.protocol.DraftCheck;
import org.tessera.protocol.DraftEdit;
import org.tessera.protocol.OwnProtocols;
import org.tessera.protocol.PackDraft;
import org.tessera.protocol.PackTree;
import tools.jackson.databind.JsonNode;

/**
 * Writes a protocol of one's team. Everything typed is kept at once, sound or not; beside it stands what is wrong, the time
 * it takes and who may do what. Only a sound draft becomes a version.
 */
@Route("protocols/:protocol/edit")
@RolesAllowed("PERSON")
@CssImport("./styles/page-parts.css")
@CssImport("./styles/protocol.css")
class ProtocolEditorView extends Div implements BeforeEnterObserver, HasDynamicTitle, Desk.Watcher {

    private static final long serialVersionUID = 1L;

    private final transient OwnProtocols protocols;
    private final transient Accounts accounts;
    private final transient Editors editors;
    private final transient SignedIn me;

    private final H1 heading = new H1();
    private final Span saved = new Span();
    private final Paragraph company = new Paragraph();
    private final Div behind = new Div();
    private final Div undo = new Div();
    private final Div form = new Div();
    private final ProblemList problems = new ProblemList(this::goTo);
    private final PlanPart plan = new PlanPart();
    private final RightsTable rights = new RightsTable();
    private final Paragraph stale = new Paragraph();
    private transient Fields fields = new Fields();
    private transient @Nullable Desk desk;
    private transient @Nullable PackForm pack;
    private transient Editors.@Nullable Place place;
    private transient @Nullable Registration open;
    private List<String> languages;

    ProtocolEditorView(OwnProtocols protocols, Accounts accounts, Editors editors, CurrentUser user) {
        this.protocols = protocols;
        this.accounts = accounts;
        this.editors = editors;
        this.me = user.require();
        this.languages = List.of(me.locale().getLanguage());
        addClassNames("page", "editor-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String id = event.getRouteParameters().get("protocol").orElse("");
        PackDraft draft = protocols.draft(id, me.id()).orElseThrow(NotFoundException::new);
        desk = new Desk(protocols, draft, me.id(), this);
        removeAll();
        layOut(id);
        showForm();
        look();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.title", getTranslation("protocol.edit.title"));
    }

    private Desk desk() {
        return Objects.requireNonNull(desk);
    }

    // The page

    private void layOut(String id) {
        saved.addClassNames("saved", "quiet");
        saved.getElement().setAttribute("role", "status");
        company.addClassName("company");
        company.getElement().setAttribute("role", "status");
        behind.addClassName("page-note");
        behind.getElement().setAttribute("role", "status");
        undo.addClassName("page-note");
        undo.getElement().setAttribute("role", "status");
        behind.setVisible(false);
        undo.setVisible(false);
        stale.addClassName("quiet");
        Button publish = new Button(getTranslation("protocol.publish"), _ -> publish());
        publish.addThemeVariants(ButtonVariant.PRIMARY);
        Anchor read = new Anchor("protocols/" + id, getTranslation("protocol.edit.read"));
        read.addClassName("action");
        Div actions = new Div(publish, read, language(), saved);
        actions.addClassName("page-actions");
        Section table = new Section(new H2(getTranslation("protocol.rights")), stale, rights);
        Div aside = new Div(problems, plan);
        aside.addClassName("editor-aside");
        Div columns = new Div(form, aside);
        columns.addClassName("editor-columns");
        form.addClassName("editor-form");
        Paragraph lead = new Paragraph(getTranslation("protocol.edit.lead"));
        lead.addClassName("quiet");
        add(heading, lead, actions, company, behind, undo, columns, table);
    }

    private Component language() {
        Select<String> language = new Select<>();
        language.setLabel(getTranslation("protocol.edit.language"));
        language.setItems("en", "es", "both");
        language.setItemLabelGenerator(each -> each == null ? "" : getTranslation("protocol.edit.language." + each));
        language.setValue(languages.size() > 1 ? "both" : languages.getFirst());
        language.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                languages = event.getValue().equals("both") ? List.of("en", "es") : List.of(event.getValue());
                showForm();
                look();
            }
        });
        return language;
    }

    private void showForm() {
        fields = new Fields();
        Inputs made = new Inputs(desk(), fields, this, getLocale());
        made.write(languages);
        PackForm next = new PackForm(made, this::removed);
        form.removeAll();
        form.add(next);
        pack = next;
    }

    /** What follows from the draft as it is now: what is wrong, the time, the rights. */
    private void look() {
        DraftCheck check = protocols.check(desk().draft());
        JsonNode tree = desk().draft().tree();
        List<Told> told = Told.of(check.problems(), tree, this, getLocale());
        problems.show(told);
        Map<String, List<String>> byPath = new HashMap<>();
        told.forEach(each ->
                byPath.computeIfAbsent(each.path(), _ -> new ArrayList<>()).add(each.sentence()));
        fields.mark(byPath);
        String name = PackTree.wording(tree.path("name"), getLocale().getLanguage());
        heading.setText(name.isBlank() ? getTranslation("protocol.unnamed") : name);
        check.preview().ifPresent(preview -> {
            plan.show(preview);
            rights.show(preview);
        });
        stale.setText(getTranslation(check.preview().isPresent() ? "protocol.rights.help" : "protocol.edit.stale"));
        showBehind();
    }

    private void goTo(String path) {
        if (path.startsWith("/phases/@") && pack != null) {
            String id = path.substring("/phases/@".length()).split("/", 2)[0];
            pack.steps().open(id);
            look();
        }
        fields.nearest(path).ifPresent(Fields::focus);
    }

    // What becomes of changes

    @Override
    public void saved() {
        saved.setText(getTranslation("protocol.edit.saved"));
        if (pack != null) {
            pack.tell();
        }
        look();
        if (place != null) {
            editors.tell(desk().draft().id(), place, Editors.News.DRAFT);
        }
    }

    @Override
    public void overtaken(DraftEdit.Put mine, JsonNode theirs) {
        String who = accounts.nameOf(desk().draft().by());
        new ConflictDialog(who, mine, theirs, keepMine -> {
                    if (keepMine) {
                        desk().insist(mine, theirs);
                    } else {
                        desk().catchUp();
                    }
                    showForm();
                    look();
                    fields.nearest(mine.path()).ifPresent(Fields::focus);
                })
                .open();
    }

    @Override
    public void gone() {
        saved.setText(getTranslation("protocol.edit.gone"));
        desk().catchUp();
        showForm();
        look();
    }

    private void showBehind() {
        boolean others = desk().isBehind();
        behind.setVisible(others);
        if (others) {
            String who = accounts.nameOf(desk().draft().by());
            Button show = new Button(getTranslation("protocol.edit.behind.show"), _ -> {
                desk().catchUp();
                showForm();
                look();
            });
            behind.removeAll();
            behind.add(new Span(getTranslation("protocol.edit.behind", who)), show);
        }
    }

    private void removed(StepsField.Removed step) {
        if (pack != null) {
            pack.showRules();
        }
        Button back = new Button(getTranslation("protocol.edit.undo"), _ -> {
            if (desk().make(step.undo())) {
                undo.setVisible(false);
                showForm();
                look();
                fields.nearest("/phases/@" + step.id()).ifPresent(Fields::focus);
            }
        });
        undo.removeAll();
        undo.add(new Span(getTranslation("protocol.edit.step.removed", step.name())), back);
        undo.setVisible(true);
        back.focus();
    }

    // Others at the same draft

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        if (desk == null) {
            return;
        }
        UI ui = event.getUI();
        Editors.Place mine = new Editors.Place(ui, me.id(), me.name(), news -> {
            if (news == Editors.News.DRAFT) {
                desk().look();
                look();
            }
            showCompany();
        });
        place = mine;
        open = editors.open(desk().draft().id(), mine);
        showCompany();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (open != null) {
            open.remove();
            open = null;
        }
        super.onDetach(event);
    }

    private void showCompany() {
        List<String> others = editors.others(desk().draft().id(), me.id());
        company.setVisible(!others.isEmpty());
        company.setText(others.isEmpty() ? "" : getTranslation("protocol.edit.company", String.join(", ", others)));
    }

    // Publishing

    private void publish() {
        if (desk().isBehind()) {
            behind.scrollIntoView();
            return;
        }
        DraftCheck check = protocols.check(desk().draft());
        if (check.pack().isEmpty()) {
            look();
            problems.getElement().callJsFunction("scrollIntoView");
            problems.getElement().callJsFunction("focus");
            return;
        }
        new PublishDialog(protocols.changes(desk().draft(), me.id()), this::publish).open();
    }

    private void publish(String note) {
        switch (protocols.publish(desk().draft().id(), me.id(), desk().draft().number(), note)) {
            case DraftAnswer.Published(var ref) -> getUI().ifPresent(ui -> ui.navigate("protocols/" + ref.id()));
            case DraftAnswer.NothingNew _ -> saved.setText(getTranslation("protocol.publish.nothing"));
            case DraftAnswer.Changed _ -> {
                desk().look();
                look();
                saved.setText(getTranslation("protocol.publish.changed"));
            }
            default -> {
                desk().look();
                look();
                saved.setText(getTranslation("protocol.publish.broken"));
            }
        }
    }
}
