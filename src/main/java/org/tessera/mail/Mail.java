package org.tessera.mail;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.tessera.account.PersonId;

/**
 * A mail to a person.
 *
 * @param occasion what it is about; about the same nothing is written twice to the same person
 * @param calendar an iCalendar file that goes with it
 * @param madeAt when it was written
 */
public record Mail(
        UUID id,
        PersonId to,
        String occasion,
        String subject,
        String body,
        Optional<String> calendar,
        State state,
        int tries,
        Instant madeAt) {

    /** What has become of a mail. */
    public enum State {
        /** No mail server was configured when it was written: it is read here. */
        KEPT,
        /** It will be sent, for the first time or again. */
        WAITING,
        /** It is being handed to the mail server. */
        SENDING,
        SENT,
        /** The mail server refused it for good, or too often. */
        FAILED,
        /** Nobody knows whether the mail server took it; it is not sent again. */
        UNCERTAIN
    }
}
