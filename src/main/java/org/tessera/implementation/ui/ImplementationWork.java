package org.tessera.implementation.ui;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tessera.credential.CredentialId;
import org.tessera.submission.TeamWork;

/** The plan of two years, for the credential that asks for it. */
@Component
@Order(20)
class ImplementationWork implements TeamWork {

    @Override
    public CredentialId credential() {
        return new CredentialId("developing-a-plan-to-implement-pas");
    }

    @Override
    public String page() {
        return "implementation-plan";
    }

    @Override
    public String nameKey() {
        return "implementation.title";
    }
}
