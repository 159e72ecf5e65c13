-- A live room: its log of salted commitments, and beside it the present in tables.

CREATE TABLE room (
    id           UUID         NOT NULL,
    team_id      UUID         NOT NULL,
    title        VARCHAR(200) NOT NULL,
    pack_id      VARCHAR(80)  NOT NULL,
    pack_version VARCHAR(40)  NOT NULL,
    status       VARCHAR(10)  NOT NULL,
    meeting_url  VARCHAR(500) NULL,
    focus_text   VARCHAR(600) NULL,
    focus_version INT         NULL,
    focus_by     UUID         NULL,
    norms        JSON         NOT NULL,
    phase        VARCHAR(80)  NULL,
    started_at   DATETIME(6)  NULL,
    closed_at    DATETIME(6)  NULL,
    scheduled_at DATETIME(6)  NULL,
    made_by      UUID         NOT NULL,
    made_at      DATETIME(6)  NOT NULL,
    -- Codes live only while the room takes guests.
    guest_code   CHAR(6)      NULL,
    -- Encrypts the cursors of this room's wire.
    wire_key     BINARY(32)   NOT NULL,
    seq          BIGINT       NOT NULL,
    chain_hash   BINARY(32)   NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY room_guest_code (guest_code),
    KEY room_team (team_id, made_at),
    CONSTRAINT room_team_fk FOREIGN KEY (team_id) REFERENCES team (id)
);

-- Only commitments: payloads may be erased without breaking the chain.
CREATE TABLE room_event (
    room_id      UUID       NOT NULL,
    seq          BIGINT     NOT NULL,
    payload_hash BINARY(32) NOT NULL,
    chain_hash   BINARY(32) NOT NULL,
    PRIMARY KEY (room_id, seq),
    CONSTRAINT room_event_room_fk FOREIGN KEY (room_id) REFERENCES room (id)
);

CREATE TABLE room_event_payload (
    room_id UUID       NOT NULL,
    seq     BIGINT     NOT NULL,
    salt    BINARY(32) NOT NULL,
    payload LONGTEXT   NOT NULL,
    PRIMARY KEY (room_id, seq),
    CONSTRAINT room_event_payload_event_fk FOREIGN KEY (room_id, seq) REFERENCES room_event (room_id, seq)
);

-- Sending a command twice has one effect.
CREATE TABLE room_command (
    room_id    UUID   NOT NULL,
    member_id  UUID   NOT NULL,
    command_id UUID   NOT NULL,
    from_seq   BIGINT NOT NULL,
    to_seq     BIGINT NOT NULL,
    PRIMARY KEY (room_id, member_id, command_id),
    KEY room_command_latest (room_id, member_id, to_seq),
    CONSTRAINT room_command_room_fk FOREIGN KEY (room_id) REFERENCES room (id)
);

-- The one deletable link between a pseudonym and a person.
CREATE TABLE room_person (
    room_id   UUID        NOT NULL,
    member_id UUID        NOT NULL,
    person_id UUID        NOT NULL,
    name      VARCHAR(120) NOT NULL,
    PRIMARY KEY (room_id, member_id),
    UNIQUE KEY room_person_person (room_id, person_id),
    KEY room_person_rooms (person_id),
    CONSTRAINT room_person_room_fk FOREIGN KEY (room_id) REFERENCES room (id)
);

CREATE TABLE room_member (
    room_id            UUID        NOT NULL,
    member_id          UUID        NOT NULL,
    role               VARCHAR(20) NOT NULL,
    home_role          VARCHAR(20) NOT NULL,
    is_guest           BOOLEAN     NOT NULL,
    has_agreed         BOOLEAN     NOT NULL,
    is_ready           BOOLEAN     NOT NULL,
    hand_at            DATETIME(6) NULL,
    facilitated_micros BIGINT      NOT NULL,
    facilitating_since DATETIME(6) NULL,
    ordinal            INT         NOT NULL,
    PRIMARY KEY (room_id, member_id),
    CONSTRAINT room_member_room_fk FOREIGN KEY (room_id) REFERENCES room (id)
);

CREATE TABLE room_phase (
    room_id       UUID        NOT NULL,
    phase         VARCHAR(80) NOT NULL,
    state         VARCHAR(10) NOT NULL,
    planned       INT         NOT NULL,
    started_at    DATETIME(6) NULL,
    ends_at       DATETIME(6) NULL,
    paused_at     DATETIME(6) NULL,
    paused_micros BIGINT      NOT NULL,
    ended_at      DATETIME(6) NULL,
    is_locked     BOOLEAN     NOT NULL,
    grants        JSON        NOT NULL,
    may_end_early BOOLEAN     NOT NULL,
    runs          INT         NOT NULL,
    from_seq      BIGINT      NOT NULL,
    PRIMARY KEY (room_id, phase),
    CONSTRAINT room_phase_room_fk FOREIGN KEY (room_id) REFERENCES room (id)
);

