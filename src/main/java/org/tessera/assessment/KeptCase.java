package org.tessera.assessment;

import org.tessera.account.DistrictId;
import org.tessera.submission.SubmissionId;

/** A case with what it belongs to. No assessor’s page is ever made of this. */
record KeptCase(Case now, SubmissionId submission, int handIn, DistrictId district) {

    CaseId id() {
        return now.id();
    }

    KeptCase after(CaseEvent event) {
        return new KeptCase(now.after(event), submission, handIn, district);
    }
}
