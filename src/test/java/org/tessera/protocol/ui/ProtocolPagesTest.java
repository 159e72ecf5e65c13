package org.tessera.protocol.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tessera.account.Accounts;
import org.tessera.account.DistrictId;
import org.tessera.account.Person;
import org.tessera.account.PersonDraft;
import org.tessera.account.PersonId;
import org.tessera.account.SchoolId;
import org.tessera.account.TeamId;
import org.tessera.protocol.Action;
import org.tessera.protocol.DraftEdit;
import org.tessera.protocol.OwnProtocols;
import org.tessera.protocol.Pack;
import org.tessera.protocol.PackRef;
import org.tessera.protocol.PackTree;
import org.tessera.protocol.Protocols;
import org.tessera.protocol.Role;
import org.tessera.protocol.ShippedPacks;
import org.tessera.protocol.Text;
import org.tessera.support.AppTest;
import org.tessera.support.OpenPage;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

@AppTest
@Timeout(90)
class ProtocolPagesTest {

    @Autowired
    private ApplicationContext application;

    @Autowired
    private Accounts accounts;

    @Autowired
    private OwnProtocols own;

    @Autowired
    private Protocols protocols;

    private final List<OpenPage> open = new ArrayList<>();
    private TeamId design;
    private TeamId science;
    private Person ana;
    private Person amy;
    private Person sol;
    private Person zoe;

    @BeforeEach
    void two_teams_and_somebody_elsewhere() {
        DistrictId north = accounts.addDistrict("North");
        SchoolId school = accounts.addSchool(north, "North School");
        design = accounts.addTeam(school, "Design team");
        science = accounts.addTeam(school, "Science");
        DistrictId south = accounts.addDistrict("South");
        TeamId faraway = accounts.addTeam(accounts.addSchool(south, "South School"), "Far away");
        ana = person(north, "Ana", design);
        amy = person(north, "Amy", design);
        sol = person(north, "Sol", science);
        zoe = person(south, "Zoe", faraway);
    }

    private Person person(DistrictId district, String name, TeamId team) {
        PersonId id = accounts.addPerson(new PersonDraft(
                district, null, name, UUID.randomUUID() + "@example.org", Locale.ENGLISH, "correct horse"));
        accounts.join(team, id);
        return accounts.person(id).orElseThrow();
    }

    @AfterEach
    void close() {
        open.reversed().forEach(OpenPage::close);
        open.clear();
    }

    private OpenPage page(Person person, String address) {
        return page(person, address, Locale.ENGLISH);
    }

    private OpenPage page(Person person, String address, Locale language) {
        close();
        OpenPage page = OpenPage.of(application, person, language);
        open.add(page);
        return page.go(address);
    }

    private String draft() {
        return own.copy(
                        protocols.latest("looking-at-student-work").ref(),
                        design,
                        ana.id(),
                        new Text(Map.of("en", "Our looking", "es", "Nuestro mirar")),
                        Text.of("Adapted."))
                .orElseThrow();
    }

    private String published() {
        String id = draft();
        own.publish(id, ana.id(), 0, "");
        return id;
    }

    /** Types into a field, or ticks or chooses, as a browser reports it. */
    private static <F extends AbstractField<F, T>, T> void type(F field, T value) {
        T before = field.getValue();
        field.setValue(value);
        ComponentUtil.fireEvent(field, new AbstractField.ComponentValueChangeEvent<>(field, field, before, true));
    }

    private static TextField field(String label) {
        return _get(TextField.class, spec -> spec.withLabel(label));
    }

    private static void openStep(String name) {
        _click(_find(NativeButton.class, spec -> spec.withClasses("step-toggle")).stream()
                .filter(step -> words(step).contains(name))
                .findFirst()
                .orElseThrow());
    }

    private static String words(Component component) {
        return String.join(
                " ",
                component
                        .getChildren()
                        .map(child -> child.getElement().getText())
                        .toList());
    }

    private static Button button(String text) {
        return _find(Button.class).stream()
                .filter(each -> text.equals(each.getText())
                        || text.equals(each.getAriaLabel().orElse("")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + text));
    }

    @Nested
    class The_list {

        @Test
        void shows_what_is_shipped_and_what_is_ones_own_with_what_one_chooses_by() {
            String id = published();

            OpenPage page = page(ana, "protocols");

            assertThat(page.visible())
                    .contains("Looking at Student Work", "Our looking", "Version 1", "Design team")
                    .contains("50 min · 8 steps · 4 to 12 people", "Analysis of student work");
            assertThat(_find(Anchor.class)).extracting(Anchor::getHref).contains("protocols/" + id);
        }

