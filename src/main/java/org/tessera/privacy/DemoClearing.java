package org.tessera.privacy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tessera.account.DemoDistrict;
import org.tessera.account.DemoPart;
import org.tessera.account.PersonId;
import org.tessera.material.Intake;
import org.tessera.material.Material;
import org.tessera.material.MaterialDraft;
import org.tessera.material.MaterialKind;
import org.tessera.material.Materials;
import org.tessera.material.PrivacyStatement;
import org.tessera.material.ProgressListener;

/**
 * Student work of the demo team on its way to being evidence: one piece with places to decide about, one that waits for a second
 * person, one cleared, one stopped. People decide when the pages have been read, so each goes on then, and nobody waits for it.
 */
@Component
@Order(150)
@ConditionalOnBooleanProperty("tessera.demo")
class DemoClearing implements DemoPart {

    private static final String FILE = "water-student-work.pdf";
    static final String CLEARED = "Water task, a week later";
    static final String STOPPED = "Water task, first try";
    private static final int DAYS = 120;
    /** Where the first line of the demo's student work stands. */
    private static final Place FIRST_LINE = new Place(1, 0.1, 0.06, 0.3, 0.03);

    private final Clearances clearances;
    private final Searching searching;
    private final Redaction redaction;
    private final Materials materials;

    DemoClearing(Clearances clearances, Searching searching, Redaction redaction, Materials materials) {
        this.clearances = clearances;
        this.searching = searching;
        this.redaction = redaction;
        this.materials = materials;
    }

    @Override
    public void addTo(DemoDistrict demo) {
        List<Material> brought = materials.of(demo.team().id());
        PersonId ana = demo.person("ana").id();
        PersonId ben = demo.person("ben").id();
        PersonId cho = demo.person("cho").id();
        material(brought, MaterialKind.WORK).ifPresent(work -> goOn(work, this::toDecide));
        material(brought, MaterialKind.CONTEXT).ifPresent(work -> goOn(work, this::waiting));
        titled(brought, CLEARED)
                .or(() -> taken(demo, ben, CLEARED))
                .ifPresent(work -> goOn(work, one -> cleared(one, ana)));
        titled(brought, STOPPED).or(() -> taken(demo, cho, STOPPED)).ifPresent(work -> stopped(work, ana));
    }

    private static Optional<Material> material(List<Material> brought, MaterialKind kind) {
        return brought.stream()
                .filter(one -> one.kind() == kind)
                .filter(one -> !one.title().equals(CLEARED) && !one.title().equals(STOPPED))
                .findFirst();
    }

    private static Optional<Material> titled(List<Material> brought, String title) {
        return brought.stream().filter(one -> one.title().equals(title)).findFirst();
    }

    /** Does the next thing once the pages have been read, unless that was done at an earlier start. */
    private void goOn(Material work, Consumer<Material> next) {
        Subject subject = Subject.of(work.id());
        clearances.state(subject, work.team(), work.by(), work.pages());
        searching.afterwards(subject, () -> clearances
                .find(subject, work.by())
                .filter(one -> one.state() == ClearanceState.STATED || one.state() == ClearanceState.FOUND)
                .ifPresent(_ -> next.accept(work)));
    }

    private void toDecide(Material work) {
        Clearance now = clearances.find(Subject.of(work.id()), work.by()).orElseThrow();
        if (now.open().isEmpty()) {
            Finding name = new Finding(
                    0, Trait.LIKELY_NAME, Origin.READING, Sureness.POSSIBLE, Optional.of(FIRST_LINE), Finding.OPEN);
            clearances.add(now.subject(), List.of(name), true);
        }
    }

    private void waiting(Material work) {
        permitted(work, new Permission(Permission.Giver.NOT_NEEDED, Optional.empty()));
    }

    private void cleared(Material work, PersonId second) {
        permitted(
                work,
                new Permission(
                        Permission.Giver.PARENTS, Optional.of(clearances.today().plusDays(DAYS))));
        Subject subject = Subject.of(work.id());
        for (int page = 1; page <= work.pages(); page++) {
            clearances.act(second, subject, new ClearanceCommand.Look(page));
        }
        redaction.confirm(second, subject);
    }

    /** Its owner covers what has to be, lets stand what need not, and finishes. */
    private void permitted(Material work, Permission permission) {
        Subject subject = Subject.of(work.id());
        clearances
                .find(subject, work.by())
                .map(Clearance::open)
                .orElse(List.of())
                .forEach(finding -> {
                    ClearanceCommand decided = finding.trait().mustBeCovered()
                            ? new ClearanceCommand.Cover(finding.number())
                            : new ClearanceCommand.Dismiss(finding.number(), Dismissal.A_THING);
                    clearances.act(work.by(), subject, decided);
                });
        clearances.act(work.by(), subject, new ClearanceCommand.Permit(permission));
        try {
            redaction.burnIn(work.by(), subject);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stopped(Material work, PersonId reader) {
        Subject subject = Subject.of(work.id());
        clearances.state(subject, work.team(), work.by(), work.pages());
        if (clearances.trail(subject, reader).stream().noneMatch(line -> line.deed() == Deed.REPORTED)) {
            clearances.report(reader, subject, Alarm.NAME_SEEN);
        }
    }

    private Optional<Material> taken(DemoDistrict demo, PersonId owner, String title) {
        MaterialDraft draft = new MaterialDraft(
                demo.team().id(), owner, title, MaterialKind.WORK, PrivacyStatement.NO_NAME_OR_CONSENT);
        try (InputStream bytes = file()) {
            return materials.take(draft, FILE, bytes, ProgressListener.NONE) instanceof Intake.Accepted(var work)
                    ? Optional.of(work)
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
