package org.tessera.submission.ui;

import java.util.Optional;
import org.tessera.attachment.Way;
import org.tessera.credential.CredentialId;
import org.tessera.credential.Stack;
import org.tessera.credential.SubmissionPart;
import org.tessera.submission.HandIn;
import org.tessera.submission.InvitationId;
import org.tessera.submission.Spot;
import org.tessera.submission.SubmissionDraft;

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

    /** Where something is spoken, drawn or photographed beside a text. Always to be loaded as a document of its own. */
    static String capture(CredentialId credential, String part, Way way) {
        return write(credential, part) + "/" + way.word();
    }

    /** The part that is a text and can have something spoken, drawn or photographed beside it. */
    static Optional<SubmissionPart> text(SubmissionDraft draft, String part) {
        return draft.credential().submission().stream()
                .filter(one -> one.id().equals(part) && !part.equals(HandIn.EVIDENCE))
                .findFirst();
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
