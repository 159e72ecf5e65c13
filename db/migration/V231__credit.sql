-- What a district gives for work, in versions: a change is a new version, and what was credited keeps the one it was credited by.
create table credit_rule
(
    rule_id         uuid          not null,
    version         int           not null,
    district_id     uuid          not null,
    -- credential, stack or meetings
    counts          varchar(12)   not null,
    -- the credential, the stack or the protocol; nothing for meetings of any protocol
    counts_id       varchar(80)   null,
    -- how many minutes of a meeting yield it once
    per_minutes     int           null,
    hours           decimal(9, 2) null,
    unit            varchar(60)   null,
    amount          decimal(12, 4) null,
    currency        char(3)       null,
    needs_registration boolean    not null,
    -- the last day on which one can register
    register_until  date          null,
    -- of the unit, and of the money, for one person in one school year
    most_hours      decimal(9, 2) null,
    most_amount     decimal(12, 4) null,
    rounding        varchar(10)   not null,
    from_on         date          not null,
    until_on        date          null,
    written_by      uuid          not null,
    written_at      datetime(6)   not null,
    primary key (rule_id, version),
    key credit_rule_district (district_id),
    constraint credit_rule_district_fk foreign key (district_id) references district (id),
    constraint credit_rule_person_fk foreign key (written_by) references person (id)
);

-- That somebody means to work for what a rule yields, said beforehand, and what the district answered.
create table credit_registration
(
    id          uuid          not null primary key,
    rule_id     uuid          not null,
    -- the version the person read
    version     int           not null,
    person_id   uuid          not null,
    made_at     datetime(6)   not null,
    -- waiting, confirmed, declined or withdrawn
    state       varchar(10)   not null,
    reason      varchar(1000) null,
    decided_by  uuid          null,
    decided_at  datetime(6)   null,
    key credit_registration_person (person_id, rule_id),
    constraint credit_registration_rule_fk foreign key (rule_id, version) references credit_rule (rule_id, version),
    constraint credit_registration_person_fk foreign key (person_id) references person (id),
    constraint credit_registration_decided_fk foreign key (decided_by) references person (id)
);

-- What was paid or recorded, once for each thing a person did and each rule. A line never changes.
create table credit_settled
(
    rule_id     uuid          not null,
    version     int           not null,
    person_id   uuid          not null,
    -- what it was for: credential:<name>, stack:<name> or meeting:<room>
    thing       varchar(120)  not null,
    -- of the credential; empty for a meeting
    name        varchar(300)  not null,
    -- in the meeting
    minutes     int           not null,
    earned_on   date          not null,
    hours       decimal(9, 2) null,
    unit        varchar(60)   null,
    amount      decimal(12, 4) null,
    currency    char(3)       null,
    settled_by  uuid          not null,
    settled_at  datetime(6)   not null,
    primary key (rule_id, person_id, thing),
    key credit_settled_person (person_id),
    constraint credit_settled_rule_fk foreign key (rule_id, version) references credit_rule (rule_id, version),
    constraint credit_settled_person_fk foreign key (person_id) references person (id),
    constraint credit_settled_by_fk foreign key (settled_by) references person (id)
);
