package org.tessera.mail;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Service;
import org.tessera.account.PersonId;

/**
 * Mail to people. Where a mail server is configured ({@code spring.mail.host}) it is sent; in any case everybody can read
 * here what was written to them, and to nobody else.
 */
@Service
public class Outbox {

    /** What stands in the place of a letter's secret, before it is sent and ever after. */
    public static final String SECRET = "[…]";

    private static final int MOST = 100;
    private static final int LONGEST_SUBJECT = 300;

    private final OutboxStore store;
    private final ObjectProvider<JavaMailSender> server;
    private final InstantSource clock;

    Outbox(OutboxStore store, ObjectProvider<JavaMailSender> server, InstantSource clock) {
        this.store = store;
        this.server = server;
        this.clock = clock;
    }

    /** Whether mail leaves this server. */
    public boolean sends() {
        return server.getIfAvailable() != null;
    }

    /** Puts a letter into the outbox, together with the transaction it is written in. */
    public void write(Letter letter) {
        write(letter, Optional.empty());
    }

    /**
     * Puts a letter into the outbox that carries a secret: it is put where the body says {@link #SECRET}, as the letter is sent,
     * and forgotten then. Where no mail is sent nothing is written, for nobody could ever read it.
     */
    public void writeWith(String secret, Letter letter) {
        if (sends()) {
            write(letter, Optional.of(secret));
        }
    }

    private void write(Letter letter, Optional<String> secret) {
        String subject = letter.subject();
        Mail mail = new Mail(
                UUID.randomUUID(),
                letter.to(),
                letter.occasion(),
                subject.length() > LONGEST_SUBJECT ? subject.substring(0, LONGEST_SUBJECT) : subject,
                letter.body(),
                letter.calendar(),
                sends() ? Mail.State.WAITING : Mail.State.KEPT,
                0,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        store.add(mail, secret);
    }

    /** What was written to a person, the latest first. */
    public List<Mail> of(PersonId reader) {
        return store.of(reader, MOST);
    }
}
