package org.tessera.assessment;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.tessera.credential.CredentialRef;
import org.tessera.writing.WritingPlace;

/**
 * Where an assessor’s words about a row are kept while they are typed.
 *
 * @param number of the row or place in its list, from 0
 */
record CaseText(CaseId on, Task task, int number) {

    private static final String MARK = "case";

    WritingPlace place(CredentialRef credential) {
        return new WritingPlace(credential, MARK + "." + on + "." + task.word() + "." + number);
    }

    /** The text a place belongs to, if it is one of a case. */
    static Optional<CaseText> of(WritingPlace place) {
        String[] fields = place.part().split("\\.", -1);
        if (fields.length != 4 || !fields[0].equals(MARK) || !fields[3].matches("\\d{1,2}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new CaseText(
                    new CaseId(UUID.fromString(fields[1])),
                    Task.valueOf(fields[2].toUpperCase(Locale.ROOT).replace('-', '_')),
                    Integer.parseInt(fields[3])));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