        @Test
        void finds_by_words_without_accents() {
            page(ana, "protocols", Locale.of("es"));

            TextField search = _get(TextField.class);
            search.setValue("vision");

            assertThat(_find(ProtocolLine.class).stream().filter(line -> line.isVisible()))
                    .isNotEmpty()
                    .hasSizeLessThan(10);
            search.setValue("zzz");
            assertThat(_find(ProtocolLine.class)).isEmpty();
        }

        @Test
        void shows_nobody_elses() {
            published();

            assertThat(page(zoe, "protocols").visible()).doesNotContain("Our looking");
            assertThat(page(sol, "protocols").visible()).doesNotContain("Our looking");
        }
    }

    @Nested
    class A_protocol_to_be_read {

        @Test
        void tells_every_right_as_the_room_asks_for_it() {
            Pack pack = ShippedPacks.read("looking-at-student-work");
            page(ana, "protocols/looking-at-student-work");

            RightsTable table = _get(RightsTable.class);
            List<String> rows = table.getElement()
                    .getChild(0)
                    .getChildren()
                    .filter(part -> part.getTag().equals("tbody"))
                    .flatMap(part -> part.getChildren())
                    .map(row -> row.getTextRecursively())
                    .toList();
            assertThat(rows).hasSameSizeAs(pack.phases());
            int describe = pack.phases().indexOf(pack.phase("describe").orElseThrow());
            boolean granted = pack.phase("describe").orElseThrow().grants(Role.PARTICIPANT, Action.POST);
            assertThat(granted).isTrue();
            assertThat(rows.get(describe)).contains("Describe", "Group talks", "Post notes", "private notes only");
            assertThat(rows.getFirst()).doesNotContain("Post notes");
        }

        @Test
        void tells_what_a_version_changed_in_plain_words() {
            String id = published();
            own.edit(
                    id,
                    ana.id(),
                    List.of(
                            new DraftEdit.RemovePhase("examine"),
                            new DraftEdit.MovePhase("interpret", -1),
                            new DraftEdit.Put(
                                    "/phases/@describe/may/post",
                                    own.draft(id, ana.id()).orElseThrow().tree().at("/phases/3/may/post"),
                                    JsonNodeFactory.instance
                                            .arrayNode()
                                            .add("facilitator")
                                            .add("coach"))));
            own.publish(id, ana.id(), own.draft(id, ana.id()).orElseThrow().number(), "Shorter");

            OpenPage page = page(ana, "protocols/" + id);

            assertThat(page.words())
                    .contains("Shorter", "Step taken out: “Examine”")
                    .anyMatch(line -> line.startsWith("“Describe” · Post notes: now also Coach; no longer"));
        }

        @Test
        void is_handed_to_another_team_in_one_click_and_taken_back() {
            String id = published();
            page(ana, "protocols/" + id);

            _click(button("Hand it over"));

            assertThat(own.find(id, sol.id())).isPresent();
            assertThat(page(sol, "protocols/" + id).visible())
                    .contains("Our looking", "Copy and change")
                    .doesNotContain("Change it\n", "Hand it to another team");
            page(ana, "protocols/" + id);
            _click(button("Take it back from Science"));
            assertThat(own.find(id, sol.id())).isEmpty();
        }

        @Test
        void is_copied_with_one_click_into_the_editor() {
            OpenPage page = page(ana, "protocols/tuning");

            _click(button("Copy and change"));

            assertThat(page.address()).matches("protocols/own-tuning-our-version-[0-9a-f]{12}/edit");
        }

        @Test
        void does_not_exist_for_strangers_like_one_nobody_wrote() {
            String id = published();

            String guessed = page(zoe, "protocols/own-guessed-0123456789ab").visible();
            assertThat(guessed).contains("There is nothing at this address");
            assertThat(page(zoe, "protocols/" + id).visible()).isEqualTo(guessed);
            assertThat(page(zoe, "protocols/" + id + "?version=1").visible()).isEqualTo(guessed);
            assertThat(page(zoe, "protocols/" + id + "/edit").visible()).isEqualTo(guessed);
            assertThat(page(sol, "protocols/" + id + "/edit").visible()).isEqualTo(guessed);
            assertThat(page(ana, "protocols/tuning/edit").visible()).isEqualTo(guessed);
        }
    }

    @Nested
    class The_editor {

