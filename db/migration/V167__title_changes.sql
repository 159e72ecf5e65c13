-- What an exhibit shows never changes; what its owner calls it may, because a title can name somebody.
DROP TRIGGER exhibit_is_immutable;

CREATE TRIGGER exhibit_is_immutable BEFORE UPDATE ON exhibit
    FOR EACH ROW
BEGIN
    IF NOT (NEW.id <=> OLD.id AND NEW.owner_id <=> OLD.owner_id AND NEW.team_id <=> OLD.team_id
        AND NEW.kind <=> OLD.kind AND NEW.sha256 <=> OLD.sha256 AND NEW.bytes <=> OLD.bytes
        AND NEW.media_type <=> OLD.media_type AND NEW.material_id <=> OLD.material_id AND NEW.pages <=> OLD.pages
        AND NEW.millis <=> OLD.millis AND NEW.traces <=> OLD.traces AND NEW.content <=> OLD.content
        AND NEW.made_at <=> OLD.made_at) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an exhibit is never changed but for its title';
    END IF;
END;
