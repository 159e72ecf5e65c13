package org.tessera.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.tessera.account.Accounts;
import org.tessera.account.Person;
import org.tessera.clock.AlarmClock;

/**
 * Sends what waits in the outbox, in the background. A mail that the server surely did not take is tried again, later and
 * later; one of which that is not sure is never sent twice.
 */
@Component
class Postman {

    private static final Logger log = LoggerFactory.getLogger(Postman.class);
    private static final Duration ROUND = Duration.ofSeconds(30);
    private static final Duration LOST = Duration.ofMinutes(30);
    private static final int MOST_TRIES = 8;

    private final OutboxStore store;
    private final ObjectProvider<JavaMailSender> server;
    private final Accounts accounts;
    private final AlarmClock clock;
    private final String from;
    private final Lock round = new ReentrantLock();

    Postman(
            OutboxStore store,
            ObjectProvider<JavaMailSender> server,
            Accounts accounts,
            AlarmClock clock,
            @Value("${tessera.mail.from:tessera@localhost}") String from) {
        this.store = store;
        this.server = server;
        this.accounts = accounts;
        this.clock = clock;
        this.from = from;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (server.getIfAvailable() != null) {
            again();
        }
    }

    /** The clock's own thread rings for rooms, too: it must not wait for a mail server. */
    private void again() {
        clock.at(
                clock.instant().plus(ROUND),
                () -> Thread.ofVirtual().name("postman").start(() -> {
                    try {
                        deliver();
                    } finally {
                        again();
                    }
                }));
    }

    /** Sends all that is due. */
    void deliver() {
        JavaMailSender sender = server.getIfAvailable();
        if (sender == null || !round.tryLock()) {
            return;
        }
        try {
            store.giveUpOn(clock.instant().minus(LOST));
            for (Mail mail : store.due(clock.instant())) {
                if (store.take(mail.id(), clock.instant())) {
                    deliver(mail, sender);
                }
            }
        } finally {
            round.unlock();
        }
    }

    private void deliver(Mail mail, JavaMailSender sender) {
        Optional<Person> to = accounts.person(mail.to());
        if (to.isEmpty()) {
            store.settle(mail.id(), Mail.State.FAILED, clock.instant());
            return;
        }
        if (accounts.isSuspended(mail.to())) {
            // who is switched off reads it here, once switched on again
            store.settle(mail.id(), Mail.State.KEPT, clock.instant());
            return;
        }
        try {
            sender.send(message(mail, to.get(), sender));
            store.settle(mail.id(), Mail.State.SENT, clock.instant());
        } catch (MailException e) {
            log.warn("A mail was not sent, try {}: {}", mail.tries() + 1, kinds(e));
            settle(mail, e);
        } catch (MessagingException e) {
            log.warn("A mail could not be written: {}", kinds(e));
            store.settle(mail.id(), Mail.State.FAILED, clock.instant());
        }
    }

    private void settle(Mail mail, MailException why) {
        Instant now = clock.instant();
        if (why instanceof MailPreparationException) {
            store.settle(mail.id(), Mail.State.FAILED, now);
        } else if (!isSurelyNotTaken(why)) {
            store.settle(mail.id(), Mail.State.UNCERTAIN, now);
        } else if (mail.tries() + 1 >= MOST_TRIES) {
            store.settle(mail.id(), Mail.State.FAILED, now);
        } else {
            store.tryAgain(mail.id(), now.plus(Duration.ofMinutes(1L << (2 * mail.tries()))));
        }
    }

    /** What went wrong, without the words of it: a mail server repeats the address it refuses. */
    static String kinds(Throwable why) {
        Stream<Throwable> causes = Stream.iterate(why, Objects::nonNull, Throwable::getCause);
        Stream<Throwable> inside =
                why instanceof MailSendException sending ? Stream.of(sending.getMessageExceptions()) : Stream.empty();
        return Stream.concat(causes, inside)
                .map(each -> each.getClass().getSimpleName())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** The server was not reached, or said no. */
    private static boolean isSurelyNotTaken(MailException why) {
        if (why instanceof MailAuthenticationException) {
            return true;
        }
        if (why instanceof MailSendException sending) {
            Exception[] said = sending.getMessageExceptions();
            return isUnreached(sending) || (said.length > 0 && said[0] instanceof SendFailedException);
        }
        return false;
    }

    /** A connection that broke later may have carried the mail; one that never came about cannot. */
    private static boolean isUnreached(Throwable why) {
        for (Throwable each = why; each != null; each = each.getCause()) {
            if (each instanceof ConnectException || each instanceof UnknownHostException) {
                return true;
            }
        }
        return false;
    }

    private MimeMessage message(Mail mail, Person to, JavaMailSender sender) throws MessagingException {
        MimeMessage message = sender.createMimeMessage();
        MimeMessageHelper helper =
                new MimeMessageHelper(message, mail.calendar().isPresent(), StandardCharsets.UTF_8.name());
        helper.setFrom(from);
        helper.setTo(to.email());
        helper.setSubject(mail.subject());
        helper.setText(
                mail.body().replace(Outbox.SECRET, store.secretOf(mail.id()).orElse(Outbox.SECRET)));
        if (mail.calendar().isPresent()) {
            byte[] calendar = mail.calendar().get().getBytes(StandardCharsets.UTF_8);
            helper.addAttachment(
                    "meetings.ics", new ByteArrayResource(calendar), "text/calendar; charset=UTF-8; method=PUBLISH");
        }
        // the same number for every try, so that a mailbox can tell a repetition
        message.setHeader("X-Tessera-Mail", mail.id().toString());
        return message;
    }
}
