-- How far student work is on its way to being evidence. Nothing here says what was found: only where, and of which sort.
CREATE TABLE clearance
(
    -- MATERIAL or RECORDING
    kind             VARCHAR(10) NOT NULL,
    subject_id       UUID        NOT NULL,
    team_id          UUID        NOT NULL,
    owner_id         UUID        NOT NULL,
    pages            INT         NOT NULL,
    state            VARCHAR(12) NOT NULL,
    is_searched      TINYINT(1)  NOT NULL,
    is_held          TINYINT(1)  NOT NULL,
    -- whose permission there is, and its last day
    permission       VARCHAR(12) NULL,
    permission_until DATE        NULL,
    -- the second person, and the pages that person has opened, as 1,2,5
    seen_by          UUID        NULL,
    seen             VARCHAR(400) NOT NULL DEFAULT '',
    -- counts the changes: optimistic locking
    version          INT         NOT NULL,
    changed_at       DATETIME(6) NOT NULL,
    PRIMARY KEY (kind, subject_id),
    KEY clearance_team_state (team_id, state),
    CONSTRAINT clearance_team FOREIGN KEY (team_id) REFERENCES team (id),
    CONSTRAINT clearance_owner FOREIGN KEY (owner_id) REFERENCES person (id)
);

CREATE TABLE privacy_finding
(
    kind       VARCHAR(10) NOT NULL,
    subject_id UUID        NOT NULL,
    number     INT         NOT NULL,
    trait      VARCHAR(20) NOT NULL,
    origin     VARCHAR(12) NOT NULL,
    sureness   VARCHAR(10) NOT NULL,
    -- no page: it was in the file and is in no picture
    page       INT         NULL,
    x          DOUBLE      NULL,
    y          DOUBLE      NULL,
    w          DOUBLE      NULL,
    h          DOUBLE      NULL,
    -- OPEN, COVERED, DISMISSED, GONE
    standing   VARCHAR(10) NOT NULL,
    dismissal  VARCHAR(20) NULL,
    PRIMARY KEY (kind, subject_id, number),
    CONSTRAINT privacy_finding_clearance FOREIGN KEY (kind, subject_id)
        REFERENCES clearance (kind, subject_id) ON DELETE CASCADE
);

-- What was done, by whom and when. It outlives what it is about.
CREATE TABLE clearance_trail
(
    kind       VARCHAR(10) NOT NULL,
    subject_id UUID        NOT NULL,
    seq        INT         NOT NULL,
    deed       VARCHAR(20) NOT NULL,
    person_id  UUID        NULL,
    at         DATETIME(6) NOT NULL,
    PRIMARY KEY (kind, subject_id, seq)
);
