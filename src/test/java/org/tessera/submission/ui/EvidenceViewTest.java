package org.tessera.submission.ui;

import static com.github.mvysny.kaributesting.v10.ElementUtilsKt._fireDomEvent;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.artifact.YieldedFixture.aYield;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.dom.DomEvent;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tessera.account.Accounts;
import org.tessera.account.DistrictId;
import org.tessera.account.Person;
import org.tessera.account.PersonDraft;
import org.tessera.account.TeamId;
import org.tessera.artifact.ArtifactId;
import org.tessera.artifact.YieldedFixture;
import org.tessera.protocol.Role;
import org.tessera.room.YieldKeeper;
import org.tessera.room.Yielded;
import org.tessera.submission.EvidenceLink;
import org.tessera.submission.EvidenceLinks;
import org.tessera.submission.Linkable;
import org.tessera.submission.Piece;
import org.tessera.support.AppTest;
import org.tessera.support.OpenPage;
import tools.jackson.databind.json.JsonMapper;

@AppTest
class EvidenceViewTest {

    private static final String DISCUSSIONS = "building-a-pa-learning-community@1/discussions";
    private static final String NEED = "developing-a-plan-to-implement-pas@1/need";

    @Autowired
    ApplicationContext application;

    @Autowired
    Accounts accounts;

    @Autowired
    YieldKeeper keeper;

    @Autowired
    EvidenceLinks links;

    private TeamId team;
    private Person ana;
    private Optional<OpenPage> page = Optional.empty();

    @BeforeEach
    void people() {
        DistrictId district = accounts.addDistrict("North");
        team = accounts.addTeam(accounts.addSchool(district, "High"), "Grade 9");
        ana = accounts.person(accounts.addPerson(new PersonDraft(
                        district,
                        null,
                        "Ana",
                        UUID.randomUUID() + "@example.org",
                        Locale.ENGLISH,
                        "correct horse battery")))
                .orElseThrow();
        accounts.join(team, ana.id());
    }

    @AfterEach
    void close() {
        page.ifPresent(OpenPage::close);
    }

    @Nested
    class Without_artifacts {

        @Test
        void it_teaches_with_a_worked_example_and_one_way_on() {
            OpenPage page = open("evidence", Locale.ENGLISH);
            assertThat(page.words()).contains("Nothing to link yet", "For example", "Go to my teams");
            _assertNone(EvidenceTable.class);
        }

        @Test
        void it_leads_to_the_pages_of_the_team_where_a_credential_of_the_stack_asks_for_them() {
            open("evidence?stack=leading-a-pa-community", Locale.ENGLISH);
            String below = "teams/" + team.value() + "/";
            assertThat(links()).contains(below + "needs", below + "implementation-plan", below + "conversations");
            open("evidence?stack=basic-pa-design", Locale.ENGLISH);
            assertThat(links()).noneMatch(link -> link.startsWith(below));
        }

        private static List<String> links() {
            return _find(Anchor.class).stream().map(Anchor::getHref).toList();
        }

        @Test
        void it_speaks_spanish_too() {
            assertThat(open("evidence", Locale.of("es")).words())
                    .contains("Todavía no hay nada que vincular", "Por ejemplo");
        }
    }

    @Nested
    class The_matrix {

        @Test
        void has_a_cell_for_every_row_and_artifact_and_none_is_linked() {
            keep(aYield(team));
            keep(aYield(team).daysLater(1));
            open("evidence", Locale.ENGLISH);
            int rows = _find(EvidenceRow.class).size();
            assertThat(rows).isGreaterThan(15);
            assertThat(cells()).hasSize(2 * rows).noneMatch(EvidenceCell::isLinked);
        }

        @Test
        void says_on_every_row_in_words_how_well_it_is_covered() {
            keep(aYield(team));
            open("evidence", Locale.ENGLISH);
            assertThat(_find(CoverageMark.class)).hasSameSizeAs(_find(EvidenceRow.class));
            assertThat(page().words()).contains("Nothing yet", "0 of 3 discussions", "no artifact");
        }

        @Test
        void links_with_a_chosen_cell_and_a_few_words() {
            ArtifactId artifact = keep(aYield(team).by(ana.id(), Role.FACILITATOR, Duration.ofMinutes(40)));
            open("evidence", Locale.ENGLISH);
            _click(cell(artifact, DISCUSSIONS));
            annotate("I led the group through describing.");
            save();

            _assertNone(Dialog.class);
            assertThat(cell(artifact, DISCUSSIONS).isLinked()).isTrue();
            assertThat(cell(artifact, NEED).isLinked()).isFalse();
            assertThat(links.of(ana.id())).singleElement().satisfies(link -> {
                assertThat(link.piece()).isEqualTo(Piece.of(artifact));
                assertThat(link.annotation()).isEqualTo("I led the group through describing.");
            });
            assertThat(page().words())
                    .contains(
                            "Thin",
                            "1 of 3 discussions",
                            "1 of 3 discussions. Still needed: two, each on an aspect of its own other than student"
                                    + " work.");
        }

