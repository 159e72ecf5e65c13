-- A file on its way to being an exhibit of the same id. How much of it has come is what lies on disk, and nowhere else.
CREATE TABLE exhibit_upload
(
    id         UUID         NOT NULL PRIMARY KEY,
    owner_id   UUID         NOT NULL,
    team_id    UUID         NOT NULL,
    title      VARCHAR(120) NOT NULL,
    kind       VARCHAR(10)  NOT NULL,
    -- how long the whole file is
    bytes      BIGINT       NOT NULL,
    -- why it did not become an exhibit once all of it had come; null until then
    refusal    VARCHAR(30)  NULL,
    begun_at   DATETIME(6)  NOT NULL,
    -- counted anew whenever some of it comes
    expires_at DATETIME(6)  NOT NULL,
    CONSTRAINT exhibit_upload_owner FOREIGN KEY (owner_id) REFERENCES person (id),
    CONSTRAINT exhibit_upload_team FOREIGN KEY (team_id) REFERENCES team (id)
);

ALTER TABLE exhibit
    -- of recordings: what became of the places in the file that tell who or where: NONE, BLANKED, UNKNOWN
    ADD COLUMN traces VARCHAR(10) NULL AFTER millis;
