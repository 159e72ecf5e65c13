package org.tessera.credit;

import java.util.Optional;
import org.tessera.credential.CredentialId;

/** What a rule counts. */
public sealed interface Counts {

    /** A credential that was earned, in whatever version. */
    record OfCredential(CredentialId credential) implements Counts {}

    /** All credentials of a stack. */
    record OfStack(CredentialId stack) implements Counts {}

    /**
     * Time in meetings.
     *
     * @param protocol the id of the only protocol that counts; nothing for all of them
     * @param perMinutes how many minutes yield it once
     */
    record OfMeetings(Optional<String> protocol, int perMinutes) implements Counts {}
}
