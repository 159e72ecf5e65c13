package org.tessera.privacy;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import org.springframework.context.ApplicationContext;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;
import org.tessera.material.Intake;
import org.tessera.material.MaterialDraft;
import org.tessera.material.MaterialId;
import org.tessera.material.MaterialKind;
import org.tessera.material.Materials;
import org.tessera.material.PrivacyStatement;
import org.tessera.material.ProgressListener;

/** Student work that went the whole way: searched, its names covered for good, and cleared by a second person. */
public final class CoveredWork {

    /** What stands beside the name, and stays. */
    public static final String QUESTION = "How much water do we use?";

    private CoveredWork() {}

    /** A page on which {@code name} stood. */
    public static MaterialId of(
            ApplicationContext application, TeamId team, PersonId owner, PersonId second, String name)
            throws InterruptedException {
        application.getBean(NameLists.class).add(owner, team, name);
        byte[] page = new Sheet()
                .in(Face.PRINT, 15)
                .says("Name: ")
                .names(name)
                .line()
                .says(QUESTION)
                .png();
        MaterialDraft draft =
                new MaterialDraft(team, owner, "Water task", MaterialKind.WORK, PrivacyStatement.NO_NAME_OR_CONSENT);
        MaterialId work = ((Intake.Accepted) application
                        .getBean(Materials.class)
                        .take(
                                draft,
                                name.replace(' ', '_') + "_water.png",
                                new ByteArrayInputStream(page),
                                ProgressListener.NONE))
                .material()
                .id();
        Subject subject = Subject.of(work);
        Clearances clearances = application.getBean(Clearances.class);
        Redaction redaction = application.getBean(Redaction.class);
        application.getBean(Searching.class).search(subject);
        clearances
                .find(subject, owner)
                .orElseThrow()
                .open()
                .forEach(found -> clearances.act(owner, subject, new ClearanceCommand.Cover(found.number())));
        clearances.act(
                owner,
                subject,
                new ClearanceCommand.Permit(new Permission(Permission.Giver.PARENTS, Optional.empty())));
        redaction.burnIn(owner, subject);
        clearances.act(second, subject, new ClearanceCommand.Look(1));
        redaction.confirm(second, subject);
        if (!clearances.isCleared(subject)) {
            throw new IllegalStateException("the work was not cleared");
        }
        return work;
    }
}
