-- For how many days its owner wants to keep the uncovered pages after a second person has confirmed the covered ones.
ALTER TABLE clearance ADD COLUMN keep_days INT NOT NULL DEFAULT 0;
