package org.tessera.submission;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tessera.account.PersonId;
import org.tessera.artifact.Artifact;
import org.tessera.artifact.Artifacts;
import org.tessera.credential.CredentialId;
import org.tessera.credential.Rule;
import org.tessera.protocol.Pack;
import org.tessera.protocol.Phase;
import org.tessera.protocol.Role;
import org.tessera.protocol.Text;
import org.tessera.room.Attendees;
import org.tessera.room.RoomId;
import org.tessera.room.RoomSummary;
import org.tessera.submission.RoomNeed.Help;

/**
 * What is still thin for somebody while the meeting that could serve it goes on. Everybody learns of the own needs only;
 * the meeting learns what a person chose to tell it.
 */
@Service
public class RoomNeeds {

    /**
     * Every page of every meeting asks at every picture it draws, some times a second: they share one answer. What is told on
     * another node is seen when it has run out.
     */
    private static final Duration KEPT = Duration.ofSeconds(5);

    private static final int MEETINGS_KEPT = 10_000;

    private final NeedStore store;
    private final LoadingCache<RoomId, List<Told>> told;
    private final Artifacts artifacts;
    private final Attendees attendees;
    private final InstantSource clock;

    RoomNeeds(NeedStore store, Artifacts artifacts, Attendees attendees, InstantSource clock) {
        this.store = store;
        this.told = Caffeine.newBuilder()
                .maximumSize(MEETINGS_KEPT)
                .expireAfterWrite(KEPT)
                .build(store::toldTo);
        this.artifacts = artifacts;
        this.attendees = attendees;
        this.clock = clock;
    }

    /**
     * How a meeting stands for somebody in it.
     *
     * @param mine the person's role, where the person has one
     * @param presented whether somebody has the presenter's role
     * @param others how many take part besides the person and the presenter
     */
    public record Standing(Optional<Role> mine, boolean presented, int others) {}

    /** Something a person told the meeting they still need. */
    public record Told(PersonId person, CredentialId credential, String criterion) {}

    /** What a person has so far: the needs in a meeting follow from it and from how the meeting stands. */
    public static final class SoFar {

        private final PersonId person;
        private final EvidenceMatrix matrix;
        private final Meetings meetings;

        private SoFar(PersonId person, EvidenceMatrix matrix, Meetings meetings) {
            this.person = person;
            this.matrix = matrix;
            this.meetings = meetings;
        }
    }

    /** Reads what stands behind the person's matrix. */
    @Transactional(readOnly = true)
    public SoFar soFar(PersonId person, EvidenceMatrix matrix) {
        Set<RoomId> rooms = matrix.artifacts().stream().map(Artifact::room).collect(Collectors.toSet());
        return new SoFar(
                person, matrix, new Meetings(matrix.artifacts(), artifacts.facilitation(rooms), attendees.of(rooms)));
    }

    /** What is thin in the person's matrix and what this meeting could do for it. Nothing is read for it. */
    public static List<RoomNeed> of(SoFar soFar, RoomSummary room, Pack pack, Standing standing) {
        PersonId person = soFar.person;
        Meetings meetings = soFar.meetings;
        List<RoomNeed> needs = new ArrayList<>();
        for (EvidenceMatrix.Section section : soFar.matrix.sections()) {
            for (Coverage row : section.rows()) {
                if (row.degree() != Coverage.Degree.COVERED) {
                    List<Discussion> linked = meetings.behind(row.links());
                    boolean had = linked.stream()
                            .anyMatch(discussion -> discussion.room().equals(room.id()));
                    Optional<Help> help = had
                            ? Optional.empty()
                            : row.criterion()
                                    .rule()
                                    .flatMap(rule -> help(person, rule, linked, room, pack, standing))
                                    .or(() -> yields(section.credential().ref().id(), row, pack));
                    help.map(one -> new RoomNeed(section.credential(), row.criterion(), one))
                            .ifPresent(needs::add);
                }
            }
        }
        return List.copyOf(needs);
    }

    /** Tells the meeting what the person still needs. */
    public void tell(PersonId person, RoomId room, RoomNeed need) {
        store.tell(room, told(person, need), clock.instant());
        told.invalidate(room);
    }

    /** Takes it back. */
    public void takeBack(PersonId person, RoomId room, RoomNeed need) {
        store.takeBack(room, told(person, need));
        told.invalidate(room);
    }

    /** What people told this meeting; the caller has made sure that whoever asks is in it. */
    public List<Told> toldTo(RoomId room) {
        return told.get(room);
    }

    /** What the person says by telling of this need. */
    public static Told told(PersonId person, RoomNeed need) {
        return new Told(person, need.credential().ref().id(), need.criterion().id());
    }

