-- A link is to what a meeting left or to what its person shows besides: to exactly one of them.
ALTER TABLE evidence_link
    MODIFY COLUMN artifact_id UUID NULL,
    ADD COLUMN exhibit_id UUID NULL AFTER artifact_id,
    ADD CONSTRAINT evidence_link_exhibit FOREIGN KEY (exhibit_id) REFERENCES exhibit (id),
    ADD CONSTRAINT evidence_link_exhibit_once UNIQUE
        (person_id, exhibit_id, credential_id, credential_version, criterion, item),
    ADD CONSTRAINT evidence_link_one_piece CHECK ((artifact_id IS NULL) <> (exhibit_id IS NULL));
