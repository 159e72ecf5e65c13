-- What somebody saw that should not be there, in their own words, for the owner alone. No person: a guest.
CREATE TABLE clearance_report
(
    kind       VARCHAR(10)  NOT NULL,
    subject_id UUID         NOT NULL,
    seq        INT          NOT NULL,
    person_id  UUID         NULL,
    alarm      VARCHAR(20)  NOT NULL,
    words      VARCHAR(500) NOT NULL,
    at         DATETIME(6)  NOT NULL,
    PRIMARY KEY (kind, subject_id, seq),
    CONSTRAINT clearance_report_clearance FOREIGN KEY (kind, subject_id)
        REFERENCES clearance (kind, subject_id) ON DELETE CASCADE,
    CONSTRAINT clearance_report_person FOREIGN KEY (person_id) REFERENCES person (id)
);
