package org.tessera.record;

import java.util.Optional;
import java.util.stream.Stream;

/** The forms in which a meeting can be taken home. */
public enum RecordForm {
    MINUTES_PDF("minutes.pdf", "application/pdf"),
    MINUTES_DOCX("minutes.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    BOARD_PNG("board.png", "image/png"),
    BOARD_CSV("board.csv", "text/csv;charset=UTF-8"),
    MEETING_JSON("meeting.json", "application/json"),
    /** Always by role, since it is made for others. */
    PACKAGE("package.zip", "application/zip");

    private final String fileName;
    private final String mediaType;

    RecordForm(String fileName, String mediaType) {
        this.fileName = fileName;
        this.mediaType = mediaType;
    }

    /** The name under which it is fetched and kept. */
    public String fileName() {
        return fileName;
    }

    /** Its media type. */
    public String mediaType() {
        return mediaType;
    }

    static Optional<RecordForm> called(String fileName) {
        return Stream.of(values())
                .filter(form -> form.fileName.equals(fileName))
                .findFirst();
    }
}
