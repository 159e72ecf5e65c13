-- Every credential and stack in every version that was ever shipped. Whoever works towards a credential keeps the
-- version they began with, so a row is never changed and never removed.
create table credential_version
(
    credential_id varchar(80) not null,
    version       varchar(20) not null,
    kind          varchar(20) not null,
    yaml          mediumtext  not null,
    -- of the values, not of the text: a corrected comment is no new version
    sha256        binary(32)  not null,
    stored_at     datetime(6) not null,
    primary key (credential_id, version)
);
