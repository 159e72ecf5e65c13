-- What a person shows as evidence that no meeting left. A row is never changed; it goes only as a whole.
CREATE TABLE exhibit
(
    id          UUID         NOT NULL PRIMARY KEY,
    owner_id    UUID         NOT NULL,
    team_id     UUID         NOT NULL,
    title       VARCHAR(120) NOT NULL,
    -- DOCUMENT, PICTURE, AUDIO, VIDEO, LINK, RECORD
    kind        VARCHAR(10)  NOT NULL,
    -- of the file, or where there is none of the bytes of the content
    sha256      CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    bytes       BIGINT       NOT NULL,
    media_type  VARCHAR(80)  NOT NULL,
    -- documents and pictures: the drawn pages. No foreign key: pages may be taken away where privacy asks for it
    material_id UUID         NULL,
    pages       INT          NULL,
    -- recordings: how long, in milliseconds; null where the file does not say
    millis      BIGINT       NULL,
    -- records, links and lists of pages: canonical JSON, exactly the bytes the checksum was taken of
    content     LONGTEXT     NULL,
    made_at     DATETIME(6)  NOT NULL,
    CONSTRAINT exhibit_owner FOREIGN KEY (owner_id) REFERENCES person (id),
    CONSTRAINT exhibit_team FOREIGN KEY (team_id) REFERENCES team (id),
    INDEX exhibit_of_owner (owner_id, made_at)
);

CREATE TRIGGER exhibit_is_immutable BEFORE UPDATE ON exhibit
    FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an exhibit is never changed';
