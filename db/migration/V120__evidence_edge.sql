-- An evidence link as an edge: which part of the artifact is meant, in which role its person was there, and, where the
-- requirement is a package of parts, which of them it is.
ALTER TABLE evidence_link
    -- the requirement's item this is; empty where the requirement has none
    ADD COLUMN item VARCHAR(80) NOT NULL DEFAULT '' AFTER criterion,
    -- 'whole', 'page:<material>:<page>:<x>,<y>,<w>,<h>' or 'time:<from>-<to>' in seconds
    ADD COLUMN part VARCHAR(160) NOT NULL DEFAULT 'whole' AFTER item,
    -- the role when the artifact was made; null for somebody of the team who was not in the room
    ADD COLUMN role VARCHAR(20) NULL AFTER part,
    DROP CONSTRAINT evidence_link_once,
    ADD CONSTRAINT evidence_link_once UNIQUE
        (person_id, artifact_id, credential_id, credential_version, criterion, item);
