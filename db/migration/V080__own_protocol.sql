-- Protocols that teams write themselves: who owns one, and its draft as it was typed, sound or not. Published versions
-- stand in protocol_version like shipped ones, under an id that begins with "own-", as no shipped one does.

CREATE TABLE own_protocol (
    id           varchar(64)  NOT NULL,
    team_id      uuid         NOT NULL,
    -- JSON in the shape of a pack; may break any rule of packs
    draft        mediumtext   NOT NULL,
    -- counts the changes of the draft
    draft_number bigint       NOT NULL,
    draft_by     uuid         NOT NULL,
    draft_at     datetime(6)  NOT NULL,
    -- the latest published version, 0 before the first
    published    int          NOT NULL,
    -- the pack and version it was copied from, if it was
    copied_from  varchar(90)  NULL,
    made_by      uuid         NOT NULL,
    made_at      datetime(6)  NOT NULL,
    put_away_at  datetime(6)  NULL,
    PRIMARY KEY (id),
    KEY own_protocol_team (team_id),
    CONSTRAINT own_protocol_team_fk FOREIGN KEY (team_id) REFERENCES team (id)
);

CREATE TABLE own_protocol_version (
    protocol_id  varchar(64)  NOT NULL,
    number       int          NOT NULL,
    -- what is new, in the words of who published it
    note         varchar(500) NOT NULL,
    published_by uuid         NOT NULL,
    published_at datetime(6)  NOT NULL,
    PRIMARY KEY (protocol_id, number),
    CONSTRAINT own_protocol_version_fk FOREIGN KEY (protocol_id) REFERENCES own_protocol (id)
);
