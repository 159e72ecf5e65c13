-- What only its writer may read of anonymous notes: each row is encrypted for one person with a key that is not in the
-- database, and neither its id nor its length nor its place tells whose it is.
CREATE TABLE note_claim (
    room_id UUID        NOT NULL,
    id      UUID        NOT NULL,
    sealed  BLOB        NOT NULL,
    PRIMARY KEY (room_id, id),
    CONSTRAINT note_claim_room_fk FOREIGN KEY (room_id) REFERENCES room (id)
);
