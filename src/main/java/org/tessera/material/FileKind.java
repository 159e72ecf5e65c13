package org.tessera.material;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of file taken in: the whole list, by name and by content. */
enum FileKind {
    PDF("application/pdf", "pdf"),
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg", "jpeg");

    private final String mime;
    private final List<String> endings;

    FileKind(String mime, String... endings) {
        this.mime = mime;
        this.endings = List.of(endings);
    }

    /** The kind a file name claims. */
    static Optional<FileKind> named(String fileName) {
        String ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Stream.of(values()).filter(kind -> kind.endings.contains(ending)).findFirst();
    }

    boolean isDetectedAs(String mimeType) {
        return mime.equals(mimeType);
    }
}
