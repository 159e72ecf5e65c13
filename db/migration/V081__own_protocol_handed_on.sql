-- Teams of the same district to which a team's own protocol was handed: they read it and meet by it.

CREATE TABLE own_protocol_handed (
    protocol_id varchar(64) NOT NULL,
    team_id     uuid        NOT NULL,
    handed_by   uuid        NOT NULL,
    handed_at   datetime(6) NOT NULL,
    PRIMARY KEY (protocol_id, team_id),
    KEY own_protocol_handed_team (team_id),
    CONSTRAINT own_protocol_handed_protocol_fk FOREIGN KEY (protocol_id) REFERENCES own_protocol (id)
);
