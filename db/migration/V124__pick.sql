-- What an earner picked, perhaps together with a coach: one record that both may change, so it has one version.
CREATE TABLE pick_sheet
(
    earner_id  UUID          NOT NULL PRIMARY KEY,
    coach_id   UUID          NULL,
    notes      VARCHAR(4000) NOT NULL,
    version    INT           NOT NULL,
    changed_by UUID          NOT NULL,
    changed_at DATETIME(6)   NOT NULL,
    CONSTRAINT pick_sheet_earner FOREIGN KEY (earner_id) REFERENCES person (id),
    CONSTRAINT pick_sheet_coach FOREIGN KEY (coach_id) REFERENCES person (id)
);

CREATE TABLE pick
(
    earner_id     UUID        NOT NULL,
    credential_id VARCHAR(80) NOT NULL,
    -- the order in which they were picked
    place         INT         NOT NULL,
    PRIMARY KEY (earner_id, credential_id),
    CONSTRAINT pick_of_sheet FOREIGN KEY (earner_id) REFERENCES pick_sheet (earner_id)
);

-- Which evidence the earner means to collect for a requirement, in words.
CREATE TABLE pick_evidence
(
    earner_id     UUID          NOT NULL,
    credential_id VARCHAR(80)   NOT NULL,
    criterion     VARCHAR(80)   NOT NULL,
    planned       VARCHAR(1000) NOT NULL,
    PRIMARY KEY (earner_id, credential_id, criterion),
    CONSTRAINT pick_evidence_of_sheet FOREIGN KEY (earner_id) REFERENCES pick_sheet (earner_id)
);