    private static Optional<Help> help(
            PersonId person, Rule rule, List<Discussion> linked, RoomSummary room, Pack pack, Standing standing) {
        return switch (rule) {
            case Rule.Facilitated facilitated
            when facilitated.aspect(pack.aspect()).isPresent() ->
                facilitated(person, facilitated, linked, now(person, room, pack, standing), standing);
            case Rule.TookPart tookPart
            when tookPart.aspect().id().equals(pack.aspect()) ->
                tookPart(person, tookPart, linked, now(person, room, pack, standing));
            case Rule.Facilitated _, Rule.TookPart _, Rule.Pieces _, Rule.Items _ -> Optional.empty();
        };
    }

    private static Optional<Help> facilitated(
            PersonId person, Rule.Facilitated rule, List<Discussion> linked, Discussion now, Standing standing) {
        int before = Facilitation.check(rule, person, linked).count();
        Finding.Recorded after = Facilitation.check(rule, person, with(linked, now));
        if (after.count() > before) {
            boolean leads = standing.mine().filter(Role.FACILITATOR::equals).isPresent();
            return Optional.of(
                    leads
                            ? new Help.Counts(after.count(), after.needed())
                            : new Help.IfYouFacilitate(after.count(), after.needed()));
        }
        return after.misses().stream()
                .filter(Miss.AspectRepeated.class::isInstance)
                .map(Miss.AspectRepeated.class::cast)
                .filter(miss -> miss.discussion().room().equals(now.room()))
                .<Help>map(miss -> new Help.Again(miss.covering().title()))
                .findFirst();
    }

    private static Optional<Help> tookPart(
            PersonId person, Rule.TookPart rule, List<Discussion> linked, Discussion now) {
        int before = TakingPart.check(rule, person, linked).count();
        Finding.Recorded after = TakingPart.check(rule, person, with(linked, now));
        if (after.count() > before) {
            return Optional.of(new Help.Counts(after.count(), after.needed()));
        }
        return after.misses().stream()
                .flatMap(miss -> wayOut(miss, rule).stream())
                .reduce((first, last) -> last);
    }

    private static Optional<Help> wayOut(Miss miss, Rule.TookPart rule) {
        return switch (miss) {
            case Miss.TooFew few -> Optional.of(new Help.MorePeople(rule.others() - few.there()));
            case Miss.OtherWork _, Miss.NobodyPresented _ ->
                Optional.of(
                        switch (rule.work()) {
                            case OWN -> new Help.IfYouPresent();
                            case COLLEAGUE -> new Help.IfAColleaguePresents();
                        });
            case Miss.NotThere _, Miss.OnlyWatched _ -> Optional.of(new Help.IfYouTakePart());
            case Miss.StillNeeded _,
                    Miss.NotFacilitated _,
                    Miss.AspectNotNamed _,
                    Miss.AspectRepeated _,
                    Miss.OtherPlc _,
                    Miss.MeetingsNeeded _,
                    Miss.OtherAspect _,
                    Miss.LeftNothing _,
                    Miss.NoMeeting _,
                    Miss.PiecesNeeded _,
                    Miss.ItemsNeeded _ -> Optional.empty();
        };
    }

    /** The meeting as it would stand if it ended well from here on: it leaves what its protocol yields. */
    private static Discussion now(PersonId person, RoomSummary room, Pack pack, Standing standing) {
        Map<PersonId, Set<Role>> roles = new HashMap<>();
        standing.mine().ifPresent(role -> roles.put(person, EnumSet.of(role)));
        boolean presents = standing.mine().filter(Role.PRESENTER::equals).isPresent();
        if (standing.presented() && !presents) {
            roles.put(somebody(), EnumSet.of(Role.PRESENTER));
        }
        for (int i = 0; i < standing.others(); i++) {
            roles.put(somebody(), EnumSet.of(Role.PARTICIPANT));
        }
        return new Discussion(
                room.id(),
                room.team(),
                room.title(),
                pack.aspect(),
                Map.of(person, Duration.ofHours(1)),
                roles,
                yieldsOf(pack).keySet(),
                Instant.MAX);
    }

    private static PersonId somebody() {
        return new PersonId(UUID.randomUUID());
    }

    private static List<Discussion> with(List<Discussion> linked, Discussion now) {
        List<Discussion> all = new ArrayList<>(linked);
        all.add(now);
        return all;
    }

    private static Optional<Help> yields(CredentialId credential, Coverage row, Pack pack) {
        Map<String, Text> yields = yieldsOf(pack);
        return Serving.ALL.stream()
                .filter(serving -> serving.credential().equals(credential.value())
                        && serving.criterion().equals(row.criterion().id()))
                .flatMap(serving -> Optional.ofNullable(yields.get(serving.yield())).stream())
                .<Help>map(Help.Yields::new)
                .findFirst();
    }

    private static Map<String, Text> yieldsOf(Pack pack) {
        return pack.phases().stream()
                .map(Phase::yields)
                .flatMap(Optional::stream)
                .collect(Collectors.toMap(yield -> yield.id(), yield -> yield.name(), (first, second) -> first));
    }
}
