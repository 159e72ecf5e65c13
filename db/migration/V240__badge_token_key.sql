-- The RSA keys that badges are signed with as tokens, every one there ever was: a token must be checkable as long as a badge.
create table badge_token_key
(
    id         uuid            not null primary key,
    district_id uuid           not null,
    -- what stands in the header of its tokens, or would: the address under which it is published
    method     varchar(400)    not null,
    -- the issuer whose key it is
    controller varchar(200)    not null,
    -- the name that follows from the key itself, by RFC 7638
    thumbprint varchar(43)     not null,
    -- the public half, as X.509 has it
    public_key varbinary(2000) not null,
    -- the private half, sealed with a key that is no part of the database
    sealed     varbinary(5000) not null,
    from_at    datetime(6)     not null,
    -- since when it signs nothing any more
    until_at   datetime(6)     null,
    unique key badge_token_key_method (method),
    unique key badge_token_key_thumbprint (thumbprint),
    key badge_token_key_controller (controller),
    constraint badge_token_key_district_fk foreign key (district_id) references district (id)
);
