package org.tessera.submission.ui;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tessera.account.Accounts;
import org.tessera.account.CurrentUser;
import org.tessera.account.PersonId;
import org.tessera.account.Team;
import org.tessera.artifact.Artifact;
import org.tessera.artifact.ArtifactId;
import org.tessera.credential.CredentialId;
import org.tessera.credential.CredentialRef;
import org.tessera.credential.Credentials;
import org.tessera.credential.Stack;
import org.tessera.exhibit.ExhibitId;
import org.tessera.privacy.ui.ClearancePages;
import org.tessera.submission.Coverage;
import org.tessera.submission.EvidenceLink;
import org.tessera.submission.EvidenceLinks;
import org.tessera.submission.EvidenceMatrix;
import org.tessera.submission.LinkAnswer;
import org.tessera.submission.LinkDraft;
import org.tessera.submission.Linkable;
import org.tessera.submission.Piece;
import org.tessera.submission.Pointer;
import org.tessera.submission.Suggestion;
import org.tessera.submission.Suggestions;
import org.tessera.submission.TeamWork;

/**
 * My evidence for the stack, as a matrix or as a list. {@code ?artifact=} or {@code ?exhibit=} points at what one came
 * to link, {@code &stretch=} at a stretch of it.
 */
@Route("evidence")
@RolesAllowed("PERSON")
@CssImport("./styles/page-parts.css")
@CssImport("./styles/evidence.css")
class EvidenceView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    /** Below this width in pixels the list comes first; the matrix stays one click away. */
    private static final int NARROW = 700;

    private enum Mode {
        MATRIX,
        LIST
    }

    private final transient EvidenceLinks links;
    private final transient Suggestions suggestions;
    private final SuggestionsCard suggested = new SuggestionsCard(new FromSuggestions());
    private final transient PersonId person;
    private final transient Credentials credentials;
    private final transient Accounts accounts;
    private final transient List<TeamWork> works;
    private final Div together = new Div();
    private final Paragraph lead = new Paragraph();
    private final Select<Stack> stacks = new Select<>();
    private transient Stack stack;
    private final transient Map<DraftKey, String> unsaved = new HashMap<>();
    private final Div hint = new Div();
    private final Paragraph summary = new Paragraph();
    private final Div body = new Div();
    private final RadioButtonGroup<Mode> mode = new RadioButtonGroup<>();
    private transient EvidenceMatrix matrix;
    private transient String stretch = "";
    private transient Optional<Piece> pointedAt = Optional.empty();

    EvidenceView(
            EvidenceLinks links,
            Suggestions suggestions,
            Credentials credentials,
            Accounts accounts,
            List<TeamWork> works,
            CurrentUser user) {
        this.accounts = accounts;
        this.works = works;
        this.links = links;
        this.suggestions = suggestions;
        person = user.require().id();
        this.credentials = credentials;
        stack = links.stackOf(person);
        matrix = links.matrix(person, stack);
        addClassNames("page", "evidence-page");
        summary.addClassName("evidence-summary");
        prepareMode();
        Div ways = new Div(
                new Anchor("picks", getTranslation("picks.open")),
                new Anchor("submissions", getTranslation("handin.all.title")),
                new Anchor("exhibits", getTranslation("exhibit.all")),
                new Anchor(ClearancePages.ALL, getTranslation("privacy.title")));
        ways.addClassName("evidence-ways");
        add(new H1(getTranslation("submission.title")), lead, ways, together, hint);
        int suspended = links.suspended(person).size();
        if (suspended > 0) {
            Paragraph note = new Paragraph(
                    new Text(getTranslation("submission.suspended", suspended) + " "),
                    new Anchor(ClearancePages.ALL, getTranslation("privacy.card.open")));
            note.addClassName("page-note");
            add(note);
        }
        prepareStacks();
        if (matrix.linkables().isEmpty()) {
            add(new EvidenceExample());
        } else {
            Div bar = new Div(stacks, summary, mode);
            bar.addClassName("evidence-bar");
            add(suggested, bar, body);
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters asked = event.getLocation().getQueryParameters();
        asked.getSingleParameter("stack")
                .flatMap(id -> credentials.stack(new CredentialId(id)))
                .ifPresent(this::turnTo);
        lead.setText(getTranslation("submission.lead", stack.name().in(getLocale())));
        pointedAt = asked.getSingleParameter("artifact")
                .flatMap(EvidenceView::id)
                .map(id -> Piece.of(new ArtifactId(id)))
                .or(() -> asked.getSingleParameter("exhibit")
                        .flatMap(EvidenceView::id)
                        .map(id -> Piece.of(new ExhibitId(id))))
                .filter(piece -> matrix.find(piece).isPresent());
        stretch = asked.getSingleParameter("stretch").orElse("");
        showTogether();
        hint.removeAll();
        pointedAt.flatMap(matrix::find).ifPresent(what -> {
            Paragraph line = new Paragraph(
                    getTranslation("submission.preselected", new PieceLine(this, getLocale()).full(what)));
            line.addClassName("page-note");
            hint.add(line);
        });
        body.removeAll();
        refresh();
        showBody();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.title", getTranslation("submission.title"));
    }

    /** Where the stack asks for what no meeting leaves behind, this leads to the pages on which teams make it. */
    private void showTogether() {
        together.removeAll();
        List<TeamWork> asked = works.stream()
                .filter(work -> stack.members().contains(work.credential()))
                .toList();
        List<Team> teams = accounts.teamsOf(person);
        if (!asked.isEmpty() && !teams.isEmpty()) {
            together.add(new Paragraph(getTranslation("submission.together")), new TeamWorkLinks(teams, asked));
        }
    }

    private void prepareMode() {
        mode.setItems(Mode.values());
        mode.setLabel(getTranslation("submission.mode"));
        mode.setItemLabelGenerator(
                one -> getTranslation("submission.mode." + one.name().toLowerCase(Locale.ROOT)));
        mode.setValue(isNarrow() ? Mode.LIST : Mode.MATRIX);
        mode.addValueChangeListener(change -> showBody());
    }

    private void prepareStacks() {
        stacks.setItems(credentials.stacks());
        stacks.setLabel(getTranslation("submission.stack"));
        stacks.setItemLabelGenerator(one -> one == null ? "" : one.name().in(getLocale()));
        stacks.setValue(stack);
        stacks.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                getUI().ifPresent(ui -> ui.navigate(
                        EvidenceView.class,
                        QueryParameters.of("stack", change.getValue().ref().id().value())));
            }
        });
    }

    private void turnTo(Stack wanted) {
        stack = wanted;
        stacks.setValue(wanted);
    }

    private static boolean isNarrow() {
        int width = UI.getCurrent().getPage().getExtendedClientDetails().getWindowInnerWidth();
        return width > 0 && width < NARROW;
    }

    /** Reads the links again and brings what is shown up to date, in place: the focus stays where it is. */
    private void refresh() {
        matrix = links.matrix(person, stack);
        suggested.show(suggestions.of(person, matrix));
        summary.setText(String.join(
                " · ",
                getTranslation("submission.summary", matrix.count(Coverage.Degree.COVERED), matrix.size()),
                getTranslation("submission.summary.thin", matrix.count(Coverage.Degree.THIN)),
                getTranslation("submission.summary.nothing", matrix.count(Coverage.Degree.NOTHING))));
        body.getChildren()
                .filter(EvidenceTable.class::isInstance)
                .map(EvidenceTable.class::cast)
                .findFirst()
                .ifPresentOrElse(table -> table.show(matrix), this::showBody);
    }

    private void showBody() {
        body.removeAll();
        if (mode.getValue() == Mode.MATRIX) {
            Paragraph keys = new Paragraph(getTranslation("submission.grid.keys"));
            keys.addClassName("quiet");
            body.add(keys, new EvidenceTable(matrix, pointedAt, this::openCell));
        } else {
            body.add(new EvidenceList(matrix, new FromList()));
        }
    }

    private void openCell(Place place) {
        matrix.row(place.credential(), place.criterion()).ifPresent(row -> row.links().stream()
                .filter(link -> link.piece().equals(place.piece()))
                .findFirst()
                .ifPresentOrElse(link -> change(row, link), () -> matrix.find(place.piece())
                        .ifPresent(what -> add(place.credential(), row, List.of(what)))));
    }

    private void change(Coverage row, EvidenceLink link) {
        List<Linkable> one = matrix.find(link.piece()).stream().toList();
        open(new RowKey(link.credential(), link.criterion()), row, one, Optional.of(link));
    }

    private void add(CredentialRef credential, Coverage row, List<Linkable> choice) {
        open(new RowKey(credential, row.criterion().id()), row, choice, Optional.empty());
    }

    private void open(RowKey key, Coverage row, List<Linkable> choice, Optional<EvidenceLink> link) {
        DraftKey draft = new DraftKey(
                key, choice.size() == 1 ? Optional.of(choice.getFirst().piece()) : Optional.empty());
        LinkDialog dialog =
                new LinkDialog(row.criterion(), choice, link, unsaved.getOrDefault(draft, ""), new Desk(key, draft));
        if (link.isEmpty() && draft.piece().equals(pointedAt)) {
            dialog.suggest(stretch);
        }
        dialog.open();
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    /** Where unsaved words belong: to a row, and to a piece once one is chosen. */
    private record DraftKey(RowKey row, Optional<Piece> piece) {}

    /** What the list asks for; a row offers what it has no link to, the one pointed at alone. */
    private final class FromList implements EvidenceList.Chosen {

        @Override
        public void add(CredentialRef credential, Coverage row) {
            List<Linkable> free = matrix.free(row);
            List<Linkable> pointed = free.stream()
                    .filter(one -> pointedAt.equals(Optional.of(one.piece())))
                    .toList();
            EvidenceView.this.add(credential, row, pointed.isEmpty() ? free : pointed);
        }

        @Override
        public void change(Coverage row, EvidenceLink link) {
            EvidenceView.this.change(row, link);
        }
    }

    /** What the suggestions ask for. Linking opens the same dialog as ever: the words are the person's own. */
    private final class FromSuggestions implements SuggestionsCard.Chosen {

        @Override
        public void link(Suggestion suggestion) {
            matrix.row(suggestion.credential(), suggestion.criterion().id())
                    .ifPresent(row -> open(
                            new RowKey(
                                    suggestion.credential(),
                                    suggestion.criterion().id()),
                            row,
                            List.of(new Linkable.Left(suggestion.artifact())),
                            Optional.empty()));
        }

        @Override
        public void dismiss(Suggestion suggestion) {
            suggestions.dismiss(person, suggestion);
            refresh();
        }
    }

    /** Carries out what the dialog is asked to do. Unsaved words are kept as long as the page is open. */
    private final class Desk implements LinkDialog.Desk {

        private final RowKey key;
        private final DraftKey draft;

        Desk(RowKey key, DraftKey draft) {
            this.key = key;
            this.draft = draft;
        }

        @Override
        public LinkAnswer link(Offer offer) {
            return links.link(
                    person,
                    new LinkDraft(
                            offer.what().piece(),
                            key.credential(),
                            key.criterion(),
                            offer.item(),
                            offer.part(),
                            offer.annotation()));
        }

        @Override
        public List<Pointer> pointersIn(Artifact artifact) {
            return links.pointersIn(artifact.id(), person);
        }

        @Override
        public LinkAnswer reword(EvidenceLink link, String annotation) {
            return links.reword(person, link.id(), link.version(), annotation);
        }

        @Override
        public LinkAnswer unlink(EvidenceLink link) {
            return links.unlink(person, link.id(), link.version());
        }

        @Override
        public void unsaved(String words) {
            if (words.isBlank()) {
                unsaved.remove(draft);
            } else {
                unsaved.put(draft, words);
            }
        }

        @Override
        public void done(String messageKey) {
            Notification.show(getTranslation(messageKey));
            refresh();
        }
    }
}
