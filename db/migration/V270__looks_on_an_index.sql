-- What was found by reading a table from end to end is found by an index, on a year of a district of 200 schools too.

-- The rooms that run, after a start.
alter table room
    add key room_status (status);

-- Stays that a node which died has left open.
alter table room_presence
    add key room_presence_open (node, until_at);

-- Pages whose originals are to be deleted by now.
alter table material_original
    add key material_original_due (delete_at, material_id);

-- Cases on which something is to be done, of all districts or of one.
alter table assessment_case
    add key assessment_case_open (settled_at, district_id);

-- What is held now, on whose desk, and when somebody was drawn last.
alter table case_task
    add key case_task_open (ended_at, person_id),
    add key case_task_drawn (person_id, drawn_at);

-- The newest list of an issuer.
alter table badge
    add key badge_list (district_id, controller, list);
