package org.tessera.submission;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tessera.account.PersonId;
import org.tessera.credential.CredentialId;

/**
 * Which credentials an earner means to take and which evidence to collect for them.
 *
 * @param coach who picks together with the earner
 * @param credentials in the order in which they were picked
 * @param planned what is to be collected for a requirement, in words; requirements without a word are not in it
 * @param version counts the changes, from 0 for a sheet nobody has kept yet
 */
public record PickSheet(
        PersonId earner,
        Optional<PersonId> coach,
        String notes,
        List<CredentialId> credentials,
        Map<Row, String> planned,
        int version) {

    /** A requirement of a picked credential. */
    public record Row(CredentialId credential, String criterion) {}

    public PickSheet {
        credentials = credentials.stream().distinct().toList();
        planned = Map.copyOf(planned);
    }

    /** A sheet nobody has written on. */
    public static PickSheet blank(PersonId earner) {
        return new PickSheet(earner, Optional.empty(), "", List.of(), Map.of(), 0);
    }
}
