package org.tessera.assessment;

import org.tessera.credential.CredentialId;

/**
 * How a district assesses a credential. A case keeps what held when it was opened.
 *
 * @param isSecondScored whether a second scorer rates independently
 * @param isApproved whether somebody reads the result before the earner does
 * @param isCertifiedOnly whether only certified assessors give levels
 * @param textScale id of the scale for rows about a part that is a text
 * @param evidenceScale id of the scale for all other rows
 */
public record Scheme(
        CredentialId credential,
        boolean isSecondScored,
        boolean isApproved,
        boolean isCertifiedOnly,
        String textScale,
        String evidenceScale) {

    /** What holds where the district has said nothing. */
    static Scheme usual(CredentialId credential) {
        return new Scheme(credential, false, false, false, Scales.PASSING, Scales.DEMONSTRATED);
    }

    /** Whether a row of the rubric is about a part that is a text. */
    static boolean isAboutText(String row) {
        return row.startsWith("rubric-") && !row.equals("rubric-evidence");
    }

    String scaleOf(String row, java.util.Collection<String> textParts) {
        return isAboutText(row) && textParts.contains(row.substring("rubric-".length())) ? textScale : evidenceScale;
    }
}
