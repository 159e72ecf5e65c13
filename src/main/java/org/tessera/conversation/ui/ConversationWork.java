package org.tessera.conversation.ui;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tessera.credential.CredentialId;
import org.tessera.submission.TeamWork;

/** Conversations with stakeholders, for the credential that asks for it. */
@Component
@Order(30)
class ConversationWork implements TeamWork {

    @Override
    public CredentialId credential() {
        return new CredentialId("engaging-stakeholders-to-support-pas");
    }

    @Override
    public String page() {
        return "conversations";
    }

    @Override
    public String nameKey() {
        return "conversation.title";
    }
}
