package org.tessera.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tessera.account.Accounts;
import org.tessera.account.DistrictId;
import org.tessera.account.PersonDraft;
import org.tessera.account.PersonId;
import org.tessera.account.SchoolId;
import org.tessera.account.Team;
import org.tessera.account.TeamId;
import org.tessera.support.AppTest;
import org.tessera.yaml.YamlFile;
import org.tessera.yaml.YamlProblem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

@AppTest
class OwnProtocolsTest {

    private static final PackRef TUNING = new PackRef("tuning", "1.0");

    @Autowired
    private OwnProtocols own;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Protocols protocols;

    private TeamId design;
    private TeamId science;
    private TeamId faraway;
    private PersonId ana;
    private PersonId sol;
    private PersonId zoe;

    @BeforeEach
    void three_teams_in_two_districts() {
        DistrictId north = accounts.addDistrict("North");
        DistrictId south = accounts.addDistrict("South");
        SchoolId school = accounts.addSchool(north, "North School");
        design = accounts.addTeam(school, "Design team");
        science = accounts.addTeam(school, "Science");
        faraway = accounts.addTeam(accounts.addSchool(south, "South School"), "Far away");
        ana = person(north, "Ana", design);
        sol = person(north, "Sol", science);
        zoe = person(south, "Zoe", faraway);
    }

    private PersonId person(DistrictId district, String name, TeamId team) {
        PersonId id = accounts.addPerson(new PersonDraft(
                district, null, name, UUID.randomUUID() + "@example.org", Locale.ENGLISH, "correct horse"));
        accounts.join(team, id);
        return id;
    }

    private String copyOfTuning() {
        return own.copy(protocols.latest("tuning").ref(), design, ana, Text.of("Our tuning"), Text.of("Adapted by us."))
                .orElseThrow();
    }

    private String published() {
        String id = copyOfTuning();
        assertThat(own.publish(id, ana, 0, "")).isInstanceOf(DraftAnswer.Published.class);
        return id;
    }

    private static JsonNode word(String word) {
        return JsonNodeFactory.instance.stringNode(word);
    }

    private DraftAnswer rename(String id, PersonId by, String from, String to) {
        return own.edit(id, by, List.of(new DraftEdit.Put("/name/en", word(from), word(to))));
    }

    private long number(String id) {
        return own.draft(id, ana).orElseThrow().number();
    }

    @Nested
    class A_copy {

        @Test
        void has_an_id_of_its_own_keeps_the_credit_and_says_that_it_was_adapted() {
            String id = copyOfTuning();

            assertThat(id).matches("own-our-tuning-[0-9a-f]{12}");
            PackDraft draft = own.draft(id, ana).orElseThrow();
            Pack pack = own.check(draft).pack().orElseThrow();
            Pack shipped = protocols.latest("tuning");
            assertThat(pack.attribution().credit().in(Locale.ENGLISH))
                    .isEqualTo(shipped.attribution().credit().in(Locale.ENGLISH) + " Adapted by us.");
            assertThat(pack.attribution().licence())
                    .isEqualTo(shipped.attribution().licence());
            assertThat(pack.attribution().sources())
                    .isEqualTo(shipped.attribution().sources());
            assertThat(pack.attribution().verified()).isFalse();
            assertThat(pack.phases()).isEqualTo(shipped.phases());
            assertThat(own.find(id, ana).orElseThrow().copiedFrom()).contains(shipped.ref());
        }

        @Test
        void is_made_for_a_team_of_ones_own_only() {
            assertThat(own.copy(protocols.latest("tuning").ref(), science, ana, Text.of("X"), Text.of("Y")))
                    .isEmpty();
            assertThat(own.begin(faraway, ana, PackTree.parse("{}"))).isEmpty();
        }
    }

    @Nested
    class A_draft {

        @Test
        void keeps_whatever_was_typed_sound_or_not() {
            String id = copyOfTuning();

            assertThat(own.edit(
                            id,
                            ana,
                            List.of(new DraftEdit.Put(
                                    "/groupSize/min", JsonNodeFactory.instance.numberNode(8), word("a few")))))
                    .isInstanceOf(DraftAnswer.Saved.class);

            PackDraft kept = own.draft(id, ana).orElseThrow();
            assertThat(kept.tree().at("/groupSize/min")).isEqualTo(word("a few"));
            assertThat(own.check(kept).problems()).singleElement().satisfies(problem -> {
                assertThat(problem.path()).isEqualTo("/groupSize/min");
                assertThat(problem.rule()).isEqualTo("schema-type");
            });
        }

