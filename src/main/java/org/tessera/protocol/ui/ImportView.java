package org.tessera.protocol.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.PreserveOnRefresh;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.tessera.account.Accounts;
import org.tessera.account.CurrentUser;
import org.tessera.account.PersonId;
import org.tessera.account.Team;
import org.tessera.account.ui.SmallFile;
import org.tessera.protocol.ImportAnswer;
import org.tessera.protocol.OwnProtocol;
import org.tessera.protocol.OwnProtocols;
import org.tessera.yaml.YamlProblem;

/**
 * Takes a protocol in from a file. What cannot be read stays on the page with its lines numbered in words, to be mended
 * there.
 */
@Route("protocols/import")
@RolesAllowed("PERSON")
@PreserveOnRefresh
@CssImport("./styles/page-parts.css")
@CssImport("./styles/protocol.css")
class ImportView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient OwnProtocols protocols;
    private final transient Accounts accounts;
    private final transient PersonId me;
    private final TextArea text = new TextArea();
    private final Select<Team> team = new Select<>();
    private final RadioButtonGroup<Boolean> next = new RadioButtonGroup<>();
    private final Paragraph says = new Paragraph();
    private final UnorderedList wrong = new UnorderedList();
    private transient Optional<OwnProtocol> known = Optional.empty();

    ImportView(OwnProtocols protocols, Accounts accounts, CurrentUser user) {
        this.protocols = protocols;
        this.accounts = accounts;
        this.me = user.require().id();
        addClassNames("page", "import-page");
        layOut();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        List<Team> teams = accounts.teamsOf(me);
        team.setItems(teams);
        team.setVisible(teams.size() > 1);
        if (!teams.isEmpty()) {
            team.setValue(teams.getFirst());
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.title", getTranslation("protocol.import.title"));
    }

    private void layOut() {
        Paragraph lead = new Paragraph(getTranslation("protocol.import.lead"));
        lead.addClassName("quiet");
        Upload upload = new Upload(new SmallFile(
                OwnProtocols.LONGEST_FILE, getTranslation("protocol.problem.too-long", ""), this::read, says::setText));
        upload.setMaxFiles(1);
        upload.setMaxFileSize(OwnProtocols.LONGEST_FILE);
        upload.getElement().setProperty("accept", ".yaml,.yml");
        upload.setUploadButton(new Button(getTranslation("protocol.import.choose")));
        upload.setDropLabel(new Span(getTranslation("protocol.import.drop")));
        upload.addFileRejectedListener(_ -> says.setText(getTranslation("protocol.problem.too-long", "")));
        upload.addAllFinishedListener(_ -> upload.clearFileList());
        text.setLabel(getTranslation("protocol.import.text"));
        text.setHelperText(getTranslation("protocol.import.text.help"));
        text.setWidthFull();
        text.addClassName("yaml");
        text.setValueChangeMode(ValueChangeMode.ON_BLUR);
        text.addValueChangeListener(_ -> showKnown());
        team.setLabel(getTranslation("protocol.team"));
        team.setItemLabelGenerator(Team::name);
        next.setLabel(getTranslation("protocol.import.known"));
        next.setItems(true, false);
        next.setVisible(false);
        says.getElement().setAttribute("role", "status");
        says.addClassName("says");
        wrong.addClassName("wrong");
        Button take = new Button(getTranslation("protocol.import.do"), _ -> take());
        take.addThemeVariants(ButtonVariant.PRIMARY);
        Div foot = new Div(take, new Anchor("protocols", getTranslation("protocol.cancel")));
        foot.addClassName("page-actions");
        add(
                new H1(getTranslation("protocol.import.title")),
                lead,
                upload,
                text,
                team,
                next,
                new H2(getTranslation("protocol.import.check")),
                says,
                wrong,
                foot);
        says.setText(getTranslation("protocol.import.nothing"));
    }

    /** Called with the session locked. */
    private void read(byte[] bytes) {
        text.setValue(new String(bytes, StandardCharsets.UTF_8));
        wrong.removeAll();
        says.setText(getTranslation("protocol.import.read"));
        showKnown();
    }

    private void showKnown() {
        known = protocols.goesOn(text.getValue(), me);
        next.setVisible(known.isPresent());
        known.ifPresent(own -> {
            next.setItemLabelGenerator(asNext -> getTranslation(
                    asNext ? "protocol.import.known.next" : "protocol.import.known.new",
                    own.name().in(getLocale()),
                    own.published() + 1));
            next.setValue(true);
        });
    }

    private void take() {
        if (text.getValue().isBlank() || team.getValue() == null) {
            says.setText(getTranslation("protocol.import.nothing"));
            return;
        }
        boolean asNext = known.isPresent() && Boolean.TRUE.equals(next.getValue());
        ImportAnswer answer = asNext
                ? protocols.takeInAsNext(known.orElseThrow().id(), me, text.getValue())
                : protocols.takeIn(team.getValue().id(), me, text.getValue());
        wrong.removeAll();
        switch (answer) {
            case ImportAnswer.Taken(var ref) -> getUI().ifPresent(ui -> ui.navigate("protocols/" + ref.id()));
            case ImportAnswer.AsDraft(var id, var _) ->
                getUI().ifPresent(ui -> ui.navigate("protocols/" + id + "/edit"));
            case ImportAnswer.Unreadable(var problems) -> {
                says.setText(getTranslation("protocol.import.wrong", problems.size()));
                problems.forEach(problem -> wrong.add(new ListItem(line(problem))));
            }
            case ImportAnswer.Unknown _ -> says.setText(getTranslation("protocol.hand.unknown"));
        }
    }

    /** Who mends the text sees its words, so what is missing is called by its own. */
    private Span line(YamlProblem problem) {
        return new Span(getTranslation(
                "protocol.import.line",
                String.valueOf(problem.line()),
                problem.path().isEmpty() ? "" : problem.path(),
                problem.rule().equals("schema-required") && !problem.details().isEmpty()
                        ? getTranslation(
                                "protocol.import.missing", problem.details().getFirst())
                        : Told.sentence(problem, this)));
    }
}
