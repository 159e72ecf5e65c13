-- That an assessor rates an anchor to see how near they come to what was found.
create table anchor_trial
(
    id        uuid        not null primary key,
    case_id   uuid        not null,
    person_id uuid        not null,
    begun_at  datetime(6) not null,
    -- nothing while it is open
    done_at   datetime(6) null,
    key anchor_trial_person (person_id, done_at),
    constraint anchor_trial_case_fk foreign key (case_id) references anchor (case_id),
    constraint anchor_trial_person_fk foreign key (person_id) references person (id)
);

-- The level chosen for a row, and once the trial is done the true one beside it, as it was then.
create table anchor_rating
(
    trial_id   uuid        not null,
    row_id     varchar(80) not null,
    level      varchar(40) not null,
    true_level varchar(40) null,
    -- how high the two are on the scale, from 0 for the lowest
    height      int        null,
    true_height int        null,
    primary key (trial_id, row_id),
    constraint anchor_rating_trial_fk foreign key (trial_id) references anchor_trial (id)
);
