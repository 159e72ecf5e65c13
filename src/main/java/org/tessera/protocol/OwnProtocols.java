package org.tessera.protocol;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tessera.account.Accounts;
import org.tessera.account.PersonId;
import org.tessera.account.Team;
import org.tessera.account.TeamId;
import org.tessera.yaml.InvalidYamlException;
import org.tessera.yaml.YamlFile;
import org.tessera.yaml.YamlProblem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The protocols of a team: those that come with the product, its own, and those other teams of its district have handed
 * to it. Own protocols are drafts first, which may break any rule, and versions then, which never change; a room keeps
 * its version whatever becomes of the draft. To everybody outside of these teams they do not exist.
 *
 * @see "docs/decisions/own-protocols-belong-to-a-team.md"
 */
@Service
public class OwnProtocols {

    /** How many characters a file may have that is taken in: many times what the longest pack has. */
    public static final int LONGEST_FILE = 400_000;

    /** How many characters fit into what is said about a version. */
    public static final int LONGEST_NOTE = 500;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int RANDOM_BYTES = 6;

    private final OwnProtocolStore store;
    private final ProtocolStore versions;
    private final Protocols protocols;
    private final Accounts accounts;
    private final InstantSource clock;
    private final PackReader reader = SeedPacks.reader();

    OwnProtocols(
            OwnProtocolStore store,
            ProtocolStore versions,
            Protocols protocols,
            Accounts accounts,
            InstantSource clock) {
        this.store = store;
        this.versions = versions;
        this.protocols = protocols;
        this.accounts = accounts;
        this.clock = clock;
    }

    // What there is

    /** What a team can hold a meeting by, each protocol in its latest version: its own first, then what is shipped. */
    public List<Pack> offeredTo(TeamId team) {
        Stream<Pack> own = store.of(List.of(team)).stream()
                .filter(row -> !row.putAway())
                .flatMap(row -> latest(row).stream())
                .map(ref -> protocols.find(ref).orElseThrow());
        return Stream.concat(own, protocols.all().stream()).toList();
    }

    /** Whether a team can hold a meeting by this version: a shipped one, or one of a protocol it has. */
    public boolean isOpenTo(PackRef ref, TeamId team) {
        return !OwnProtocol.isOwn(ref.id())
                || store.find(ref.id()).filter(row -> isFor(row, Set.of(team))).isPresent();
    }

    /** The own protocols of a person's teams and those handed to them, the latest changed first. */
    public List<OwnProtocol> seenBy(PersonId person) {
        Set<TeamId> teams = teamsOf(person);
        return store.of(teams).stream()
                .filter(row -> row.published() > 0 || teams.contains(row.team()))
                .filter(row -> !row.putAway() || teams.contains(row.team()))
                .map(row -> summary(row, teams))
                .sorted((a, b) -> b.changedAt().compareTo(a.changedAt()))
                .toList();
    }

    /** The own protocol with this id, if this person may know of it. */
    public Optional<OwnProtocol> find(String id, PersonId person) {
        Set<TeamId> teams = teamsOf(person);
        return store.find(id)
                .filter(row -> isFor(row, teams))
                .filter(row -> row.published() > 0 || teams.contains(row.team()))
                .map(row -> summary(row, teams));
    }

    /** A version of any protocol this person may read. */
    public Optional<Pack> read(PackRef ref, PersonId person) {
        boolean open = !OwnProtocol.isOwn(ref.id()) || find(ref.id(), person).isPresent();
        return open ? protocols.find(ref) : Optional.empty();
    }

    /** The versions of any protocol this person may read, the latest first. */
    public List<ProtocolVersion> versionsOf(String id, PersonId person) {
        boolean open = !OwnProtocol.isOwn(id) || find(id, person).isPresent();
        return open ? store.versions(id) : List.of();
    }

    /** What is different between two versions of a protocol this person may read. */
    public List<PackChange> changes(PackRef before, PackRef after, PersonId person) {
        return tree(before, person)
                .flatMap(was -> tree(after, person).map(is -> PackDiff.between(was, is)))
                .orElse(List.of());
    }

    /** What the draft would change in the latest version; nothing where there is no version yet. */
    public List<PackChange> changes(PackDraft draft, PersonId person) {
        return find(draft.id(), person)
                .flatMap(OwnProtocol::latest)
                .flatMap(ref -> tree(ref, person))
                .map(was -> PackDiff.between(was, PackTree.filled(draft.tree())))
                .orElse(List.of());
    }

