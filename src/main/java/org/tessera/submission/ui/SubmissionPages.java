package org.tessera.submission.ui;

import org.tessera.credential.CredentialId;
import org.tessera.submission.InvitationId;
import org.tessera.submission.Spot;

/** Addresses of the pages of submissions. */
final class SubmissionPages {

    static final String ALL = "submissions";

    private SubmissionPages() {}

    static String of(CredentialId credential) {
        return ALL + "/" + credential;
    }

    static String write(CredentialId credential, String part) {
        return of(credential) + "/write/" + part;
    }

    static String help(InvitationId invitation) {
        return "helping/" + invitation;
    }

    /** Where something about a spot is put right. */
    static String of(CredentialId credential, Spot spot) {
        return switch (spot) {
            case Spot.OfPart(var part) -> write(credential, part);
            case Spot.OfCollaboration _ -> write(credential, org.tessera.writing.WritingPlace.COLLABORATION);
            case Spot.OfRow _ -> "evidence";
        };
    }
}