        @Test
        void explains_why_a_linked_discussion_does_not_count() {
            ArtifactId artifact = keep(aYield(team).titled("Lab reports"));
            open("evidence", Locale.ENGLISH);
            _click(cell(artifact, DISCUSSIONS));
            annotate("I was there.");
            save();
            assertThat(page().words())
                    .contains(
                            "Why one linked discussion does not count",
                            "“Lab reports” does not count: you did not facilitate it.");
        }

        @Test
        void asks_for_words_before_it_links() {
            ArtifactId artifact = keep(aYield(team));
            open("evidence", Locale.ENGLISH);
            _click(cell(artifact, NEED));
            save();
            assertThat(_get(TextArea.class).isInvalid()).isTrue();
            assertThat(_get(TextArea.class).getErrorMessage()).startsWith("Write at least a few words");
            assertThat(links.of(ana.id())).isEmpty();
        }

        @Test
        void changes_and_removes_a_link_from_its_cell() {
            ArtifactId artifact = keep(aYield(team));
            open("evidence", Locale.ENGLISH);
            _click(cell(artifact, NEED));
            annotate("First words");
            save();

            _click(cell(artifact, NEED));
            assertThat(_get(TextArea.class).getValue()).isEqualTo("First words");
            annotate("Better words");
            save();
            assertThat(links.of(ana.id())).extracting(EvidenceLink::annotation).containsExactly("Better words");

            _click(cell(artifact, NEED));
            _click(_get(Button.class, button -> button.withText("Remove link")));
            assertThat(cell(artifact, NEED).isLinked()).isFalse();
            assertThat(links.of(ana.id())).isEmpty();
        }

        @Test
        void gives_words_back_that_were_not_saved() {
            ArtifactId artifact = keep(aYield(team));
            ArtifactId other = keep(aYield(team).daysLater(1));
            open("evidence", Locale.ENGLISH);
            _click(cell(artifact, NEED));
            annotate("Half a thought");
            _click(_get(Button.class, button -> button.withText("Cancel")));
            _click(cell(other, NEED));
            assertThat(_get(TextArea.class).getValue()).isEmpty();
            _click(_get(Button.class, button -> button.withText("Cancel")));

            _click(cell(artifact, NEED));
            assertThat(_get(TextArea.class).getValue()).isEqualTo("Half a thought");
        }

        @Test
        void keeps_words_that_meet_a_change_made_in_another_window() {
            ArtifactId artifact = keep(aYield(team));
            open("evidence", Locale.ENGLISH);
            _click(cell(artifact, NEED));
            annotate("First words");
            save();
            EvidenceLink link = links.of(ana.id()).getFirst();
            _click(cell(artifact, NEED));
            links.reword(ana.id(), link.id(), link.version(), "From another window");
            annotate("From this window");
            save();
            assertThat(_get(TextArea.class).isInvalid()).isTrue();
            assertThat(_get(TextArea.class).getValue()).isEqualTo("From this window");
        }

        @Test
        void takes_an_artifact_dropped_on_a_row() {
            ArtifactId artifact = keep(aYield(team));
            open("evidence", Locale.ENGLISH);
            drop(artifact.toString(), NEED);
            annotate("Dropped here");
            save();
            assertThat(cell(artifact, NEED).isLinked()).isTrue();
        }

        @Test
        void ignores_a_drop_of_something_that_is_not_there() {
            keep(aYield(team));
            open("evidence", Locale.ENGLISH);
            drop(UUID.randomUUID().toString(), NEED);
            drop("nonsense", "nonsense");
            _assertNone(Dialog.class);
        }

        @Test
        void folds_the_rows_of_a_credential() {
            keep(aYield(team));
            open("evidence", Locale.ENGLISH);
            NativeButton fold = _find(NativeButton.class, button -> button.withClasses("fold"))
                    .getFirst();
            _click(fold);
            assertThat(fold.getElement().getAttribute("aria-expanded")).isEqualTo("false");
            assertThat(_find(EvidenceRow.class).stream()
                            .filter(row -> row.getElement().hasAttribute("hidden")))
                    .hasSize(6);
        }

        @Test
        void lets_tab_reach_exactly_one_cell() {
            keep(aYield(team));
            keep(aYield(team).daysLater(1));
            open("evidence", Locale.ENGLISH);
            assertThat(cells()).filteredOn(cell -> cell.getTabIndex() == 0).hasSize(1);
        }
    }