    /** A version as the text of one file, if this person may read it. */
    public Optional<String> export(PackRef ref, PersonId person) {
        return read(ref, person).flatMap(pack -> versions.yaml(pack.ref()));
    }

    private Optional<JsonNode> tree(PackRef ref, PersonId person) {
        return export(ref, person)
                .map(yaml -> YamlFile.read(ref.toString(), yaml).content());
    }

    /** A version of a shipped or own protocol as a tree, to count what is translated. */
    public Optional<PackTree.Translated> translated(PackRef ref, PersonId person) {
        return tree(ref, person).map(PackTree::translated);
    }

    // Writing one

    /** Begins a protocol of a person's team from {@code tree}; empty if it is not one of the person's teams. */
    public Optional<String> begin(TeamId team, PersonId by, ObjectNode tree) {
        return isMember(team, by) ? Optional.of(add(team, by, PackTree.folded(tree), null)) : Optional.empty();
    }

    /**
     * Begins a protocol of a person's team as a copy of a version the person may read. The copy keeps who is to be
     * credited and what the terms are.
     *
     * @param name what the copy is called, in both languages
     * @param adapted what is said of the credit: that it was adapted, and by whom
     */
    public Optional<String> copy(PackRef ref, TeamId team, PersonId by, Text name, Text adapted) {
        return tree(ref, by).filter(_ -> isMember(team, by)).map(original -> {
            ObjectNode tree = PackTree.filled(original);
            tree.set("name", PackTree.text(name.byLanguage()));
            credit(tree, adapted);
            return add(team, by, PackTree.folded(tree), ref);
        });
    }

    private static void credit(ObjectNode tree, Text adapted) {
        ObjectNode attribution = tree.withObjectProperty("attribution");
        ObjectNode credit = attribution.withObjectProperty("credit");
        Map<String, String> both = PackTree.LANGUAGES.stream()
                .collect(Collectors.toMap(language -> language, language -> (PackTree.wording(credit, language) + " "
                                + adapted.in(Locale.of(language)))
                        .strip()));
        attribution.set("credit", PackTree.text(both));
        attribution.put("verified", false);
    }

    private String add(TeamId team, PersonId by, ObjectNode tree, @Nullable PackRef copiedFrom) {
        String id = OwnProtocol.MARK + Slug.of(PackTree.wording(tree.path("name"), "en"), "protocol") + "-" + random();
        tree.remove(List.of("id", "version"));
        store.add(id, team, tree, copiedFrom, by, clock.instant());
        return id;
    }

    /** So many possibilities that no two ids meet, in whatever tenant. */
    private static String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** The draft of a protocol of this person's team. */
    public Optional<PackDraft> draft(String id, PersonId person) {
        return editable(id, person).map(OwnProtocolStore.Row::draft);
    }

    /** Everything that is wrong with a draft, and the pack it makes. */
    public DraftCheck check(PackDraft draft) {
        return DraftCheck.of(reader, draft.tree(), new PackRef(draft.id(), "1"));
    }

    /** Makes changes to a draft, all of them or none. */
    public DraftAnswer edit(String id, PersonId person, List<DraftEdit> edits) {
        if (editable(id, person).isEmpty()) {
            return new DraftAnswer.Unknown();
        }
        return store.change(id, row -> switch (Drafting.apply(row.draft().tree(), edits)) {
            case Drafting.Answer.Changed(var tree) -> new DraftAnswer.Saved(kept(row.draft(), tree, person));
            case Drafting.Answer.Overtaken(var edit, var theirs) ->
                new DraftAnswer.Overtaken(row.draft(), edit, theirs);
            case Drafting.Answer.Gone _ -> new DraftAnswer.Gone(row.draft());
        });
    }

    private PackDraft kept(PackDraft before, ObjectNode tree, PersonId by) {
        return tree.equals(before.tree())
                ? before
                : store.keep(new PackDraft(before.id(), tree, before.number() + 1, by, clock.instant()));
    }

