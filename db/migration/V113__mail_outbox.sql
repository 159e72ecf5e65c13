-- Mail to people. It waits here until it is sent, and stays here to be read where no mail server is configured.
CREATE TABLE mail_outbox (
    id          uuid         NOT NULL,
    person_id   uuid         NOT NULL,
    -- what it is about: the same is written to the same person once
    occasion    varchar(160) NOT NULL,
    subject     varchar(300) NOT NULL,
    body        mediumtext   NOT NULL,
    -- an iCalendar file that goes with it
    calendar    mediumtext   NULL,
    state       varchar(12)  NOT NULL,
    tries       int          NOT NULL,
    next_try_at datetime(6)  NOT NULL,
    made_at     datetime(6)  NOT NULL,
    settled_at  datetime(6)  NULL,
    PRIMARY KEY (id),
    UNIQUE KEY mail_outbox_once (person_id, occasion),
    KEY mail_outbox_due (state, next_try_at)
);
