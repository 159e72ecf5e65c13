-- What a person told a meeting they still need evidence for. Everything else about a person's standing stays private.
CREATE TABLE need_shared
(
    room_id       UUID        NOT NULL,
    person_id     UUID        NOT NULL,
    credential_id VARCHAR(80) NOT NULL,
    criterion     VARCHAR(80) NOT NULL,
    shared_at     DATETIME(6) NOT NULL,
    PRIMARY KEY (room_id, person_id, credential_id, criterion),
    CONSTRAINT need_shared_room FOREIGN KEY (room_id) REFERENCES room (id),
    CONSTRAINT need_shared_person FOREIGN KEY (person_id) REFERENCES person (id)
);
