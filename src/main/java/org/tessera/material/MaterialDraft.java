package org.tessera.material;

import org.jspecify.annotations.Nullable;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;

/**
 * What a person says about a file before it is taken in.
 *
 * @param title what people will call it; never the file's name, which often holds a student's
 * @param statement what the person has confirmed; without the sentence that belongs to the kind nothing is taken in
 */
public record MaterialDraft(
        TeamId team,
        PersonId by,
        String title,
        MaterialKind kind,
        @Nullable PrivacyStatement statement) {

    /** The longest title, in characters. */
    public static final int LONGEST_TITLE = 120;
}
