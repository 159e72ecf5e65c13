-- Suggested evidence a person does not want to be reminded of. A suggestion itself is computed and stored nowhere.
CREATE TABLE suggestion_dismissed
(
    person_id     UUID        NOT NULL,
    artifact_id   UUID        NOT NULL,
    credential_id VARCHAR(80) NOT NULL,
    criterion     VARCHAR(80) NOT NULL,
    dismissed_at  DATETIME(6) NOT NULL,
    PRIMARY KEY (person_id, artifact_id, credential_id, criterion),
    CONSTRAINT suggestion_dismissed_person FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT suggestion_dismissed_artifact FOREIGN KEY (artifact_id) REFERENCES artifact (id)
);
