package org.tessera.submission;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tessera.account.DemoDistrict;
import org.tessera.account.DemoPart;
import org.tessera.account.PersonId;
import org.tessera.artifact.Artifact;
import org.tessera.artifact.Artifacts;
import org.tessera.credential.CredentialId;
import org.tessera.writing.Source;
import org.tessera.writing.SourceDraft;
import org.tessera.writing.Sources;
import org.tessera.writing.WritingPlace;
import org.tessera.writing.Writings;
import org.tessera.yaml.YamlFile;
import tools.jackson.databind.JsonNode;

/** Ana's submission in progress, of {@code seeds/demo/submission.yaml}: a reflection, a source, evidence, a coach's word. */
@Component
@Order(300)
@ConditionalOnBooleanProperty("tessera.demo")
class DemoSubmission implements DemoPart {

    private final Submissions submissions;
    private final Writings writings;
    private final Sources sources;
    private final EvidenceLinks links;
    private final Artifacts artifacts;
    private final Help help;

    DemoSubmission(
            Submissions submissions,
            Writings writings,
            Sources sources,
            EvidenceLinks links,
            Artifacts artifacts,
            Help help) {
        this.submissions = submissions;
        this.writings = writings;
        this.sources = sources;
        this.links = links;
        this.artifacts = artifacts;
        this.help = help;
    }

    @Override
    public void addTo(DemoDistrict demo) {
        JsonNode file = YamlFile.read("submission.yaml", text()).content();
        PersonId earner = demo.person(file.path("earner").asString()).id();
        CredentialId credential = new CredentialId(file.path("credential").asString());
        if (submissions.find(earner, credential).isPresent()) {
            return;
        }
        submissions.begin(earner, credential, Platform.BLOOMBOARD);
        submissions.find(earner, credential).ifPresent(submission -> fill(demo, file, submission));
    }

    private void fill(DemoDistrict demo, JsonNode file, Submission submission) {
        PersonId earner = submission.earner();
        JsonNode source = file.path("source");
        sources.add(
                earner,
                new SourceDraft(
                        Source.Kind.BOOK,
                        source.path("authors").asString(),
                        source.path("year").asString(),
                        source.path("title").asString(),
                        source.path("publisher").asString(),
                        ""));
        file.path("texts")
                .forEachEntry((part, versions) -> versions.forEach(version ->
                        writings.replace(earner, new WritingPlace(submission.credential(), part), version.asString())));
        file.path("evidence")
                .forEach(piece -> artifact(earner, piece.path("yield").asString())
                        .ifPresent(artifact -> links.link(
                                earner,
                                new LinkDraft(
                                        artifact.id(),
                                        submission.credential(),
                                        piece.path("row").asString(),
                                        piece.path("says").asString()))));
        JsonNode coach = file.path("coach");
        PersonId helper = demo.person(coach.path("who").asString()).id();
        help.invite(earner, submission.id(), helper, Invitation.Kind.COACH);
        help.desksOf(helper)
                .forEach(desk -> help.comment(
                        helper,
                        desk.invitation().id(),
                        new Spot.OfPart(coach.path("part").asString()),
                        coach.path("about").asString(),
                        coach.path("says").asString()));
    }

    private Optional<Artifact> artifact(PersonId earner, String yield) {
        return artifacts.readableBy(earner).stream()
                .filter(artifact -> artifact.yield().equals(yield))
                .findFirst();
    }

    private static String text() {
        try (InputStream in = DemoSubmission.class.getResourceAsStream("/seeds/demo/submission.yaml")) {
            if (in == null) {
                throw new IllegalStateException("The demo has no submission.yaml");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The demo’s submission cannot be read", e);
        }
    }
}