        @Test
        void of_two_people_never_overwrites_one_silently() {
            String id = copyOfTuning();
            PersonId amy = person(accounts.team(design).orElseThrow().district(), "Amy", design);

            assertThat(rename(id, ana, "Our tuning", "Ana's")).isInstanceOf(DraftAnswer.Saved.class);
            assertThat(rename(id, amy, "Our tuning", "Amy's"))
                    .isInstanceOfSatisfying(DraftAnswer.Overtaken.class, answer -> {
                        assertThat(answer.theirs()).isEqualTo(word("Ana's"));
                        assertThat(answer.draft().by()).isEqualTo(ana);
                    });
            assertThat(own.draft(id, ana).orElseThrow().tree().at("/name/en")).isEqualTo(word("Ana's"));
            assertThat(rename(id, amy, "Ana's", "Amy's")).isInstanceOf(DraftAnswer.Saved.class);
        }
    }

    @Nested
    class A_version {

        @Test
        void is_published_and_offered_to_the_team_alone() {
            String id = published();

            assertThat(own.offeredTo(design))
                    .extracting(pack -> pack.ref().id())
                    .contains(id, "tuning");
            assertThat(own.offeredTo(science))
                    .extracting(pack -> pack.ref().id())
                    .contains("tuning")
                    .doesNotContain(id);
            assertThat(own.isOpenTo(new PackRef(id, "1"), design)).isTrue();
            assertThat(own.isOpenTo(new PackRef(id, "1"), science)).isFalse();
            assertThat(own.isOpenTo(TUNING, faraway)).isTrue();
        }

        @Test
        void never_changes_and_the_next_one_is_offered() {
            String id = published();
            Pack first = protocols.find(new PackRef(id, "1")).orElseThrow();

            rename(id, ana, "Our tuning", "Our better tuning");
            assertThat(own.publish(id, ana, number(id), "A better name"))
                    .isEqualTo(new DraftAnswer.Published(new PackRef(id, "2")));

            assertThat(protocols.find(new PackRef(id, "1"))).contains(first);
            assertThat(own.offeredTo(design))
                    .filteredOn(pack -> pack.ref().id().equals(id))
                    .singleElement()
                    .satisfies(
                            pack -> assertThat(pack.name().in(Locale.ENGLISH)).isEqualTo("Our better tuning"));
            assertThat(own.versionsOf(id, ana))
                    .extracting(ProtocolVersion::note)
                    .containsExactly("A better name", "");
            assertThat(own.changes(new PackRef(id, "1"), new PackRef(id, "2"), ana))
                    .singleElement()
                    .satisfies(change -> assertThat(change.what()).isEqualTo("name"));
        }

        @Test
        void is_of_the_draft_the_person_looked_at_and_says_something_new() {
            String id = published();

            assertThat(own.publish(id, ana, 0, "")).isInstanceOf(DraftAnswer.NothingNew.class);
            rename(id, ana, "Our tuning", "Changed by somebody");
            assertThat(own.publish(id, ana, 0, "")).isInstanceOf(DraftAnswer.Changed.class);
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("org.tessera.protocol.BrokenPack#all")
        void is_not_made_of_a_broken_pack_which_is_told_why(BrokenPack broken) {
            String yaml = broken.in(SmallPack.TEXT);

            switch (own.takeIn(design, ana, yaml)) {
                case ImportAnswer.Taken taken -> throw new AssertionError("published " + taken);
                case ImportAnswer.Unknown unknown -> throw new AssertionError(unknown);
                case ImportAnswer.Unreadable(var problems) ->
                    assertThat(problems).anySatisfy(problem -> {
                        assertThat(problem.line()).isEqualTo(broken.line());
                        assertThat(problem.rule()).isNotBlank();
                    });
                case ImportAnswer.AsDraft(var id, var problems) -> {
                    assertThat(problems)
                            .extracting(YamlProblem::line, YamlProblem::reason)
                            .contains(org.assertj.core.groups.Tuple.tuple(broken.line(), broken.reason()));
                    assertThat(own.publish(id, ana, 0, ""))
                            .isInstanceOfSatisfying(DraftAnswer.Broken.class, answer -> assertThat(answer.problems())
                                    .isNotEmpty()
                                    .allSatisfy(problem ->
                                            assertThat(problem.rule()).isNotBlank()));
                    assertThat(own.find(id, ana).orElseThrow().latest()).isEmpty();
                }
            }
        }
    }

