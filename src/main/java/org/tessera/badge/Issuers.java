package org.tessera.badge;

import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tessera.account.Accounts;
import org.tessera.account.DistrictId;
import org.tessera.account.PersonId;

/** Who may act for their district as issuer: {@code tessera.badge-issuers} names them by e-mail address. */
@Component
class Issuers {

    private final Accounts accounts;
    private final List<String> emails;

    Issuers(Accounts accounts, @Value("${tessera.badge-issuers:}") List<String> emails) {
        this.accounts = accounts;
        this.emails = emails.stream()
                .map(email -> email.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    boolean mayActFor(DistrictId district, PersonId person) {
        return accounts.person(person)
                .filter(one -> one.district().equals(district) && emails.contains(one.email()))
                .isPresent();
    }
}
