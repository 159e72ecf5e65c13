-- Recordings are listened to by the one person whom their owner asks; pages by that person, or by anybody of the team.
ALTER TABLE clearance
    ADD COLUMN asked_id UUID NULL AFTER permission_until,
    ADD KEY clearance_asked (asked_id, state),
    ADD CONSTRAINT clearance_asked_person FOREIGN KEY (asked_id) REFERENCES person (id);

-- Of a recording: at which second, what tells who somebody is (NAME, VOICE, FACE, ON_SCREEN, OTHER), and words that help to find it.
ALTER TABLE privacy_finding
    ADD COLUMN at_second INT          NULL AFTER h,
    ADD COLUMN heard     VARCHAR(10)  NULL AFTER at_second,
    ADD COLUMN words     VARCHAR(200) NULL AFTER heard;

-- What a second person has marked and not sent yet: a place on a page, or a moment.
CREATE TABLE clearance_mark
(
    kind       VARCHAR(10)  NOT NULL,
    subject_id UUID         NOT NULL,
    person_id  UUID         NOT NULL,
    number     INT          NOT NULL,
    page       INT          NULL,
    x          DOUBLE       NULL,
    y          DOUBLE       NULL,
    w          DOUBLE       NULL,
    h          DOUBLE       NULL,
    at_second  INT          NULL,
    heard      VARCHAR(10)  NULL,
    words      VARCHAR(200) NULL,
    PRIMARY KEY (kind, subject_id, person_id, number),
    CONSTRAINT clearance_mark_clearance FOREIGN KEY (kind, subject_id)
        REFERENCES clearance (kind, subject_id) ON DELETE CASCADE,
    CONSTRAINT clearance_mark_person FOREIGN KEY (person_id) REFERENCES person (id)
);
