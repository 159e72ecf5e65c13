-- Whether a note was written or changed after the date of work in one's own time.
ALTER TABLE note ADD COLUMN is_late BOOLEAN NOT NULL DEFAULT FALSE;
