package org.tessera.submission;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tessera.account.DemoDistrict;
import org.tessera.account.DemoPart;
import org.tessera.account.PersonId;
import org.tessera.artifact.Artifact;
import org.tessera.artifact.ArtifactId;
import org.tessera.artifact.Artifacts;
import org.tessera.credential.Credential;
import org.tessera.credential.CredentialId;
import org.tessera.credential.Credentials;

/** The demo earner's picks with her coach, a first link, and a question to a colleague. */
@Component
@Order(200)
@ConditionalOnBooleanProperty("tessera.demo")
class DemoEvidence implements DemoPart {

    private static final CredentialId BUILDING = new CredentialId("building-a-pa-learning-community");
    private static final CredentialId PLAN = new CredentialId("developing-a-plan-to-implement-pas");

    private final EvidenceLinks links;
    private final Picks picks;
    private final Consents consents;
    private final Artifacts artifacts;
    private final Credentials credentials;

    DemoEvidence(EvidenceLinks links, Picks picks, Consents consents, Artifacts artifacts, Credentials credentials) {
        this.links = links;
        this.picks = picks;
        this.consents = consents;
        this.artifacts = artifacts;
        this.credentials = credentials;
    }

    @Override
    public void addTo(DemoDistrict demo) {
        PersonId ana = demo.person("ana").id();
        boolean begun =
                picks.sheet(ana, ana).filter(sheet -> sheet.version() > 0).isPresent();
        if (begun) {
            return;
        }
        picks.save(
                new PickSheet(
                        ana,
                        Optional.of(demo.person("gil").id()),
                        "Gil: begin with the meetings; they serve both.",
                        List.of(BUILDING, PLAN),
                        Map.of(
                                new PickSheet.Row(BUILDING, "discussions"),
                                "Student work in October, a validation in November, a calibration in January.",
                                new PickSheet.Row(PLAN, "goals"),
                                "The goals from our vision meeting."),
                        0),
                ana);
        observations(ana).ifPresent(observations -> {
            credentials
                    .current(BUILDING)
                    .map(Credential::ref)
                    .ifPresent(building -> links.link(
                            ana,
                            new LinkDraft(
                                    observations,
                                    building,
                                    "discussions",
                                    "I held the group to describing for ten minutes; each note names its page.")));
            consents.ask(ana, observations, demo.person("cho").id());
        });
    }

    private Optional<ArtifactId> observations(PersonId person) {
        return artifacts.readableBy(person).stream()
                .filter(artifact -> artifact.yield().equals("observations"))
                .map(Artifact::id)
                .findFirst();
    }
}
