package org.tessera.exhibit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tessera.account.Accounts;
import org.tessera.account.DistrictId;
import org.tessera.account.PersonDraft;
import org.tessera.account.PersonId;
import org.tessera.support.AppTest;
import org.tessera.support.browser.Crowd;
import org.tessera.support.browser.Crowd.Someone;

/** A recording of one's own, from the file to a stretch of it that is linked. */
@AppTest
@Tag("browser")
@Tag("long")
class FilesBrowserTest {

    private static final String PASSWORD = "correct horse battery";

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Exhibits exhibits;

    private Crowd crowd;
    private PersonId ana;
    private String email;

    @BeforeEach
    void begin() {
        crowd = new Crowd(URI.create("http://localhost:" + port));
        email = UUID.randomUUID() + "@example.org";
        DistrictId district = accounts.addDistrict("North");
        ana = accounts.addPerson(new PersonDraft(district, null, "Ana", email, Locale.ENGLISH, PASSWORD));
        accounts.join(accounts.addTeam(accounts.addSchool(district, "High"), "Grade 9"), ana);
    }

    @AfterEach
    void close() {
        crowd.close();
    }

    @Test
    void a_recording_that_was_cut_off_goes_on_with_the_same_file_only_and_a_stretch_of_it_is_linked() {
        Someone owner = crowd.atLaptop().signIn(email, PASSWORD).open("/exhibits");
        Page page = owner.page();
        Pattern parts = Pattern.compile(".*/api/uploads/.*");
        page.route(parts, route -> {
            if (route.request().method().equals("PATCH")) {
                route.abort();
            } else {
                route.resume();
            }
        });
        Locator upload = page.locator("tessera-upload");
        upload.getByLabel("What do you call it?").fill("Our gallery walk");
        upload.getByLabel("No student can be made out").check();
        upload.getByLabel("Choose the file; it is sent at once").setInputFiles(sound(0));
        assertThat(upload.getByText("The line is broken.")).isVisible();
        owner.picture("upload-cut");
        page.unroute(parts);
        page.reload();

        Locator again = upload.getByLabel("Our gallery walk: 0 percent is safe.");
        again.setInputFiles(sound(1));
        assertThat(upload.getByText("This is another file of the same length")).isVisible();
        owner.picture("upload-other");
        again.setInputFiles(new FilePayload("short.wav", "audio/wav", new byte[10]));
        assertThat(upload.getByText("This is another file: it is not as long.")).isVisible();
        again.setInputFiles(sound(0));
        assertThat(upload.getByText("Kept. It is in the list above.")).isVisible();

        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Our gallery walk").setExact(true))
                .click();
        Locator player = page.locator(".exhibit-player audio");
        player.evaluate("one => { one.muted = true; one.currentTime = 1; }");
        page.waitForCondition(() -> at(player) >= 1);
        owner.button("Begins here").click();
        player.evaluate("one => { one.currentTime = 3; }");
        page.waitForCondition(() -> at(player) >= 3);
        owner.button("Ends here").click();
        Locator link =
                page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Link this stretch as evidence"));
        assertThat(link).isVisible();
        assertThat(page.getByLabel("From")).hasValue("0:01");
        assertThat(page.getByLabel("To")).hasValue("0:03");
        owner.picture("player-stretch");
        assertThat(exhibits.of(ana)).singleElement().satisfies(one -> assertThat(one.length())
                .hasValueSatisfying(length -> assertThat(length).hasSeconds(4)));
    }

    private static double at(Locator player) {
        return ((Number) player.evaluate("one => one.currentTime")).doubleValue();
    }

    /** Four seconds of a tone; {@code last} is its last sample, so that another file can have the same length. */
    private static FilePayload sound(int last) {
        int samples = 32_000;
        ByteBuffer wav = ByteBuffer.allocate(44 + samples * 2).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + samples * 2);
        wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        wav.putShort((short) 1).putShort((short) 1).putInt(8_000).putInt(16_000);
        wav.putShort((short) 2).putShort((short) 16);
        wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(samples * 2);
        for (int i = 1; i < samples; i++) {
            wav.putShort((short) (2_000 * Math.sin(i / 5.0)));
        }
        wav.putShort((short) last);
        return new FilePayload("gallery.wav", "audio/wav", wav.array());
    }
}
