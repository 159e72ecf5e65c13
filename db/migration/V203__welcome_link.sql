-- The link by which somebody sets the password of their account, for the first time or again. Another one takes its place.
create table welcome_link
(
    person_id   uuid        not null primary key,
    -- the link holds a random secret, this table only its SHA-256
    secret_hash binary(32)  not null,
    -- the officer who made it; nobody for those the installation makes
    made_by     uuid        null,
    made_at     datetime(6) not null,
    until_at    datetime(6) not null,
    used_at     datetime(6) null,
    unique key welcome_link_secret (secret_hash),
    constraint welcome_link_person_fk foreign key (person_id) references person (id),
    constraint welcome_link_made_by_fk foreign key (made_by) references person (id)
);
