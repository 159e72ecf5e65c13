package org.tessera.portfolio;

import java.util.Map;
import java.util.Optional;
import org.tessera.account.PersonId;
import org.tessera.artifact.Artifact;
import org.tessera.proof.Content;
import org.tessera.room.MemberId;
import org.tessera.room.RoomId;
import org.tessera.submission.FrozenEvidence;
import org.tessera.submission.WrittenAnswer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was handed in, for programs: the texts letter by letter, each piece of evidence with its artifact's checksum, and
 * whose pseudonym in a room's log belongs to which letter. Nobody's name is in it.
 */
final class ProofFile {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ProofFile() {}

    static Content of(
            HandedOver handed,
            Profile profile,
            SubmissionPapers papers,
            Map<RoomId, Map<MemberId, PersonId>> rooms,
            Pseudonyms people,
            PackageWording wording) {
        ObjectNode file = JSON.createObjectNode();
        file.put("format", "tessera-submission/1");
        file.put("credential", handed.credential().ref().toString());
        file.put("profile", profile.ref());
        file.put("attempt", handed.event().attempt());
        file.put("handedIn", handed.event().at().toString());
        ArrayNode attested = file.putArray("attested");
        handed.event().attested().stream().sorted().forEach(each -> attested.add(each.name()));
        ArrayNode texts = file.putArray("texts");
        for (WrittenAnswer answer : handed.what().answers()) {
            texts.addObject().put("part", answer.part()).put("text", own(answer.text(), profile, wording));
        }
        file.put("together", own(handed.what().collaboration(), profile, wording));
        file.put("changes", own(handed.event().changes(), profile, wording));
        file.put("context", own(handed.event().context(), profile, wording));
        ArrayNode references = file.putArray("references");
        handed.what().references().forEach(each -> references.add(own(each, profile, wording)));
        ArrayNode evidence = file.putArray("evidence");
        handed.evidence().forEach(piece -> piece.uses()
                .forEach(use -> put(evidence.addObject(), piece, use, profile, papers, wording)));
        ObjectNode who = file.putObject("people");
        rooms.forEach((room, members) -> {
            ObjectNode here = who.putObject(room.toString());
            members.forEach((member, person) -> here.put(member.toString(), people.of(person)));
        });
        return Content.of(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(file));
    }

    private static void put(
            ObjectNode json,
            EvidencePiece piece,
            FrozenEvidence use,
            Profile profile,
            SubmissionPapers papers,
            PackageWording wording) {
        json.put("number", piece.number());
        json.put("document", papers.fileOf(piece));
        json.put("criterion", use.criterion());
        use.item().ifPresent(item -> json.put("item", item));
        use.piece().artifact().ifPresent(artifact -> json.put("artifact", artifact.toString()));
        use.piece().exhibit().ifPresent(exhibit -> json.put("exhibit", exhibit.toString()));
        json.put("sha256", use.sha256());
        use.room().ifPresent(room -> json.put("room", room.toString()));
        json.put("part", use.part());
        use.role().ifPresent(role -> json.put("role", role.word()));
        json.put("annotation", own(use.annotation(), profile, wording));
        json.put("shared", use.isShared());
        piece.artifact().ifPresent(artifact -> origin(json.putObject("origin"), artifact));
    }

    private static void origin(ObjectNode json, Artifact artifact) {
        Optional.of(artifact.pack())
                .filter(pack -> !org.tessera.protocol.OwnProtocol.isOwn(pack.id()))
                .ifPresent(pack -> json.put("protocol", pack.toString()));
        json.put("aspect", artifact.aspect());
        json.put("at", artifact.at().toString());
        json.put("plannedMinutes", artifact.plannedMinutes());
        json.put("actualSeconds", artifact.actual().toSeconds());
        json.putObject("log").put("from", artifact.fromSeq()).put("to", artifact.toSeq());
    }

    private static String own(String text, Profile profile, PackageWording wording) {
        return profile.takesLinks() ? text : WebAddresses.noted(text, wording);
    }
}
