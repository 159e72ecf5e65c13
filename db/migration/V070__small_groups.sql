-- Groups that worked together before others were formed stay, so that what they wrote still names them.
ALTER TABLE pair ADD COLUMN is_over BOOLEAN NOT NULL DEFAULT FALSE;

-- A cluster on the board of a small group, seen by its people only until the boards are merged.
ALTER TABLE note_group ADD COLUMN among JSON NULL;
