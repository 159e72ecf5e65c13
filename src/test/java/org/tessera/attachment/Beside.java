package org.tessera.attachment;

import static org.tessera.db.Tables.EXHIBIT;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;
import org.tessera.exhibit.ExhibitId;
import org.tessera.exhibit.ExhibitKind;
import org.tessera.exhibit.ExhibitOrigin;
import org.tessera.writing.WritingPlace;

/** Puts things beside somebody's texts, as if they had come from their browser. There is no file behind them. */
public record Beside(DSLContext db, Attachments attachments, TeamId team, PersonId person, WritingPlace place) {

    /** An own voice of 65 seconds. */
    public ExhibitId voice(String description, String transcript) {
        return put(ExhibitKind.AUDIO, ExhibitOrigin.SPOKEN, Way.VOICE, description, transcript);
    }

    public ExhibitId drawing(String description) {
        return put(ExhibitKind.PICTURE, ExhibitOrigin.DRAWN, Way.DRAWING, description, "");
    }

    /** A photo that nobody has cleared. */
    public ExhibitId photo(String description) {
        return put(ExhibitKind.PICTURE, ExhibitOrigin.BROUGHT, Way.PHOTO, description, "");
    }

    private ExhibitId put(ExhibitKind kind, ExhibitOrigin origin, Way way, String description, String transcript) {
        ExhibitId id = new ExhibitId(UUID.randomUUID());
        db.insertInto(EXHIBIT)
                .set(EXHIBIT.ID, id)
                .set(EXHIBIT.OWNER_ID, person)
                .set(EXHIBIT.TEAM_ID, team)
                .set(EXHIBIT.TITLE, "Beside my text")
                .set(EXHIBIT.KIND, kind.name())
                .set(EXHIBIT.ORIGIN, origin.name())
                .set(EXHIBIT.SHA256, "0".repeat(64))
                .set(EXHIBIT.BYTES, 1L)
                .set(EXHIBIT.MEDIA_TYPE, kind == ExhibitKind.AUDIO ? "audio/webm" : "application/json")
                .set(EXHIBIT.MADE_AT, Instant.parse("2026-10-14T15:00:00Z"))
                .execute();
        Optional<Duration> length = way == Way.VOICE ? Optional.of(Duration.ofSeconds(65)) : Optional.empty();
        AttachmentAnswer answer = attachments.attach(
                person, place, new AttachmentDraft(id, way, description, transcript, length, Optional.empty()));
        if (!(answer instanceof AttachmentAnswer.Done)) {
            throw new AssertionError(answer.toString());
        }
        return id;
    }
}
