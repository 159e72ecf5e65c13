package org.tessera.assessment;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Briefs and events as they are stored. Names are fixed for good; fields are only added. */
final class CaseJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            // records name their fields themselves
            .changeDefaultVisibility(seen -> seen.withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
            .addMixIn(CaseEvent.class, Typed.class)
            .build();

    private CaseJson() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = CaseEvent.FoundComplete.class, name = "complete"),
        @JsonSubTypes.Type(value = CaseEvent.FoundIncomplete.class, name = "incomplete"),
        @JsonSubTypes.Type(value = CaseEvent.Scored.class, name = "scored"),
        @JsonSubTypes.Type(value = CaseEvent.Adjudicated.class, name = "adjudicated"),
        @JsonSubTypes.Type(value = CaseEvent.Approved.class, name = "approved"),
        @JsonSubTypes.Type(value = CaseEvent.PassedBack.class, name = "passed-back"),
        @JsonSubTypes.Type(value = CaseEvent.Appealed.class, name = "appealed"),
        @JsonSubTypes.Type(value = CaseEvent.AppealHeard.class, name = "appeal-heard")
    })
    private interface Typed {}

    static String write(CaseEvent event) {
        return JSON.writerFor(CaseEvent.class).writeValueAsString(event);
    }

    static CaseEvent event(String json) {
        return JSON.readValue(json, CaseEvent.class);
    }

    static String write(Brief brief) {
        return JSON.writeValueAsString(brief);
    }

    static Brief brief(String json) {
        return JSON.readValue(json, Brief.class);
    }
}
