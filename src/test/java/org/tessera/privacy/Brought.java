package org.tessera.privacy;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tessera.account.Accounts;
import org.tessera.account.DistrictId;
import org.tessera.account.PersonDraft;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;
import org.tessera.material.Intake;
import org.tessera.material.Material;
import org.tessera.material.MaterialDraft;
import org.tessera.material.MaterialId;
import org.tessera.material.MaterialKind;
import org.tessera.material.Materials;
import org.tessera.material.PrivacyStatement;
import org.tessera.material.ProgressListener;

/** Student work that somebody brought, and how it is cleared; for tests of what needs cleared work. */
@Component
public class Brought {

    private static final Permission PERMITTED = new Permission(Permission.Giver.PARENTS, Optional.empty());

    private final Accounts accounts;
    private final Materials materials;
    private final ClearanceStore store;
    private final Clearances clearances;

    Brought(Accounts accounts, Materials materials, ClearanceStore store, Clearances clearances) {
        this.accounts = accounts;
        this.materials = materials;
        this.store = store;
        this.clearances = clearances;
    }

    /** Two teachers of one team, and one of another. */
    public record Teachers(TeamId team, PersonId ben, PersonId ana, PersonId stranger) {}

    /** New people. */
    public Teachers teachers() {
        DistrictId district = accounts.addDistrict("North");
        var school = accounts.addSchool(district, "High");
        TeamId team = accounts.addTeam(school, "Grade 9");
        PersonId ben = aPerson(district, "Benjamin Okafor");
        PersonId ana = aPerson(district, "Ana Torres");
        PersonId stranger = aPerson(district, "Eva Stone");
        accounts.join(team, ben);
        accounts.join(team, ana);
        accounts.join(accounts.addTeam(school, "Grade 10"), stranger);
        return new Teachers(team, ben, ana, stranger);
    }

    private PersonId aPerson(DistrictId district, String name) {
        return accounts.addPerson(new PersonDraft(
                district, null, name, UUID.randomUUID() + "@north.example", Locale.ENGLISH, "long enough"));
    }

    /** Brings a file as student work. */
    public Material work(TeamId team, PersonId by, String fileName, byte[] bytes) {
        MaterialDraft draft =
                new MaterialDraft(team, by, "Water task", MaterialKind.WORK, PrivacyStatement.NO_NAME_OR_CONSENT);
        return ((Intake.Accepted)
                        materials.take(draft, fileName, new ByteArrayInputStream(bytes), ProgressListener.NONE))
                .material();
    }

    /** Lets a subject that several tests of one schema know begin anew. */
    public void forget(Subject subject) {
        store.delete(subject);
    }

    /** Clears something as if its pages had been searched and covered, by the rules and without the engine. */
    public void clear(Subject subject, TeamId team, PersonId owner, PersonId second, int pages) {
        forget(subject);
        clearances.state(subject, team, owner, pages);
        step(subject, one -> one.searched(List.of()));
        step(subject, one -> one.decide(new ClearanceCommand.Permit(PERMITTED), owner, clearances.today()));
        step(subject, one -> one.decide(new ClearanceCommand.Ask(Optional.of(second)), owner, clearances.today()));
        step(subject, one -> one.decide(new ClearanceCommand.BurnIn(), owner, clearances.today()));
        for (int n = 1; n <= pages; n++) {
            ClearanceCommand look = subject.kind() == Subject.Kind.RECORDING
                    ? new ClearanceCommand.Listen(false)
                    : new ClearanceCommand.Look(n);
            step(subject, one -> one.decide(look, second, clearances.today()));
        }
        step(subject, one -> one.decide(new ClearanceCommand.Confirm(), second, clearances.today()));
    }

    /** Lets an owner permit a recording and ask somebody to listen. */
    public void asking(Subject recording, PersonId owner, PersonId second) {
        step(recording, one -> one.decide(new ClearanceCommand.Permit(PERMITTED), owner, clearances.today()));
        step(recording, one -> one.decide(new ClearanceCommand.Ask(Optional.of(second)), owner, clearances.today()));
        step(recording, one -> one.decide(new ClearanceCommand.BurnIn(), owner, clearances.today()));
    }

    /** Brings a subject so far that it waits for the second person, without the engine. */
    public void awaiting(Subject subject, Teachers people) {
        step(subject, one -> one.searched(List.of()));
        Clearance found = store.find(subject).orElseThrow();
        found.open()
                .forEach(open -> step(
                        subject,
                        one -> one.decide(
                                new ClearanceCommand.Cover(open.number()), people.ben(), clearances.today())));
        step(subject, one -> one.decide(new ClearanceCommand.Permit(PERMITTED), people.ben(), clearances.today()));
        step(subject, one -> one.decide(new ClearanceCommand.BurnIn(), people.ben(), clearances.today()));
    }

    /** A PDF of one page that names somebody. */
    public static byte[] pdfNaming(String name) {
        try (org.apache.pdfbox.pdmodel.PDDocument document = new org.apache.pdfbox.pdmodel.PDDocument();
                java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream()) {
            new Sheet()
                    .says("This was written by ")
                    .names(name)
                    .line()
                    .says("How much water do we use?")
                    .writeTo(document);
            document.save(out);
            return out.toByteArray();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The subject of a material. */
    public static Subject subject(MaterialId material) {
        return Subject.of(material);
    }

    private void step(Subject subject, java.util.function.Function<Clearance, ClearanceDecision> rule) {
        Clearance before = store.find(subject).orElseThrow();
        ClearanceAnswer answer = clearances.store(before, Optional.of(before.owner()), rule.apply(before));
        if (!(answer instanceof ClearanceAnswer.Done)) {
            throw new IllegalStateException("not cleared: " + answer);
        }
    }
}
