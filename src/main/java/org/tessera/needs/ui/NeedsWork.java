package org.tessera.needs.ui;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tessera.credential.CredentialId;
import org.tessera.submission.TeamWork;

/** What a team needs, for the credential that asks for it. */
@Component
@Order(10)
class NeedsWork implements TeamWork {

    @Override
    public CredentialId credential() {
        return new CredentialId("developing-a-plan-to-implement-pas");
    }

    @Override
    public String page() {
        return "needs";
    }

    @Override
    public String nameKey() {
        return "needs.title";
    }
}