    /**
     * Publishes the draft as the next version.
     *
     * @param number that of the draft as the person saw it
     * @param note what is new, in a sentence
     */
    public DraftAnswer publish(String id, PersonId person, long number, String note) {
        if (editable(id, person).isEmpty()) {
            return new DraftAnswer.Unknown();
        }
        return store.change(
                id,
                row -> row.draft().number() == number
                        ? publish(row, row.draft().tree(), person, note)
                        : new DraftAnswer.Changed(row.draft()));
    }

    private DraftAnswer publish(OwnProtocolStore.Row row, ObjectNode tree, PersonId by, String note) {
        int number = row.published() + 1;
        PackRef ref = new PackRef(row.id(), String.valueOf(number));
        DraftCheck check = DraftCheck.of(reader, tree, ref);
        if (check.pack().isEmpty()) {
            return new DraftAnswer.Broken(check.problems());
        }
        boolean same = latest(row)
                .flatMap(versions::yaml)
                .map(yaml -> PackDiff.between(YamlFile.read("before", yaml).content(), PackTree.filled(tree))
                        .isEmpty())
                .orElse(false);
        if (same) {
            return new DraftAnswer.NothingNew();
        }
        String said = note.strip();
        store.publish(
                ref,
                number,
                check.yaml(),
                YamlFile.read("own", check.yaml()).sha256(),
                said.substring(0, Math.min(LONGEST_NOTE, said.length())),
                by,
                clock.instant());
        return new DraftAnswer.Published(ref);
    }

    // Files