        @Test
        void keeps_what_is_no_number_and_says_so_with_the_way_there() {
            String id = draft();
            page(ana, "protocols/" + id + "/edit");
            openStep("Describe");

            type(field("Planned"), "ten");

            assertThat(own.draft(id, ana.id())
                            .orElseThrow()
                            .tree()
                            .at("/phases/3/minutes/target")
                            .stringValue())
                    .isEqualTo("ten");
            OpenPage again = page(ana, "protocols/" + id + "/edit");
            assertThat(again.visible())
                    .contains("One thing is not right yet:", "This should be something else, for example a number.");
            _click(_get(NativeButton.class, spec -> spec.withClasses("way")));
            assertThat(field("Planned").getValue()).isEqualTo("ten");
            assertThat(field("Planned").isInvalid()).isTrue();

            _click(button("Publish a version"));
            assertThat(own.find(id, ana.id()).orElseThrow().latest()).isEmpty();
        }

        @Test
        void tells_a_broken_rule_in_plain_words_of_the_reader() {
            String id = draft();
            page(ana, "protocols/" + id + "/edit", Locale.of("es"));
            openStep("Describir");

            type(
                    _find(Checkbox.class).stream()
                            .filter(box -> box.getAriaLabel().orElse("").equals("Presentador/a: Hablar"))
                            .findFirst()
                            .orElseThrow(),
                    true);

            assertThat(open.getLast().visible())
                    .contains("Con «Habla el grupo» quien presenta escucha y no habla.")
                    .contains("Paso 4, Describir · Quién habla");
        }

        @Test
        void lets_the_usual_rights_follow_another_way_of_talking_and_keeps_those_one_has_set() {
            String id =
                    own.begin(design, ana.id(), new FirstDraftOf(ana).tree()).orElseThrow();
            page(ana, "protocols/" + id + "/edit");
            openStep("3. Talk");

            type(select("How people talk"), "FAC");

            assertThat(own.draft(id, ana.id())
                            .orElseThrow()
                            .tree()
                            .at("/phases/2/speak")
                            .toString())
                    .isEqualTo("[\"facilitator\"]");
            type(
                    _find(Checkbox.class).stream()
                            .filter(box -> box.getAriaLabel().orElse("").equals("Coach: Speak"))
                            .findFirst()
                            .orElseThrow(),
                    true);
            type(select("How people talk"), "OPEN");
            assertThat(own.draft(id, ana.id())
                            .orElseThrow()
                            .tree()
                            .at("/phases/2/speak")
                            .toString())
                    .isEqualTo("[\"facilitator\",\"coach\"]");
            assertThat(own.check(own.draft(id, ana.id()).orElseThrow()).problems())
                    .isEmpty();
        }

        @Test
        void adds_copies_moves_and_takes_out_steps_and_puts_them_back() {
            String id = draft();
            page(ana, "protocols/" + id + "/edit");
            List<String> before = ids(id);

            _click(button("Move “Describe” up"));
            assertThat(ids(id)).startsWith("norms", "work", "describe", "examine");
            _click(button("Copy “Debrief”"));
            assertThat(ids(id)).endsWith("debrief", "debrief-2");
            _click(button("Take “Debrief” out"));
            assertThat(ids(id)).doesNotContain("debrief");
            assertThat(own.draft(id, ana.id()).orElseThrow().tree().has("protect"))
                    .isFalse();
            _click(button("Undo"));
            assertThat(ids(id)).contains("debrief").endsWith("debrief-2");
            assertThat(own.draft(id, ana.id())
                            .orElseThrow()
                            .tree()
                            .at("/protect/0/phases/0")
                            .stringValue())
                    .isEqualTo("debrief");
            _click(button("Add a step"));
            assertThat(ids(id)).hasSize(before.size() + 2).endsWith("step");
            assertThat(open.getLast().visible()).contains("Step without a name");
        }

        private List<String> ids(String id) {
            return PackTree.phaseIds(own.draft(id, ana.id()).orElseThrow().tree());
        }

        @Test
        void publishes_what_is_sound_with_a_word_on_it() {
            String id = draft();
            OpenPage page = page(ana, "protocols/" + id + "/edit");
            type(field("Name of the protocol"), "Looking our way");

            _click(button("Publish a version"));
            field("What is new?").setValue("The first");
            _click(button("Publish"));

            assertThat(page.address()).isEqualTo("protocols/" + id);
            assertThat(page.words()).contains("Looking our way", "The first");
            assertThat(protocols.find(new PackRef(id, "1")).orElseThrow().name().in(Locale.of("es")))
                    .isEqualTo("Nuestro mirar");
        }

        @Test
        void shows_both_when_two_have_changed_the_same_and_lets_the_second_choose() {
            String id = draft();
            page(ana, "protocols/" + id + "/edit");
            rename(id, amy, "Amy's name");

            type(field("Name of the protocol"), "Ana's name");

            assertThat(open.getLast().visible()).contains("Amy wrote", "“Amy's name”", "You wrote", "“Ana's name”");
            assertThat(name(id)).isEqualTo("Amy's name");
            _click(button("Keep mine"));
            assertThat(name(id)).isEqualTo("Ana's name");
        }

