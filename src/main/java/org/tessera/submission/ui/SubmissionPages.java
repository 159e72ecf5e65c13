package org.tessera.submission.ui;

import java.util.Optional;
import org.tessera.credential.CredentialId;
import org.tessera.credential.Stack;
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

    /** The evidence of a stack. */
    static String evidence(Optional<Stack> stack) {
        return stack.map(one -> "evidence?stack=" + one.ref().id()).orElse("evidence");
    }

    /** Where something about a spot is put right; {@code evidence} is the page of the stack's evidence. */
    static String of(CredentialId credential, Spot spot, String evidence) {
        return switch (spot) {
            case Spot.OfPart(var part) -> write(credential, part);
            case Spot.OfCollaboration _ -> write(credential, org.tessera.writing.WritingPlace.COLLABORATION);
            case Spot.OfRow _ -> evidence;
        };
    }
}
