-- Why a meeting that never began was cancelled, where somebody said so.
ALTER TABLE room
    ADD COLUMN cancel_reason varchar(500) NULL;
