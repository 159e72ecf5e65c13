package org.tessera.artifact;

import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.tessera.account.CurrentUser;
import org.tessera.account.PersonId;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/**
 * An artifact as JSON: the canonical content, byte for byte, so that anybody can recompute its checksum, and where it
 * comes from. People appear by role only, because the file leaves the house and submissions must not name anybody.
 */
@RestController
class ArtifactExport {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Artifacts artifacts;
    private final CurrentUser user;

    ArtifactExport(Artifacts artifacts, CurrentUser user) {
        this.artifacts = artifacts;
        this.user = user;
    }

    /** 404 for an artifact that does not exist or that this person may not open; which of the two is not told. */
    @GetMapping("/api/artifacts/{id}")
    ResponseEntity<String> artifact(@PathVariable String id, @RequestParam Optional<String> download) {
        PersonId reader = user.require().id();
        Optional<String> file = artifactId(id)
                .flatMap(found -> artifacts.find(found, reader))
                .flatMap(
                        artifact -> artifacts.contentOf(artifact.id(), reader).map(content -> json(artifact, content)));
        if (file.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        ContentDisposition disposition = (download.isPresent()
                        ? ContentDisposition.attachment()
                        : ContentDisposition.inline())
                .filename("artifact-" + id + ".json")
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(file.get());
    }

    private static String json(Artifact artifact, String content) {
        ObjectNode file = JSON.createObjectNode();
        file.putRawValue("content", new RawValue(content));
        ObjectNode provenance = file.putObject("provenance");
        provenance.put("artifact", artifact.id().toString());
        provenance.put("version", artifact.version());
        ObjectNode name = provenance.putObject("name");
        artifact.name().byLanguage().forEach(name::put);
        provenance.put("meeting", artifact.roomTitle());
        provenance.put("room", artifact.room().toString());
        provenance.put("protocol", artifact.pack().toString());
        provenance.put("phase", artifact.phase());
        provenance.put("aspect", artifact.aspect());
        provenance.put("plannedMinutes", artifact.plannedMinutes());
        provenance.put("actualSeconds", artifact.actual().toSeconds());
        provenance.putObject("log").put("from", artifact.fromSeq()).put("to", artifact.toSeq());
        ArrayNode people = provenance.putArray("people");
        artifact.people().forEach(person -> people.addObject()
                .put("role", person.role().word())
                .put("guest", person.guest())
                .put("facilitatedSeconds", person.facilitated().toSeconds()));
        provenance.put("sha256", artifact.sha256());
        provenance.put("at", artifact.at().toString());
        return JSON.writeValueAsString(file);
    }

    private static Optional<ArtifactId> artifactId(String text) {
        try {
            return Optional.of(new ArtifactId(UUID.fromString(text)));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
