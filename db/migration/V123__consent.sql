-- One person asks another whether their words in an artifact may stand in the asker's evidence. Without a yes that still
-- holds they do not.
CREATE TABLE word_consent
(
    id          UUID        NOT NULL PRIMARY KEY,
    artifact_id UUID        NOT NULL,
    asker_id    UUID        NOT NULL,
    author_id   UUID        NOT NULL,
    -- ASKED, GIVEN, DECLINED, WITHDRAWN
    state       VARCHAR(10) NOT NULL,
    asked_at    DATETIME(6) NOT NULL,
    answered_at DATETIME(6) NULL,
    CONSTRAINT word_consent_once UNIQUE (artifact_id, asker_id, author_id),
    CONSTRAINT word_consent_artifact FOREIGN KEY (artifact_id) REFERENCES artifact (id),
    CONSTRAINT word_consent_asker FOREIGN KEY (asker_id) REFERENCES person (id),
    CONSTRAINT word_consent_author FOREIGN KEY (author_id) REFERENCES person (id)
);

-- Whom a person lets see their own part in a meeting. Without a row nobody but the person sees it.
CREATE TABLE contribution_shared
(
    room_id   UUID        NOT NULL,
    person_id UUID        NOT NULL,
    viewer_id UUID        NOT NULL,
    shared_at DATETIME(6) NOT NULL,
    PRIMARY KEY (room_id, person_id, viewer_id),
    CONSTRAINT contribution_shared_person FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT contribution_shared_viewer FOREIGN KEY (viewer_id) REFERENCES person (id)
);
