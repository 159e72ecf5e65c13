package org.tessera.needs;

import static org.tessera.db.Tables.SURVEY;
import static org.tessera.db.Tables.SURVEY_ANSWER;
import static org.tessera.db.Tables.SURVEY_FORM;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;
import org.tessera.db.tables.records.SurveyRecord;
import tools.jackson.databind.json.JsonMapper;

/** Surveys, that forms were handed in, and answers, in tables that cannot be joined to a person. */
@Repository
class SurveyStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DSLContext db;

    SurveyStore(DSLContext db) {
        this.db = db;
    }

    /** What a survey asks, as it is stored. */
    record Content(String title, String lead, String language, List<Question> questions) {}

    void add(Survey survey) {
        Content content =
                new Content(survey.title(), survey.lead(), survey.language().getLanguage(), survey.questions());
        db.insertInto(SURVEY)
                .set(SURVEY.ID, survey.id().value())
                .set(SURVEY.TEAM_ID, survey.team().value())
                .set(SURVEY.LINK, survey.link())
                .set(SURVEY.CONTENT, JSON.writeValueAsString(content))
                .set(SURVEY.OPENED_BY, survey.openedBy().value())
                .set(SURVEY.OPENED_AT, survey.openedAt())
                .set(SURVEY.CLOSES_AT, survey.closesAt().orElse(null))
                .set(SURVEY.CLOSED_AT, survey.closedAt().orElse(null))
                .execute();
    }

    List<Survey> of(TeamId team) {
        return db.selectFrom(SURVEY)
                .where(SURVEY.TEAM_ID.eq(team.value()))
                .orderBy(SURVEY.OPENED_AT.desc(), SURVEY.ID)
                .fetch(SurveyStore::survey);
    }

    Optional<Survey> find(SurveyId id) {
        return db.selectFrom(SURVEY).where(SURVEY.ID.eq(id.value())).fetchOptional(SurveyStore::survey);
    }

    /** The same, waiting for whoever is answering it or changing it just now. */
    Optional<Survey> findToChange(SurveyId id) {
        return db.selectFrom(SURVEY).where(SURVEY.ID.eq(id.value())).forUpdate().fetchOptional(SurveyStore::survey);
    }

    Optional<Survey> at(String link) {
        return db.selectFrom(SURVEY)
                .where(SURVEY.LINK.eq(link))
                .fetchOptional(SurveyStore::survey)
                // the database does not tell capitals apart
                .filter(survey -> survey.link().equals(link));
    }

    void setTimes(SurveyId id, Optional<Instant> closesAt, Optional<Instant> closedAt) {
        db.update(SURVEY)
                .set(SURVEY.CLOSES_AT, closesAt.orElse(null))
                .set(SURVEY.CLOSED_AT, closedAt.orElse(null))
                .where(SURVEY.ID.eq(id.value()))
                .execute();
    }

    void remove(SurveyId id) {
        db.deleteFrom(SURVEY).where(SURVEY.ID.eq(id.value())).execute();
    }

    int forms(SurveyId id) {
        return db.fetchCount(SURVEY_FORM, SURVEY_FORM.SURVEY_ID.eq(id.value()));
    }

    boolean isKept(SurveyId id, byte[] ticketHash) {
        return db.fetchExists(
                SURVEY_FORM, SURVEY_FORM.SURVEY_ID.eq(id.value()).and(SURVEY_FORM.TICKET_HASH.eq(ticketHash)));
    }

    /** Keeps answers, each by itself. */
    void keep(SurveyId id, byte[] ticketHash, Map<String, String> answers) {
        db.insertInto(SURVEY_FORM)
                .set(SURVEY_FORM.SURVEY_ID, id.value())
                .set(SURVEY_FORM.TICKET_HASH, ticketHash)
                .execute();
        answers.forEach((question, answer) -> db.insertInto(SURVEY_ANSWER)
                .set(SURVEY_ANSWER.ID, UUID.randomUUID())
                .set(SURVEY_ANSWER.SURVEY_ID, id.value())
                .set(SURVEY_ANSWER.QUESTION, question)
                .set(SURVEY_ANSWER.ANSWER, answer)
                .execute());
    }

    List<Results.Kept> answers(SurveyId id) {
        return db.selectFrom(SURVEY_ANSWER)
                .where(SURVEY_ANSWER.SURVEY_ID.eq(id.value()))
                .orderBy(SURVEY_ANSWER.ID)
                .fetch(row -> new Results.Kept(row.getId(), row.getQuestion(), row.getAnswer()));
    }

    void blank(SurveyId id, UUID answer) {
        db.update(SURVEY_ANSWER)
                .set(SURVEY_ANSWER.ANSWER, "")
                .where(SURVEY_ANSWER.SURVEY_ID.eq(id.value()), SURVEY_ANSWER.ID.eq(answer))
                .execute();
    }

    private static Survey survey(SurveyRecord row) {
        Content content = JSON.readValue(row.getContent(), Content.class);
        return new Survey(
                new SurveyId(row.getId()),
                new TeamId(row.getTeamId()),
                row.getLink(),
                content.title(),
                content.lead(),
                Locale.of(content.language()),
                content.questions(),
                new PersonId(row.getOpenedBy()),
                row.getOpenedAt(),
                Optional.ofNullable(row.getClosesAt()),
                Optional.ofNullable(row.getClosedAt()));
    }
}
