-- What people bring: pages drawn from a file. The file itself is never kept.

-- Each file once, by the hash of its bytes. The row is the lock: bytes come and go only while it is held.
CREATE TABLE stored_file (
    sha256 char(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY
);

CREATE TABLE material (
    id         uuid         NOT NULL PRIMARY KEY,
    team_id    uuid         NOT NULL,
    person_id  uuid         NOT NULL,
    title      varchar(120) NOT NULL,
    kind       varchar(20)  NOT NULL,
    pages      int          NOT NULL,
    -- all its pages together; what a team may use is counted from here
    bytes      bigint       NOT NULL,
    -- which sentence about student privacy the person confirmed
    statement  varchar(40)  NOT NULL,
    brought_at datetime(6)  NOT NULL,
    CONSTRAINT material_team FOREIGN KEY (team_id) REFERENCES team (id),
    CONSTRAINT material_person FOREIGN KEY (person_id) REFERENCES person (id)
);

CREATE TABLE material_page (
    material_id uuid                                           NOT NULL,
    ordinal     int                                            NOT NULL,
    file_sha256 char(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    width       int                                            NOT NULL,
    height      int                                            NOT NULL,
    PRIMARY KEY (material_id, ordinal),
    CONSTRAINT material_page_material FOREIGN KEY (material_id) REFERENCES material (id) ON DELETE CASCADE,
    CONSTRAINT material_page_file FOREIGN KEY (file_sha256) REFERENCES stored_file (sha256)
);

-- That something was here and was taken away, and nothing of what it was.
CREATE TABLE material_removal (
    material_id uuid        NOT NULL PRIMARY KEY,
    team_id     uuid        NOT NULL,
    kind        varchar(20) NOT NULL,
    brought_at  datetime(6) NOT NULL,
    removed_at  datetime(6) NOT NULL,
    CONSTRAINT material_removal_team FOREIGN KEY (team_id) REFERENCES team (id)
);
