-- One person's claim that an artifact is evidence for a requirement or rubric row of one exact credential version.
create table evidence_link
(
    id                 uuid          not null primary key,
    person_id          uuid          not null,
    artifact_id        uuid          not null,
    credential_id      varchar(80)   not null,
    credential_version varchar(20)   not null,
    criterion          varchar(80)   not null,
    annotation         varchar(2000) not null,
    -- counts the rewordings: optimistic locking
    version            int           not null,
    linked_at          datetime(6)   not null,
    constraint evidence_link_once unique (person_id, artifact_id, credential_id, credential_version, criterion),
    constraint evidence_link_person foreign key (person_id) references person (id),
    constraint evidence_link_artifact foreign key (artifact_id) references artifact (id),
    constraint evidence_link_credential foreign key (credential_id, credential_version)
        references credential_version (credential_id, version)
);
