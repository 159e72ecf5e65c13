-- Lengths of phases are kept in seconds: plans are made in half minutes.

ALTER TABLE room_phase ADD COLUMN planned_seconds INT NOT NULL DEFAULT 0 AFTER state;
UPDATE room_phase SET planned_seconds = planned * 60;
ALTER TABLE room_phase DROP COLUMN planned;
