-- Where an exhibit comes from: a file somebody brought, or the own voice or hand, which is nobody's student work.
ALTER TABLE exhibit
    -- BROUGHT, SPOKEN, DRAWN
    ADD COLUMN origin VARCHAR(10) NOT NULL DEFAULT 'BROUGHT' AFTER kind;

ALTER TABLE exhibit_upload
    ADD COLUMN origin VARCHAR(10) NOT NULL DEFAULT 'BROUGHT' AFTER kind,
    -- a digest of the first and the last part of the file, as its sender counts it; tells another file of equal length
    ADD COLUMN ends VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL AFTER bytes;

-- What somebody spoke, drew or photographed beside a text: an exhibit at a writing place.
CREATE TABLE attachment
(
    exhibit_id         UUID          NOT NULL PRIMARY KEY,
    person_id          UUID          NOT NULL,
    credential_id      VARCHAR(80)   NOT NULL,
    credential_version VARCHAR(20)   NOT NULL,
    part               VARCHAR(80)   NOT NULL,
    -- VOICE, DRAWING, PHOTO
    way                VARCHAR(10)   NOT NULL,
    -- in which order they are shown
    place              INT           NOT NULL,
    -- false once another took its place; it can be used again
    is_used            BOOLEAN       NOT NULL,
    -- what it says or shows, for who cannot hear or see it
    description        VARCHAR(2000) NOT NULL,
    -- of a voice: what is said, word for word
    transcript         MEDIUMTEXT    NOT NULL,
    -- of a voice: how long, in milliseconds
    millis             BIGINT        NULL,
    attached_at        DATETIME(6)   NOT NULL,
    INDEX attachment_at (person_id, credential_id, credential_version, part),
    CONSTRAINT attachment_exhibit FOREIGN KEY (exhibit_id) REFERENCES exhibit (id),
    CONSTRAINT attachment_person FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT attachment_credential FOREIGN KEY (credential_id, credential_version)
        REFERENCES credential_version (credential_id, version)
);
