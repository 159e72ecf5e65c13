package org.tessera.submission;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.json.JsonMapper;

/** Events of submissions as they are stored. Names are fixed for good; fields are only added. */
final class SubmissionJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addMixIn(SubmissionEvent.class, Typed.class)
            .addMixIn(FrozenEvidence.class, Flat.class)
            .build();

    private SubmissionJson() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = SubmissionEvent.Begun.class, name = "begun"),
        @JsonSubTypes.Type(value = SubmissionEvent.HandedIn.class, name = "handed-in"),
        @JsonSubTypes.Type(value = SubmissionEvent.SentBack.class, name = "sent-back"),
        @JsonSubTypes.Type(value = SubmissionEvent.Accepted.class, name = "accepted"),
        @JsonSubTypes.Type(value = SubmissionEvent.Scored.class, name = "scored"),
        @JsonSubTypes.Type(value = SubmissionEvent.Appealed.class, name = "appealed"),
        @JsonSubTypes.Type(value = SubmissionEvent.AppealHeard.class, name = "appeal-heard"),
        @JsonSubTypes.Type(value = SubmissionEvent.Reopened.class, name = "reopened"),
        @JsonSubTypes.Type(value = SubmissionEvent.Talked.class, name = "talked")
    })
    private interface Typed {}

    @JsonSerialize(converter = StoredEvidence.Out.class)
    @JsonDeserialize(converter = StoredEvidence.In.class)
    private interface Flat {}

    /** The stored name of an event's type. */
    static String typeOf(SubmissionEvent event) {
        return switch (event) {
            case SubmissionEvent.Begun _ -> "begun";
            case SubmissionEvent.HandedIn _ -> "handed-in";
            case SubmissionEvent.SentBack _ -> "sent-back";
            case SubmissionEvent.Accepted _ -> "accepted";
            case SubmissionEvent.Scored _ -> "scored";
            case SubmissionEvent.Appealed _ -> "appealed";
            case SubmissionEvent.AppealHeard _ -> "appeal-heard";
            case SubmissionEvent.Reopened _ -> "reopened";
            case SubmissionEvent.Talked _ -> "talked";
        };
    }

    static String write(SubmissionEvent event) {
        return JSON.writerFor(SubmissionEvent.class).writeValueAsString(event);
    }

    static SubmissionEvent read(String json) {
        return JSON.readValue(json, SubmissionEvent.class);
    }
}
