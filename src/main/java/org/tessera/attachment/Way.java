package org.tessera.attachment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.tessera.exhibit.Exhibit;
import org.tessera.exhibit.ExhibitKind;
import org.tessera.exhibit.ExhibitOrigin;

/** How somebody says something beside writing. Each has its words under {@code attachment.way.<name>}. */
public enum Way {
    VOICE,
    DRAWING,
    PHOTO;

    /** The name in addresses and keys. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The way of this name, if it is one. */
    public static Optional<Way> of(String word) {
        return Arrays.stream(values()).filter(way -> way.word().equals(word)).findFirst();
    }

    /** Whether an exhibit can be such a thing. A drawing may also be made on paper and brought as a picture. */
    boolean takes(Exhibit exhibit) {
        return switch (this) {
            case VOICE -> exhibit.kind() == ExhibitKind.AUDIO;
            case DRAWING -> exhibit.kind() == ExhibitKind.PICTURE;
            case PHOTO -> exhibit.kind() == ExhibitKind.PICTURE && exhibit.origin() == ExhibitOrigin.BROUGHT;
        };
    }
}