    @Nested
    class A_file {

        @Test
        void goes_out_and_comes_in_in_another_district_as_the_same_protocol_under_another_id() {
            String id = published();
            String yaml = own.export(new PackRef(id, "1"), ana).orElseThrow();

            PackRef there = ((ImportAnswer.Taken) own.takeIn(faraway, zoe, yaml)).ref();

            assertThat(there.id()).isNotEqualTo(id);
            assertThat(PackDiff.between(
                            YamlFile.read("here", yaml).content(),
                            YamlFile.read("there", own.export(there, zoe).orElseThrow())
                                    .content()))
                    .isEmpty();
            assertThat(own.offeredTo(faraway)).extracting(Pack::ref).contains(there);
            assertThat(own.find(there.id(), ana)).isEmpty();
        }

        @Test
        void of_a_protocol_one_may_change_can_be_its_next_version_and_never_an_earlier_one() {
            String id = published();
            String first = own.export(new PackRef(id, "1"), ana).orElseThrow();
            String changed = first.replace("Our tuning", "Our tuning from a file");

            assertThat(own.goesOn(changed, ana).map(OwnProtocol::id)).contains(id);
            assertThat(own.takeInAsNext(id, ana, changed)).isEqualTo(new ImportAnswer.Taken(new PackRef(id, "2")));

            assertThat(own.export(new PackRef(id, "1"), ana)).contains(first);
            assertThat(protocols.find(new PackRef(id, "2")).orElseThrow().name().in(Locale.ENGLISH))
                    .isEqualTo("Our tuning from a file");
        }

        @Test
        void with_the_id_of_a_strangers_protocol_or_a_shipped_one_is_simply_a_new_one() {
            String id = published();
            String yaml = own.export(new PackRef(id, "1"), ana).orElseThrow();

            assertThat(own.goesOn(yaml, zoe)).isEmpty();
            assertThat(own.takeInAsNext(id, zoe, yaml)).isInstanceOf(ImportAnswer.Unknown.class);
            assertThat(own.takeIn(faraway, zoe, ShippedPacks.source("tuning")))
                    .isInstanceOfSatisfying(
                            ImportAnswer.Taken.class,
                            taken -> assertThat(taken.ref().id()).startsWith("own-tuning"));
        }

        @Test
        void that_cannot_be_read_is_told_by_line() {
            assertThat(own.takeIn(design, ana, "id: x\nname: [\n"))
                    .isInstanceOfSatisfying(ImportAnswer.Unreadable.class, answer -> assertThat(answer.problems())
                            .singleElement()
                            .satisfies(problem -> assertThat(problem.rule()).isEqualTo("not-yaml")));
            assertThat(own.takeIn(design, ana, "just words"))
                    .isInstanceOfSatisfying(ImportAnswer.Unreadable.class, answer -> assertThat(answer.problems())
                            .extracting(YamlProblem::rule)
                            .containsExactly("no-pack"));
            assertThat(own.takeIn(design, ana, "x".repeat(OwnProtocols.LONGEST_FILE + 1)))
                    .isInstanceOfSatisfying(ImportAnswer.Unreadable.class, answer -> assertThat(answer.problems())
                            .extracting(YamlProblem::rule)
                            .containsExactly("too-long"));
        }
    }

    @Nested
    class Handed_to_another_team {

        @Test
        void of_the_district_it_is_theirs_to_read_and_to_meet_by_and_not_to_change() {
            String id = published();

            assertThat(own.hand(id, science, ana)).isEqualTo(HandingAnswer.HANDED);
            assertThat(own.hand(id, science, ana)).isEqualTo(HandingAnswer.HANDED);

            assertThat(own.offeredTo(science))
                    .extracting(pack -> pack.ref().id())
                    .contains(id);
            assertThat(own.find(id, sol).orElseThrow().mayEdit()).isFalse();
            assertThat(own.draft(id, sol)).isEmpty();
            assertThat(rename(id, sol, "Our tuning", "Sol's")).isInstanceOf(DraftAnswer.Unknown.class);
            assertThat(own.hand(id, design, sol)).isEqualTo(HandingAnswer.UNKNOWN);
            assertThat(own.copy(new PackRef(id, "1"), science, sol, Text.of("Sol's"), Text.of("Adapted.")))
                    .isPresent();
            assertThat(own.handedTo(id, ana)).extracting(Team::id).containsExactly(science);
        }

