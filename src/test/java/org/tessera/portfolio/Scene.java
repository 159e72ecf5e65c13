package org.tessera.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.tessera.account.Accounts;
import org.tessera.account.DistrictId;
import org.tessera.account.Guests;
import org.tessera.account.JoinAnswer;
import org.tessera.account.PersonDraft;
import org.tessera.account.PersonId;
import org.tessera.account.SignedIn;
import org.tessera.account.TeamId;
import org.tessera.artifact.Artifact;
import org.tessera.artifact.Artifacts;
import org.tessera.clock.AlarmClock;
import org.tessera.credential.CredentialId;
import org.tessera.credential.CredentialRef;
import org.tessera.credential.Credentials;
import org.tessera.protocol.Phase;
import org.tessera.protocol.Protocols;
import org.tessera.protocol.Role;
import org.tessera.room.Outcome;
import org.tessera.room.RoomCommand;
import org.tessera.room.RoomDraft;
import org.tessera.room.RoomId;
import org.tessera.room.Rooms;
import org.tessera.submission.Consents;
import org.tessera.submission.FrozenEvidence;
import org.tessera.submission.HandIn;
import org.tessera.submission.HandIns;
import org.tessera.submission.Piece;
import org.tessera.submission.Platform;
import org.tessera.submission.Submission;
import org.tessera.submission.WrittenAnswer;

/**
 * A real meeting in which people put names everywhere they can, and a submission of what it left. Nobody here has a name
 * that is a word.
 */
public final class Scene {

    static final CredentialId BUILDING = new CredentialId("building-a-pa-learning-community");
    public static final String OWN = "The claim stands last";
    static final String AGREED = "Page two has no units at all";
    static final String WITHHELD = "Zyzzyva thinks this graph is wrong";
    static final String REFLECTION = "Describing seemed the easy part to me. I learned otherwise.\n\n"
            + "> The view you adopt for yourself shapes it. (Dweck, 2006, p. 6)\n\n"
            + "Next time I will leave more silence.";

    /** Every part of a name that must be nowhere in a package. */
    public static final List<String> NAMES = List.of(
            "Anabel",
            "Ortíz",
            "Ortiz",
            "Quade",
            "Benjamin",
            "Hallström",
            "Hallstrom",
            "Thandeka",
            "Mkhize",
            "Chinonso",
            "Ezeani",
            "Quillfeather",
            "Wexmoor",
            "Owls",
            "Gretchen",
            "Vanterpool");

    final ApplicationContext application;
    final Accounts accounts;
    final Rooms rooms;
    /** Everybody signs in with it. */
    public static final String PASSWORD = "correct horse battery";

    public final DistrictId district;
    public final TeamId team;
    public final SignedIn ana;
    public final SignedIn ben;
    public final SignedIn thandeka;
    final SignedIn chi;
    public final RoomId room;
    public final Artifact observations;

    public Scene(ApplicationContext application) {
        this.application = application;
        accounts = application.getBean(Accounts.class);
        rooms = application.getBean(Rooms.class);
        district = accounts.addDistrict("Wexmoor County Schools");
        team = accounts.addTeam(accounts.addSchool(district, "Quillfeather High School"), "Wexmoor Owls");
        ana = person("Anabel Ortíz-Quade");
        ben = person("Benjamin Hallström");
        thandeka = person("Thandeka Mkhize");
        chi = person("Chinonso Ezeani");
        List.of(ana, ben, thandeka, chi).forEach(each -> accounts.join(team, each.id()));
        room = meeting();
        Artifacts artifacts = application.getBean(Artifacts.class);
        observations = artifacts.ofRoom(room).stream()
                .filter(artifact -> artifact.phase().equals("describe"))
                .findFirst()
                .orElseThrow();
        agree(chi.id());
    }

    /** Asks a colleague, who agrees. */
    void agree(PersonId author) {
        Consents consents = application.getBean(Consents.class);
        consents.ask(ana.id(), observations.id(), author);
        consents.answer(author, consents.askedOf(author).getFirst().id(), true);
    }

    CredentialRef credential() {
        return application
                .getBean(Credentials.class)
                .current(BUILDING)
                .orElseThrow()
                .ref();
    }

    Instant now() {
        return application.getBean(AlarmClock.class).instant();
    }

    Submission handIn() {
        return handIn(what(REFLECTION, List.of(evidence("discussions", "The board shows what I asked for."))));
    }

    Submission handIn(HandIn what) {
        return handIn(Platform.BLOOMBOARD, what);
    }