    /** What is known of a file before it is taken in: the own protocol it is a version of, if this person may change it. */
    public Optional<OwnProtocol> goesOn(String yaml, PersonId person) {
        try {
            String id = YamlFile.read("file", yaml).content().path("id").asString("");
            return find(id, person).filter(OwnProtocol::mayEdit);
        } catch (InvalidYamlException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * Takes a protocol in from the text of a file, as a new one of a person's team with an id of its own. A sound one is
     * published; one that breaks rules of protocols becomes a draft.
     */
    public ImportAnswer takeIn(TeamId team, PersonId by, String yaml) {
        if (!isMember(team, by)) {
            return new ImportAnswer.Unknown();
        }
        return taken(yaml, (tree, problems) -> {
            String id = add(team, by, tree, null);
            if (!problems.isEmpty()) {
                return new ImportAnswer.AsDraft(id, problems);
            }
            DraftAnswer answer = publish(id, by, 0, "");
            return answer instanceof DraftAnswer.Published(var ref)
                    ? new ImportAnswer.Taken(ref)
                    : new ImportAnswer.AsDraft(id, problems);
        });
    }

    /**
     * Takes a file in as the next version of a protocol of this person's team. Versions that are out stay as they are;
     * the draft becomes what the file says.
     */
    public ImportAnswer takeInAsNext(String id, PersonId by, String yaml) {
        if (editable(id, by).isEmpty()) {
            return new ImportAnswer.Unknown();
        }
        return taken(
                yaml,
                (tree, problems) -> store.change(id, row -> {
                    tree.remove(List.of("id", "version"));
                    PackDraft draft = kept(row.draft(), tree, by);
                    if (!problems.isEmpty()) {
                        return new ImportAnswer.AsDraft(id, problems);
                    }
                    return switch (publish(row, draft.tree(), by, "")) {
                        case DraftAnswer.Published(var ref) -> new ImportAnswer.Taken(ref);
                        default -> new ImportAnswer.Taken(new PackRef(id, String.valueOf(row.published())));
                    };
                }));
    }

    private interface Taking {
        ImportAnswer with(ObjectNode tree, List<YamlProblem> problems);
    }

    /** What is wrong in its shape must be mended in the text; what breaks rules can be mended in the editor. */
    private ImportAnswer taken(String yaml, Taking taking) {
        if (yaml.length() > LONGEST_FILE) {
            return new ImportAnswer.Unreadable(
                    List.of(new YamlProblem("file", 1, "", "the file is too long").under("too-long")));
        }
        try {
            YamlFile file = YamlFile.read("file", yaml);
            if (!(file.content() instanceof ObjectNode content)) {
                return new ImportAnswer.Unreadable(
                        List.of(file.problemAt("", "this is no protocol").under("no-pack")));
            }
            // The name of the file says nothing here, and so must not be wrong.
            String name = content.path("id").asString("") + ".yaml";
            List<YamlProblem> problems =
                    reader.read(name, yaml) instanceof Reading.Broken(var found) ? found : List.of();
            boolean unreadable = problems.stream()
                    .anyMatch(problem -> problem.rule().startsWith("schema-")
                            || problem.rule().equals("step-twice"));
            return unreadable ? new ImportAnswer.Unreadable(problems) : taking.with(PackTree.folded(content), problems);
        } catch (InvalidYamlException e) {
            return new ImportAnswer.Unreadable(e.problems());
        }
    }

    // Handing on

    /** The other teams of a team's district, to whom its protocols can be handed. */
    public List<Team> neighboursOf(TeamId team) {
        return accounts.team(team)
                .map(own -> accounts.teamsIn(own.district()).stream()
                        .filter(other -> !other.id().equals(team))
                        .toList())
                .orElse(List.of());
    }

    /** The teams a protocol was handed to, for those who may hand it on. */
    public List<Team> handedTo(String id, PersonId person) {
        return editable(id, person)
                .map(row -> store.handedTo(id).stream()
                        .flatMap(team -> accounts.team(team).stream())
                        .toList())
                .orElse(List.of());
    }

    /** Hands a protocol of this person's team to another team of the district, which then has every version of it. */
    public HandingAnswer hand(String id, TeamId to, PersonId by) {
        Optional<OwnProtocolStore.Row> row = editable(id, by);
        Optional<Team> receiver = accounts.team(to);
        if (row.isEmpty() || receiver.isEmpty()) {
            return HandingAnswer.UNKNOWN;
        }
        boolean near = accounts.team(row.get().team())
                .filter(own -> own.district().equals(receiver.get().district()))
                .isPresent();
        if (!near) {
            return HandingAnswer.ELSEWHERE;
        }
        if (row.get().published() == 0) {
            return HandingAnswer.UNPUBLISHED;
        }
        store.hand(id, to, by, clock.instant());
        return HandingAnswer.HANDED;
    }

    /** Takes a protocol back from a team; rooms the team has prepared keep their version. */
    public void takeBack(String id, TeamId from, PersonId by) {
        editable(id, by).ifPresent(_ -> store.takeBack(id, from));
    }

    /** Offers a protocol for new meetings no longer; rooms, versions and draft stay. */
    public void putAway(String id, PersonId by) {
        editable(id, by).ifPresent(_ -> store.putAway(id, clock.instant()));
    }

    /** Offers a protocol again that was put away. */
    public void bringBack(String id, PersonId by) {
        editable(id, by).ifPresent(_ -> store.putAway(id, null));
    }

    // Who may

    private Optional<OwnProtocolStore.Row> editable(String id, PersonId person) {
        return store.find(id).filter(row -> isMember(row.team(), person));
    }

    private boolean isMember(TeamId team, PersonId person) {
        return accounts.isMember(team, person);
    }

    private boolean isFor(OwnProtocolStore.Row row, Set<TeamId> teams) {
        return teams.contains(row.team()) || store.handedTo(row.id()).stream().anyMatch(teams::contains);
    }

    private Set<TeamId> teamsOf(PersonId person) {
        return accounts.teamsOf(person).stream().map(Team::id).collect(Collectors.toSet());
    }

    private static Optional<PackRef> latest(OwnProtocolStore.Row row) {
        return row.published() == 0
                ? Optional.empty()
                : Optional.of(new PackRef(row.id(), String.valueOf(row.published())));
    }

    private OwnProtocol summary(OwnProtocolStore.Row row, Set<TeamId> teams) {
        boolean mine = teams.contains(row.team());
        Optional<Pack> latest = latest(row).flatMap(protocols::find);
        Text name = mine
                ? nameOf(row.draft().tree())
                : latest.map(Pack::name).orElseThrow(() -> new NoSuchElementException(row.id()));
        return new OwnProtocol(
                row.id(),
                row.team(),
                name,
                row.published(),
                row.copiedFrom().filter(_ -> mine),
                mine,
                row.putAway(),
                row.draft().at(),
                row.draft().by());
    }

    private static Text nameOf(ObjectNode tree) {
        JsonNode name = tree.path("name");
        return new Text(PackTree.LANGUAGES.stream()
                .collect(Collectors.toMap(language -> language, language -> PackTree.wording(name, language))));
    }
}
