-- Since when an officer of the district has somebody switched off: no signing in, and nothing of theirs is deleted.
alter table person
    add column suspended_at datetime(6) null;