        @Test
        void it_can_be_taken_back() {
            String id = published();
            own.hand(id, science, ana);
            own.takeBack(id, science, sol);
            assertThat(own.find(id, sol)).isPresent();

            own.takeBack(id, science, ana);

            assertThat(own.find(id, sol)).isEmpty();
            assertThat(own.offeredTo(science))
                    .extracting(pack -> pack.ref().id())
                    .doesNotContain(id);
        }

        @Test
        void it_never_leaves_the_district_and_is_a_version_at_least() {
            String id = copyOfTuning();

            assertThat(own.hand(id, science, ana)).isEqualTo(HandingAnswer.UNPUBLISHED);
            own.publish(id, ana, 0, "");
            assertThat(own.hand(id, faraway, ana)).isEqualTo(HandingAnswer.ELSEWHERE);
            assertThat(own.hand(id, new TeamId(UUID.randomUUID()), ana)).isEqualTo(HandingAnswer.UNKNOWN);
            assertThat(own.neighboursOf(design)).extracting(Team::id).containsExactly(science);
        }

        @Test
        void its_draft_and_where_it_came_from_stay_at_home() {
            String id = published();
            own.hand(id, science, ana);
            rename(id, ana, "Our tuning", "Not for others yet");

            OwnProtocol seen = own.find(id, sol).orElseThrow();
            assertThat(seen.name().in(Locale.ENGLISH)).isEqualTo("Our tuning");
            assertThat(seen.copiedFrom()).isEmpty();
        }
    }

    @Nested
    class To_strangers {

        @Test
        void it_does_not_exist() {
            String id = published();
            PackRef ref = new PackRef(id, "1");

            assertThat(own.find(id, zoe)).isEqualTo(own.find("own-guessed-000000000000", zoe));
            assertThat(own.read(ref, zoe)).isEmpty();
            assertThat(own.export(ref, zoe)).isEmpty();
            assertThat(own.versionsOf(id, zoe)).isEmpty();
            assertThat(own.changes(ref, ref, zoe)).isEmpty();
            assertThat(own.seenBy(zoe)).isEmpty();
            assertThat(own.draft(id, zoe)).isEmpty();
            assertThat(own.publish(id, zoe, 0, "")).isInstanceOf(DraftAnswer.Unknown.class);
            assertThat(own.hand(id, faraway, zoe)).isEqualTo(HandingAnswer.UNKNOWN);
            assertThat(own.copy(ref, faraway, zoe, Text.of("Mine"), Text.of("x")))
                    .isEmpty();
            own.putAway(id, zoe);
            assertThat(own.offeredTo(design)).extracting(Pack::ref).contains(ref);
        }

        @Test
        void nor_does_a_draft_for_anybody_but_the_team() {
            String id = copyOfTuning();

            assertThat(own.find(id, sol)).isEmpty();
            assertThat(own.find(id, ana)).isPresent();
            assertThat(own.seenBy(ana)).extracting(OwnProtocol::id).containsExactly(id);
        }
    }

    @Test
    void put_away_it_is_not_offered_until_it_is_brought_back() {
        String id = published();

        own.putAway(id, ana);
        assertThat(own.offeredTo(design)).extracting(pack -> pack.ref().id()).doesNotContain(id);
        assertThat(own.find(id, ana).orElseThrow().putAway()).isTrue();

        own.bringBack(id, ana);
        assertThat(own.offeredTo(design)).extracting(pack -> pack.ref().id()).contains(id);
    }

    @Test
    void a_text_in_one_language_is_published_in_both() {
        String id = own.begin(design, ana, tree("Unser")).orElseThrow();

        assertThat(own.publish(id, ana, 0, "")).isInstanceOf(DraftAnswer.Published.class);

        Pack pack = protocols.find(new PackRef(id, "1")).orElseThrow();
        assertThat(pack.name().byLanguage()).isEqualTo(Map.of("en", "Unser", "es", "Unser"));
        assertThat(own.translated(pack.ref(), ana).orElseThrow().both()).isZero();
    }

    private static ObjectNode tree(String name) {
        ObjectNode tree =
                (ObjectNode) YamlFile.read("small", SmallPack.TEXT).content().deepCopy();
        ObjectNode folded = PackTree.folded(tree);
        dropSpanish(folded);
        folded.set("name", PackTree.text(Map.of("es", name)));
        return folded;
    }

    private static void dropSpanish(JsonNode node) {
        if (node instanceof ObjectNode object && object.has("en")) {
            object.remove("es");
        }
        node.forEach(OwnProtocolsTest::dropSpanish);
    }
}
