-- Every protocol pack in every version that was ever offered. A room keeps the version it began with for life, so a
-- row is never changed and never removed.

CREATE TABLE protocol_version (
    id        varchar(64)  NOT NULL,
    version   varchar(16)  NOT NULL,
    yaml      mediumtext   NOT NULL,
    -- of the values, not of the text: a reworded comment is no new version
    sha256    binary(32)   NOT NULL,
    stored_at datetime(6)  NOT NULL,
    PRIMARY KEY (id, version)
);
