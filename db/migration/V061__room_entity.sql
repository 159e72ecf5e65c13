-- What instruments keep beside notes: read and written whole with their room, never searched, so one table for all kinds.

CREATE TABLE room_entity (
    room_id UUID         NOT NULL,
    shelf   VARCHAR(20)  NOT NULL,
    id      VARCHAR(160) NOT NULL,
    body    JSON         NOT NULL,
    PRIMARY KEY (room_id, shelf, id),
    CONSTRAINT room_entity_room_fk FOREIGN KEY (room_id) REFERENCES room (id)
);

-- What a note belongs to: a small group's board, a plan on display, another note.
ALTER TABLE room_phase ADD COLUMN holder UUID NULL;

ALTER TABLE note ADD COLUMN ties JSON NULL AFTER group_id;
