-- Pages as they were before something on them was covered: kept apart for who brought them, until they are deleted.
CREATE TABLE material_original
(
    material_id uuid                                           NOT NULL,
    ordinal     int                                            NOT NULL,
    file_sha256 char(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    width       int                                            NOT NULL,
    height      int                                            NOT NULL,
    -- no date: until somebody has confirmed the covered pages
    delete_at   datetime(6)                                    NULL,
    PRIMARY KEY (material_id, ordinal),
    CONSTRAINT material_original_material FOREIGN KEY (material_id) REFERENCES material (id) ON DELETE CASCADE,
    CONSTRAINT material_original_file FOREIGN KEY (file_sha256) REFERENCES stored_file (sha256)
);
