package org.tessera.privacy;

import java.util.UUID;
import org.tessera.material.MaterialId;

/** What has to be cleared: drawn pages, or something else that a person shows. */
public record Subject(Kind kind, UUID id) {

    /** What sort of thing it is. */
    public enum Kind {
        /** Pages drawn from a file; they are searched for names, and what is covered is burned into them. */
        MATERIAL,
        /** A recording of sound or picture; only people can look through it. */
        RECORDING;

        /** Whether it is searched by machine before people look at it. */
        public boolean isSearched() {
            return this == MATERIAL;
        }
    }

    /** The pages of a material. */
    public static Subject of(MaterialId material) {
        return new Subject(Kind.MATERIAL, material.value());
    }

    /** A recording, by whatever id its feature knows it. */
    public static Subject recording(UUID id) {
        return new Subject(Kind.RECORDING, id);
    }
}
