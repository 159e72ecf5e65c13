package org.tessera.account.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tessera.account.Accounts;
import org.tessera.account.DistrictId;
import org.tessera.account.Officers;
import org.tessera.account.PersonDraft;
import org.tessera.account.PersonId;
import org.tessera.support.AppTest;
import org.tessera.support.wire.Flood;
import org.tessera.support.wire.FlowPage;
import org.tessera.support.wire.Visitor;

/** The pages that take a small file whole into memory: what is larger never gets there, whatever the sender's page allows. */
@AppTest
class SmallFileTest {

    private static final String PASSWORD = "correct horse battery";
    /** What a server reads before it hangs up, with all that is under way between two machines. */
    private static final long LITTLE = 32L << 20;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Officers officers;

    @LocalServerPort
    private int port;

    private String email = "";

    @BeforeEach
    void an_officer() {
        email = "ivy-" + UUID.randomUUID() + "@example.org";
        DistrictId district = accounts.addDistrict("North");
        PersonId ivy = accounts.addPerson(new PersonDraft(district, null, "Ivy", email, Locale.ENGLISH, PASSWORD));
        accounts.join(accounts.addTeam(accounts.addSchool(district, "High"), "Grade 9"), ivy);
        officers.install(district, ivy);
    }

    private URI server() {
        return URI.create("http://localhost:" + port);
    }

    @Test
    void of_500_megabytes_is_cut_off_at_the_check_that_is_open_to_everybody() throws Exception {
        isCutOff(Visitor.stranger(server()), "/verify", "This file is larger than 2 MB. Badges are smaller.");
    }

    @Test
    void of_500_megabytes_is_cut_off_where_a_protocol_is_taken_in() throws Exception {
        isCutOff(ivy(), "/protocols/import", "The file is too long for a protocol.");
    }

    @Test
    void of_500_megabytes_is_cut_off_where_a_list_of_people_is_read() throws Exception {
        isCutOff(ivy(), "/office/list", "The list is longer than 1 MB. Divide it, and do one part after the other.");
    }

    private Visitor ivy() {
        return Visitor.person(server(), email, PASSWORD);
    }

    private void isCutOff(Visitor visitor, String path, String sentence) throws Exception {
        try (FlowPage page = visitor.flow(path)) {
            String door = page.address("vaadin-upload", "target");
            for (boolean sized : List.of(true, false)) {
                Flood flood = Flood.to(server(), door, visitor, sized);
                assertThat(flood.sent())
                        .as("what the server reads of a file of 500 MB, sized: %s", sized)
                        .isLessThan(LITTLE);
            }
            HttpResponse<String> answer = visitor.send(visitor.request(door)
                    .header("X-Filename", "large.json")
                    .header("Content-Type", "application/octet-stream")
                    .POST(BodyPublishers.ofByteArray(new byte[(2 << 20) + 1])));
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains(sentence);
            page.look();
            assertThat(page.words()).contains(sentence);
        }
    }
}