CREATE TABLE note_group (
    room_id UUID         NOT NULL,
    id      UUID         NOT NULL,
    name    VARCHAR(200) NOT NULL,
    ordinal INT          NOT NULL,
    x       DOUBLE       NOT NULL,
    y       DOUBLE       NOT NULL,
    PRIMARY KEY (room_id, id),
    CONSTRAINT note_group_room_fk FOREIGN KEY (room_id) REFERENCES room (id)
);

CREATE TABLE note (
    room_id         UUID          NOT NULL,
    id              UUID          NOT NULL,
    author          UUID          NOT NULL,
    text            VARCHAR(4000) NOT NULL,
    kind            VARCHAR(20)   NOT NULL,
    anchor_material UUID          NULL,
    anchor_page     INT           NULL,
    anchor_x        DOUBLE        NULL,
    anchor_y        DOUBLE        NULL,
    anchor_w        DOUBLE        NULL,
    anchor_h        DOUBLE        NULL,
    phase           VARCHAR(80)   NOT NULL,
    state           VARCHAR(10)   NOT NULL,
    x               DOUBLE        NOT NULL,
    y               DOUBLE        NOT NULL,
    group_id        UUID          NULL,
    ordinal         INT           NOT NULL,
    PRIMARY KEY (room_id, id),
    CONSTRAINT note_room_fk FOREIGN KEY (room_id) REFERENCES room (id)
);

CREATE TABLE pair (
    room_id UUID NOT NULL,
    id      UUID NOT NULL,
    people  JSON NOT NULL,
    PRIMARY KEY (room_id, id),
    CONSTRAINT pair_room_fk FOREIGN KEY (room_id) REFERENCES room (id)
);

CREATE TABLE ballot (
    room_id   UUID        NOT NULL,
    member_id UUID        NOT NULL,
    phase     VARCHAR(80) NOT NULL,
    marks     JSON        NOT NULL,
    PRIMARY KEY (room_id, member_id, phase),
    CONSTRAINT ballot_room_fk FOREIGN KEY (room_id) REFERENCES room (id)
);

CREATE TABLE tally (
    room_id UUID        NOT NULL,
    phase   VARCHAR(80) NOT NULL,
    counts  JSON        NOT NULL,
    voters  INT         NOT NULL,
    PRIMARY KEY (room_id, phase),
    CONSTRAINT tally_room_fk FOREIGN KEY (room_id) REFERENCES room (id)
);

CREATE TABLE statement (
    room_id   UUID         NOT NULL,
    id        UUID         NOT NULL,
    title     VARCHAR(200) NOT NULL,
    phase     VARCHAR(80)  NOT NULL,
    people    JSON         NOT NULL,
    text      TEXT         NOT NULL,
    version   INT          NOT NULL,
    is_shared BOOLEAN      NOT NULL,
    is_fixed  BOOLEAN      NOT NULL,
    ordinal   INT          NOT NULL,
    PRIMARY KEY (room_id, id),
    CONSTRAINT statement_room_fk FOREIGN KEY (room_id) REFERENCES room (id)
);

CREATE TABLE answer (
    room_id   UUID NOT NULL,
    member_id UUID NOT NULL,
    item      UUID NOT NULL,
    answer    INT  NOT NULL,
    PRIMARY KEY (room_id, member_id, item),
    CONSTRAINT answer_room_fk FOREIGN KEY (room_id) REFERENCES room (id)
);

CREATE TABLE check_result (
    room_id   UUID    NOT NULL,
    item      UUID    NOT NULL,
    counts    JSON    NOT NULL,
    is_passed BOOLEAN NOT NULL,
    voters    INT     NOT NULL,
    PRIMARY KEY (room_id, item),
    CONSTRAINT check_result_room_fk FOREIGN KEY (room_id) REFERENCES room (id)
);

CREATE TABLE goal (
    room_id UUID         NOT NULL,
    id      UUID         NOT NULL,
    text    VARCHAR(600) NOT NULL,
    author  UUID         NOT NULL,
    ordinal INT          NOT NULL,
    PRIMARY KEY (room_id, id),
    CONSTRAINT goal_room_fk FOREIGN KEY (room_id) REFERENCES room (id)
);

CREATE TABLE room_material (
    room_id     UUID         NOT NULL,
    material_id UUID         NOT NULL,
    kind        VARCHAR(20)  NOT NULL,
    title       VARCHAR(200) NOT NULL,
    pages       INT          NOT NULL,
    is_locked   BOOLEAN      NOT NULL,
    PRIMARY KEY (room_id, material_id),
    CONSTRAINT room_material_room_fk FOREIGN KEY (room_id) REFERENCES room (id)
);

CREATE TABLE room_artifact (
    room_id     UUID        NOT NULL,
    artifact_id UUID        NOT NULL,
    phase       VARCHAR(80) NOT NULL,
    name        JSON        NOT NULL,
    sha256      CHAR(64)    NOT NULL,
    at          DATETIME(6) NOT NULL,
    PRIMARY KEY (room_id, artifact_id),
    CONSTRAINT room_artifact_room_fk FOREIGN KEY (room_id) REFERENCES room (id)
);
