package org.tessera.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.tessera.account.Accounts;
import org.tessera.account.DistrictId;
import org.tessera.account.Office;
import org.tessera.account.OfficeAnswer;
import org.tessera.account.Officers;
import org.tessera.account.Person;
import org.tessera.account.PersonDraft;
import org.tessera.account.PersonId;
import org.tessera.clock.HandClock;
import org.tessera.support.AppTest;

/** Mail to a server that really speaks SMTP. */
@AppTest
class SendingTest {

    @Autowired
    Accounts accounts;

    @Autowired
    DSLContext db;

    @Autowired
    Outbox outbox;

    @Autowired
    Officers officers;

    @Autowired
    Office office;

    @Autowired
    InstantSource now;

    private PersonId ana;

    private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private OutboxStore store;
    private HandClock clock;

    @BeforeEach
    void start() {
        DistrictId district = accounts.addDistrict("Cedar Valley");
        ana = accounts.addPerson(new PersonDraft(
                district, null, "Ana", UUID.randomUUID() + "@example.org", Locale.ENGLISH, "correct horse battery"));

        store = new OutboxStore(db);
        clock = HandClock.at(now.instant());
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private ObjectProvider<JavaMailSender> to(int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("localhost");
        sender.setPort(port);
        return new StaticListableBeanFactory(Map.of("sender", sender)).getBeanProvider(JavaMailSender.class);
    }

    private Postman postman(int port) {
        return new Postman(store, to(port), accounts, clock, "plan@example.org");
    }

    private void write(PersonId to, String occasion) {
        new Outbox(store, to(1), clock)
                .write(new Letter(to, occasion, "Our meetings: " + occasion, "¡Hola!", Optional.of("BEGIN:X")));
    }

    private List<Mail.State> states(PersonId person) {
        return outbox.of(person).stream().map(Mail::state).toList();
    }

    private long received(String occasion) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(message -> GreenMailUtil.getHeaders(message).contains("Our meetings: " + occasion))
                .count();
    }

    @Test
    void happens_once_for_an_occasion_and_to_its_person_alone() throws Exception {
        String occasion = UUID.randomUUID().toString();
        write(ana, occasion);
        write(ana, occasion);
        Postman postman = postman(server.getSmtp().getPort());
        postman.deliver();
        postman.deliver();

        assertThat(received(occasion)).isEqualTo(1);
        MimeMessage message = Arrays.stream(server.getReceivedMessages())
                .filter(one -> GreenMailUtil.getHeaders(one).contains(occasion))
                .findFirst()
                .orElseThrow();
        assertThat(message.getAllRecipients())
                .extracting(Object::toString)
                .containsExactly(accounts.person(ana).orElseThrow().email());
        assertThat(GreenMailUtil.getWholeMessage(message)).contains("meetings.ics", "text/calendar");
        assertThat(states(ana)).containsExactly(Mail.State.SENT);
    }

    @Test
    void carries_a_secret_that_is_kept_only_until_it_is_sent() throws Exception {
        String secret = "https://tessera.example/welcome/" + UUID.randomUUID();
        Letter letter = new Letter(ana, "welcome", "Welcome", "Here: " + Outbox.SECRET, Optional.empty());
        new Outbox(store, to(1), clock).writeWith(secret, letter);
        Mail waiting = outbox.of(ana).getFirst();
        assertThat(waiting.body()).doesNotContain(secret);
        assertThat(store.secretOf(waiting.id())).contains(secret);

        postman(server.getSmtp().getPort()).deliver();

        assertThat(Arrays.stream(server.getReceivedMessages())
                        .map(GreenMailUtil::getBody)
                        .filter(body -> body.contains(secret)))
                .hasSize(1);
        assertThat(states(ana)).containsExactly(Mail.State.SENT);
        assertThat(store.secretOf(waiting.id())).isEmpty();
        assertThat(outbox.of(ana).getFirst().body()).isEqualTo("Here: " + Outbox.SECRET);
    }

