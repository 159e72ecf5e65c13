package org.tessera.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tessera.account.Accounts;
import org.tessera.account.PersonDraft;
import org.tessera.account.PersonId;
import org.tessera.account.SignIns;
import org.tessera.support.AppTest;
import org.tessera.support.wire.FlowPage;
import org.tessera.support.wire.Visitor;
import org.tessera.support.wire.Wire;

/** A page that is busy in the moment its sign-in ends is told all the same. */
@AppTest
class OpenPagesTest {

    private static final String PASSWORD = "correct horse battery";

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private SignIns signIns;

    @Autowired
    private OpenPages pages;

    private final String email = "ivy-" + UUID.randomUUID() + "@example.org";
    private PersonId ivy;

    @BeforeEach
    void somebody() {
        ivy = accounts.addPerson(
                new PersonDraft(accounts.addDistrict("North"), null, "Ivy", email, Locale.ENGLISH, PASSWORD));
    }

    @Test
    void a_page_at_work_goes_to_the_door_before_the_sign_out_takes_its_session() throws Exception {
        Visitor visitor = Visitor.person(URI.create("http://localhost:" + port), email, PASSWORD);
        try (FlowPage page = visitor.flow("/account")) {
            VaadinSession session = sessionOf(ivy);
            session.lock();
            Thread signOut = Thread.ofVirtual().start(() -> visitor.form("/logout"));
            try {
                Wire.await("something to tell", () -> !session.getPendingAccessQueue()
                        .isEmpty());
                Awaitility.await("whether it hangs up on a page that does not know")
                        .during(Duration.ofMillis(300))
                        .until(() -> !page.isCut());
            } finally {
                session.unlock();
            }

            Wire.await("the page at the door", () -> isAtTheDoor(page));
            Wire.await("the end of the channel", page::isCut);
            signOut.join();
            assertThat(visitor.page("/account").statusCode()).isEqualTo(302);
        }
    }

    private static boolean isAtTheDoor(FlowPage page) {
        return page.pushed().stream().anyMatch(sent -> sent.contains("login?out"));
    }

    private VaadinSession sessionOf(PersonId person) {
        return pages.of(signIns.of(person).getFirst().id()).stream()
                .map(UI::getSession)
                .findFirst()
                .orElseThrow();
    }
}