    @Nested
    class Coming_from_an_artifact {

        @Test
        void its_column_is_marked() {
            ArtifactId artifact = keep(aYield(team).titled("Lab reports"));
            keep(aYield(team).titled("Essays").daysLater(1));
            open("evidence?artifact=" + artifact, Locale.ENGLISH);
            assertThat(_find(NativeTableHeaderCell.class, head -> head.withClasses("highlighted")))
                    .extracting(head -> head.getElement().getAttribute("data-artifact"))
                    .containsExactly(artifact.toString());
        }

        @Test
        void a_foreign_one_is_passed_over_like_an_unknown_one() {
            keep(aYield(team));
            TeamId foreign = accounts.addTeam(accounts.addSchool(accounts.addDistrict("South"), "Far"), "Others");
            ArtifactId theirs = keep(aYield(foreign));
            open("evidence?artifact=" + theirs, Locale.ENGLISH);
            assertThat(_find(NativeTableHeaderCell.class, head -> head.withClasses("highlighted")))
                    .isEmpty();
            assertThat(cells()).noneMatch(cell -> theirs.toString()
                    .equals(cell.getElement().getAttribute("data-artifact")));
        }
    }

    @Nested
    class The_list {

        @Test
        void links_and_shows_all_the_matrix_does() {
            ArtifactId artifact = keep(aYield(team).by(ana.id(), Role.FACILITATOR, Duration.ofMinutes(40)));
            open("evidence", Locale.ENGLISH);
            showList();
            _click(_find(Button.class, button -> button.withText("Link an artifact"))
                    .getFirst());
            assertThat(_get(ComboBox.class).getValue()).isInstanceOf(Linkable.Left.class);
            annotate("I led it.");
            save();
            assertThat(links.of(ana.id())).extracting(EvidenceLink::piece).containsExactly(Piece.of(artifact));
            assertThat(page().words())
                    .contains("I led it.", "Thin")
                    .anyMatch(words -> words.startsWith("1 of 3 discussions. Still needed: two"));
            _get(Button.class, button -> button.withText("Change"));
        }

        @Test
        void asks_which_artifact_where_there_are_several() {
            keep(aYield(team));
            keep(aYield(team).daysLater(1));
            open("evidence", Locale.ENGLISH);
            showList();
            _click(_find(Button.class, button -> button.withText("Link an artifact"))
                    .getFirst());
            annotate("Which one?");
            save();
            assertThat(_get(ComboBox.class).isInvalid()).isTrue();
            assertThat(links.of(ana.id())).isEmpty();
        }

        @Test
        void has_the_same_rows() {
            keep(aYield(team));
            open("evidence", Locale.ENGLISH);
            int rows = _find(EvidenceRow.class).size();
            showList();
            assertThat(_find(RowWords.class)).hasSize(rows);
        }

        @SuppressWarnings("unchecked")
        private void showList() {
            RadioButtonGroup<Object> mode = _get(RadioButtonGroup.class);
            mode.setValue(mode.getListDataView().getItem(1));
        }
    }

    private OpenPage open(String address, Locale language) {
        OpenPage opened = OpenPage.of(application, ana, language).go(address);
        page = Optional.of(opened);
        return opened;
    }

    private OpenPage page() {
        return page.orElseThrow();
    }

    private static java.util.List<EvidenceCell> cells() {
        return _find(EvidenceCell.class);
    }

    private static EvidenceCell cell(ArtifactId artifact, String row) {
        return cells().stream()
                .filter(cell -> artifact.toString().equals(cell.getElement().getAttribute("data-artifact")))
                .filter(cell ->
                        row.equals(cell.getElement().getParent().getParent().getAttribute("data-row")))
                .findFirst()
                .orElseThrow();
    }

    private static void annotate(String words) {
        _get(TextArea.class).setValue(words);
    }

    private static void save() {
        _click(_get(Button.class, button -> button.withText("Save")));
    }

    private static void drop(String artifact, String row) {
        EvidenceTable table = _get(EvidenceTable.class);
        _fireDomEvent(
                table.getElement(),
                new DomEvent(
                        table.getElement(),
                        "evidence-dropped",
                        JsonMapper.builder()
                                .build()
                                .createObjectNode()
                                .put("event.detail.artifact", artifact)
                                .put("event.detail.row", row)));
    }

    private ArtifactId keep(YieldedFixture fixture) {
        Yielded yielded = fixture.handedOver();
        keeper.keep(yielded);
        return new ArtifactId(yielded.artifact());
    }
}
