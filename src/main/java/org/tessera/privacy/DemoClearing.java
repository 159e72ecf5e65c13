package org.tessera.privacy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tessera.account.DemoDistrict;
import org.tessera.account.DemoPart;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;
import org.tessera.material.Intake;
import org.tessera.material.Material;
import org.tessera.material.MaterialDraft;
import org.tessera.material.MaterialKind;
import org.tessera.material.Materials;
import org.tessera.material.PrivacyStatement;
import org.tessera.material.ProgressListener;

/** Student work of the demo team on its way to being evidence: one to decide about, one that waits for a look, one cleared. */
@Component
@Order(150)
@ConditionalOnBooleanProperty("tessera.demo")
class DemoClearing implements DemoPart {

    private static final String FILE = "water-student-work.pdf";
    private static final String CLEARED = "Water task, a week later";
    private static final int DAYS = 120;
    /** Where the first line of the demo's student work stands. */
    private static final Place FIRST_LINE = new Place(1, 0.1, 0.06, 0.3, 0.03);

    private final Clearances clearances;
    private final Redaction redaction;
    private final Materials materials;

    DemoClearing(Clearances clearances, Redaction redaction, Materials materials) {
        this.clearances = clearances;
        this.redaction = redaction;
        this.materials = materials;
    }

    @Override
    public void addTo(DemoDistrict demo) {
        List<Material> brought = materials.of(demo.team().id());
        if (brought.stream().anyMatch(one -> one.title().equals(CLEARED))) {
            return;
        }
        PersonId ana = demo.person("ana").id();
        brought.stream()
                .filter(one -> one.kind() == MaterialKind.WORK)
                .findFirst()
                .ifPresent(this::toDecide);
        brought.stream()
                .filter(one -> one.kind() == MaterialKind.CONTEXT)
                .findFirst()
                .ifPresent(this::waiting);
        cleared(demo.team().id(), demo.person("ben").id(), ana);
    }

    private void toDecide(Material work) {
        clearances.state(Subject.of(work.id()), work.team(), work.by(), work.pages());
        clearances.add(
                Subject.of(work.id()),
                List.of(new Finding(
                        0,
                        Trait.LIKELY_NAME,
                        Origin.READING,
                        Sureness.POSSIBLE,
                        Optional.of(FIRST_LINE),
                        Finding.OPEN)),
                true);
    }

    private void waiting(Material work) {
        Subject subject = Subject.of(work.id());
        clearances.state(subject, work.team(), work.by(), work.pages());
        clearances.add(subject, List.of(), true);
        clearances.act(
                work.by(),
                subject,
                new ClearanceCommand.Permit(new Permission(Permission.Giver.NOT_NEEDED, Optional.empty())));
        burnIn(work);
    }

    private void cleared(TeamId team, PersonId owner, PersonId second) {
        MaterialDraft draft =
                new MaterialDraft(team, owner, CLEARED, MaterialKind.WORK, PrivacyStatement.NO_NAME_OR_CONSENT);
        try (InputStream bytes = file()) {
            if (materials.take(draft, FILE, bytes, ProgressListener.NONE) instanceof Intake.Accepted(var work)) {
                Subject subject = Subject.of(work.id());
                clearances.add(subject, List.of(), true);
                clearances.act(
                        owner,
                        subject,
                        new ClearanceCommand.Permit(new Permission(
                                Permission.Giver.PARENTS,
                                Optional.of(clearances.today().plusDays(DAYS)))));
                burnIn(work);
                for (int page = 1; page <= work.pages(); page++) {
                    clearances.act(second, subject, new ClearanceCommand.Look(page));
                }
                redaction.confirm(second, subject);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void burnIn(Material work) {
        try {
            redaction.burnIn(work.by(), Subject.of(work.id()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static InputStream file() throws IOException {
        InputStream bytes = DemoClearing.class.getResourceAsStream("/seeds/demo/" + FILE);
        if (bytes == null) {
            throw new FileNotFoundException(FILE);
        }
        return bytes;
    }
}