    @Test
    void with_a_secret_is_not_even_written_where_no_mail_is_sent() {
        outbox.writeWith("secret", new Letter(ana, "welcome", "Welcome", Outbox.SECRET, Optional.empty()));

        assertThat(outbox.of(ana)).isEmpty();
    }

    @Test
    void waits_for_who_is_switched_off() {
        Person officer = accounts.person(ana).orElseThrow();
        PersonId ben = accounts.addPerson(new PersonDraft(
                officer.district(), null, "Ben", UUID.randomUUID() + "@example.org", Locale.ENGLISH, "correct horse"));
        officers.install(officer.district(), ana);
        String occasion = UUID.randomUUID().toString();
        write(ben, occasion);
        assertThat(office.suspend(ana, ben)).isEqualTo(OfficeAnswer.DONE);

        postman(server.getSmtp().getPort()).deliver();

        assertThat(received(occasion)).isZero();
        assertThat(states(ben)).containsExactly(Mail.State.KEPT);
    }

    @Test
    void is_tried_again_later_when_the_server_was_away() {
        String occasion = UUID.randomUUID().toString();
        write(ana, occasion);
        int port = server.getSmtp().getPort();
        server.stop();
        postman(port).deliver();
        assertThat(states(ana)).containsExactly(Mail.State.WAITING);

        server.start();
        int back = server.getSmtp().getPort();
        postman(back).deliver();
        assertThat(received(occasion)).as("not before its time").isZero();
        clock.advance(Duration.ofMinutes(2));
        postman(back).deliver();
        assertThat(received(occasion)).isEqualTo(1);
        assertThat(states(ana)).containsExactly(Mail.State.SENT);
    }

    @Test
    void is_given_up_after_eight_tries() {
        write(ana, UUID.randomUUID().toString());
        server.stop();
        Postman postman = postman(1);
        for (int i = 0; i < 8; i++) {
            assertThat(states(ana)).containsExactly(Mail.State.WAITING);
            postman.deliver();
            clock.advance(Duration.ofDays(30));
        }
        assertThat(states(ana)).containsExactly(Mail.State.FAILED);
    }

    @Test
    void happens_once_though_two_servers_look_into_the_same_outbox() throws Exception {
        String batch = UUID.randomUUID().toString();
        for (int i = 0; i < 20; i++) {
            write(ana, batch + " " + i);
        }
        int port = server.getSmtp().getPort();
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            for (var done : List.of(both.submit(() -> postman(port).deliver()), both.submit(() -> postman(port)
                    .deliver()))) {
                done.get();
            }
        }
        assertThat(received(batch)).isEqualTo(20);
    }

    @Test
    void is_not_repeated_when_nobody_knows_whether_it_happened() {
        String occasion = UUID.randomUUID().toString();
        write(ana, occasion);
        store.take(outbox.of(ana).getFirst().id(), clock.instant());
        clock.advance(Duration.ofHours(1));
        postman(server.getSmtp().getPort()).deliver();
        assertThat(received(occasion)).isZero();
        assertThat(states(ana)).containsExactly(Mail.State.UNCERTAIN);
    }

    @Test
    void line_ends_in_a_subject_begin_no_header() throws Exception {
        String occasion = UUID.randomUUID().toString();
        String title = "Our meetings: " + occasion + "\r\nBcc: eve@example.org\n\rX-Own: 1\r\n\r\nanother body";
        new Outbox(store, to(1), clock).write(new Letter(ana, occasion, title, "¡Hola!", Optional.empty()));

        postman(server.getSmtp().getPort()).deliver();

        MimeMessage message = Arrays.stream(server.getReceivedMessages())
                .filter(one -> GreenMailUtil.getWholeMessage(one).contains(occasion))
                .findFirst()
                .orElseThrow();
        assertThat(message.getHeader("Bcc")).isNull();
        assertThat(message.getHeader("X-Own")).isNull();
        assertThat(message.getAllRecipients())
                .extracting(Object::toString)
                .containsExactly(accounts.person(ana).orElseThrow().email());
        assertThat(GreenMailUtil.getBody(message)).doesNotContain("another body");
    }
}