    Submission handIn(Platform platform, HandIn what) {
        return HandIns.handedIn(application, ana.id(), credential(), platform, what, now());
    }

    /** Hands in what the same meeting left for another credential of the stack. */
    Submission handInPlan() {
        CredentialRef plan = application
                .getBean(Credentials.class)
                .current(new CredentialId("developing-a-plan-to-implement-pas"))
                .orElseThrow()
                .ref();
        HandIn what = what(REFLECTION, List.of(evidence("goals", "The goals began in this meeting.")));
        return HandIns.handedIn(application, ana.id(), plan, Platform.BLOOMBOARD, what, now());
    }

    HandIn what(String reflection, List<FrozenEvidence> evidence) {
        return new HandIn(
                List.of(
                        new WrittenAnswer("overview", "I teach science and lead a team that looks at tasks."),
                        new WrittenAnswer("reflection", reflection)),
                "I worked with two colleagues in one meeting.",
                evidence,
                List.of("Dweck, C. S. (2006). Mindset. Random House. https://doi.org/10.1000/182"));
    }

    FrozenEvidence evidence(String row, String says) {
        return evidence(row, says, "whole");
    }

    FrozenEvidence evidence(String row, String says, String part) {
        return new FrozenEvidence(
                row,
                Optional.empty(),
                Piece.of(observations.id()),
                observations.sha256(),
                Optional.of(room),
                part,
                Optional.of(Role.FACILITATOR),
                says,
                true);
    }

    PackageAnswer pack(SignedIn who, PackageOrder order) {
        return application.getBean(Portfolios.class).pack(who, BUILDING, order);
    }

    byte[] bytes(PackageOrder order) {
        PackageAnswer answer = pack(ana, order);
        assertThat(answer).isInstanceOf(PackageAnswer.Ready.class);
        return bytes(((PackageAnswer.Ready) answer).file());
    }

    byte[] bytes(SubmissionPackage file) {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        try {
            application.getBean(Portfolios.class).write(file, out);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public SignedIn person(String name) {
        PersonId id = accounts.addPerson(
                new PersonDraft(district, null, name, UUID.randomUUID() + "@example.org", Locale.ENGLISH, PASSWORD));
        return new SignedIn(id, name, false, null, Locale.ENGLISH);
    }

    private RoomId meeting() {
        Protocols protocols = application.getBean(Protocols.class);
        Map<PersonId, Role> roles = new LinkedHashMap<>();
        roles.put(ana.id(), Role.FACILITATOR);
        roles.put(ben.id(), Role.PRESENTER);
        roles.put(thandeka.id(), Role.PARTICIPANT);
        roles.put(chi.id(), Role.PARTICIPANT);
        RoomId held = rooms.prepare(
                new RoomDraft(
                        team,
                        "Benjamin Hallström’s lab at Quillfeather High School",
                        protocols.latest("looking-at-student-work").ref(),
                        roles,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        List.of()),
                ana.id());
        // a guest has no account, but a name like everybody
        assertThat(application.getBean(Guests.class).joinBeside(held.value(), "Gretchen Vanterpool", Locale.ENGLISH))
                .isInstanceOf(JoinAnswer.Joined.class);
        for (Phase phase : protocols.latest("looking-at-student-work").phases()) {
            give(held, ana, new RoomCommand.StartPhase(phase.id()));
            if (phase.id().equals("describe")) {
                note(held, thandeka, WITHHELD);
                note(held, chi, AGREED);
                note(held, ana, OWN + ", as BENJAMIN HALLSTROM’s class in Quillfeather  High School wrote it");
                note(held, ana, "Gretchen Vanterpool from the museum asked for units; so Vanterpool helped");
                note(held, ana, "Mrs Mkhize and T. Mkhize of the Wexmoor Owls counted; so did benjamin");
                note(held, thandeka, "Another one of my own");
                give(held, ana, new RoomCommand.EndPhase(phase.id()));
                break;
            }
            give(held, ana, new RoomCommand.EndPhase(phase.id()));
        }
        return held;
    }

    private void note(RoomId held, SignedIn who, String text) {
        give(held, who, new RoomCommand.AddNote(UUID.randomUUID(), text, "observation", null, null, false));
    }

    private void give(RoomId held, SignedIn who, RoomCommand.OfSeat command) {
        assertThat(rooms.give(held, rooms.pseudonymOf(held, who.id()).orElseThrow(), command))
                .as(command.toString())
                .isInstanceOf(Outcome.Done.class);
    }
}
