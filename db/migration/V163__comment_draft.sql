-- A comment somebody is still writing, as it is typed: one for each place of a draft, gone when it is said.
CREATE TABLE comment_draft (
    invitation_id uuid          NOT NULL,
    spot          varchar(100)  NOT NULL,
    passage       varchar(1000) NOT NULL,
    body          text          NOT NULL,
    saved_at      datetime(6)   NOT NULL,
    PRIMARY KEY (invitation_id, spot),
    CONSTRAINT comment_draft_invitation FOREIGN KEY (invitation_id) REFERENCES invitation (id)
);
