package org.tessera.account;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * How a real installation begins: {@code tessera.first-district} names a district, {@code tessera.officers} its first officers.
 * Whoever of them has no account gets one at the start, and the log tells the link to come in by.
 */
@Component
@ConditionalOnProperty("tessera.first-district")
class FirstDistrict {

    private static final Logger log = LoggerFactory.getLogger(FirstDistrict.class);

    private final String name;
    private final Officers officers;
    private final OfficeStore store;
    private final Accounts accounts;
    private final WelcomeLinks links;
    private final TransactionOperations transaction;

    FirstDistrict(
            @Value("${tessera.first-district}") String name,
            Officers officers,
            OfficeStore store,
            Accounts accounts,
            WelcomeLinks links,
            TransactionOperations transaction) {
        this.name = Named.cleaned(name);
        this.officers = officers;
        this.store = store;
        this.accounts = accounts;
        this.links = links;
        this.transaction = transaction;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        try {
            List<InviteAnswer.Invited> invited = transaction.execute(_ -> invited());
            if (invited != null && !invited.isEmpty()) {
                tell(invited);
            }
        } catch (DuplicateKeyException anotherNode) {
            log.info("Another server has just made the accounts of the first officers; its log has their links.");
        }
    }

    /** Who has no account, and who has never come in by the link of an earlier start and whose link is over. */
    private List<InviteAnswer.Invited> invited() {
        List<String> missing = officers.first().stream()
                .filter(email -> accounts.personByEmail(email).isEmpty())
                .toList();
        Optional<DistrictId> known = store.district(name);
        if (missing.isEmpty() && known.isEmpty()) {
            return List.of();
        }
        DistrictId district = known.orElseGet(() -> accounts.addDistrict(name));
        missing.forEach(email -> {
            if (!Named.isEmail(email)) {
                throw new IllegalArgumentException("tessera.officers: " + email + " is no e-mail address");
            }
        });
        return officers.first().stream()
                .flatMap(email -> missing.contains(email)
                        ? Optional.of(links.add(person(district, email), List.of(), Optional.empty())).stream()
                        : again(district, email).stream())
                .toList();
    }

    private Optional<InviteAnswer.Invited> again(DistrictId district, String email) {
        return accounts.personByEmail(email)
                .filter(person -> person.district().equals(district))
                .filter(person -> links.isOver(person))
                .map(person -> links.link(person, Optional.empty(), OfficeDeed.Kind.LINK_MADE));
    }

    /** What stands before the @ is a name until the office says a better one. */
    private static Person person(DistrictId district, String email) {
        return new Person(
                new PersonId(UUID.randomUUID()),
                district,
                null,
                email.substring(0, email.indexOf('@')),
                email,
                Locale.ENGLISH);
    }

    private void tell(List<InviteAnswer.Invited> invited) {
        String line = System.lineSeparator();
        StringBuilder lines = new StringBuilder(line)
                .append("  The office of ")
                .append(name)
                .append(" waits for its first officers. Each link sets a password, once, within two weeks:")
                .append(line);
        invited.forEach(one -> lines.append("    ")
                .append(one.person().email())
                .append("  ")
                .append(one.link().address())
                .append(line));
        log.info("{}", lines);
    }
}