        @Test
        void takes_theirs_where_that_is_chosen() {
            String id = draft();
            page(ana, "protocols/" + id + "/edit");
            rename(id, amy, "Amy's name");
            type(field("Name of the protocol"), "Ana's name");

            _click(button("Take what Amy wrote"));

            assertThat(name(id)).isEqualTo("Amy's name");
            assertThat(field("Name of the protocol").getValue()).isEqualTo("Amy's name");
        }

        @Test
        void puts_changes_of_two_together_and_tells_of_what_it_does_not_show() {
            String id = draft();
            page(ana, "protocols/" + id + "/edit");
            rename(id, amy, "Amy's name");

            type(_get(TextArea.class, spec -> spec.withLabel("What it is for")), "Ana's purpose");

            assertThat(name(id)).isEqualTo("Amy's name");
            assertThat(own.draft(id, ana.id())
                            .orElseThrow()
                            .tree()
                            .at("/purpose/en")
                            .stringValue())
                    .isEqualTo("Ana's purpose");
            assertThat(open.getLast().visible()).contains("has changed this draft. Your page does not show it yet.");
            _click(button("Show it"));
            assertThat(field("Name of the protocol").getValue()).isEqualTo("Amy's name");
        }

        private void rename(String id, Person by, String name) {
            var was = own.draft(id, by.id()).orElseThrow().tree().path("name");
            var becomes = was.deepCopy();
            ((ObjectNode) becomes).put("en", name);
            own.edit(id, by.id(), List.of(new DraftEdit.Put("/name", was, becomes)));
        }

        private String name(String id) {
            return own.draft(id, ana.id()).orElseThrow().tree().at("/name/en").stringValue();
        }
    }

    @Nested
    class A_file {

        @Test
        void that_is_sound_is_taken_in_and_read() {
            OpenPage page = page(zoe, "protocols/import");
            _get(TextArea.class).setValue(ShippedPacks.source("tuning"));

            _click(button("Take it in"));

            assertThat(page.address()).startsWith("protocols/own-tuning-");
            assertThat(page.visible()).contains("Version 1");
        }

        @Test
        void that_cannot_be_read_stays_with_its_lines_in_plain_words() {
            OpenPage page = page(zoe, "protocols/import");
            String broken = ShippedPacks.source("tuning").replace("mode: PRES", "mode: SING");
            _get(TextArea.class).setValue(broken);

            _click(button("Take it in"));

            assertThat(page.visible())
                    .contains("keep it from being read")
                    .containsPattern("Line \\d+ /phases/\\d+/mode: This is not one of the words that can stand here.");
            assertThat(_get(TextArea.class).getValue()).isEqualTo(broken);
        }

        @Test
        void that_breaks_a_rule_opens_in_the_editor_where_nothing_is_lost() {
            OpenPage page = page(zoe, "protocols/import");
            _get(TextArea.class)
                    .setValue(
                            ShippedPacks.source("looking-at-student-work").replace("grouping: all", "grouping: pair"));

            _click(button("Take it in"));

            assertThat(page.address()).startsWith("protocols/own-looking").endsWith("/edit");
            assertThat(page.visible()).contains("everybody works together.");
        }

        @Test
        void of_ones_own_protocol_can_be_its_next_version() {
            String id = published();
            String text =
                    own.export(new PackRef(id, "1"), ana.id()).orElseThrow().replace("Our looking", "Looking again");
            OpenPage page = page(ana, "protocols/import");
            _get(TextArea.class).setValue(text);
            assertThat(_get(RadioButtonGroup.class).getLabel()).isEqualTo("You have this protocol already");

            _click(button("Take it in"));

            assertThat(page.address()).isEqualTo("protocols/" + id);
            assertThat(page.visible()).contains("Looking again", "Version 2");
        }
    }

    private static Select<String> select(String label) {
        return _find(Select.class).stream()
                .filter(each -> label.equals(each.getLabel()))
                .map(each -> (Select<String>) each)
                .findFirst()
                .orElseThrow();
    }

    /** The draft a person begins with, on a page of theirs. */
    private final class FirstDraftOf {

        private final ObjectNode tree;

        FirstDraftOf(Person person) {
            page(person, "protocols");
            tree = new FirstDraft(UI.getCurrent(), accounts.team(design).orElseThrow()).tree();
        }

        ObjectNode tree() {
            return tree;
        }
    }
}
