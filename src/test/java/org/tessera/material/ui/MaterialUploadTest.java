package org.tessera.material.ui;

import static com.github.mvysny.kaributesting.v10.DownloadKt.download;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.UploadKt._upload;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.tessera.account.Accounts;
import org.tessera.account.DistrictId;
import org.tessera.account.PersonDraft;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;
import org.tessera.material.IntakeRefusal;
import org.tessera.material.Material;
import org.tessera.material.MaterialKind;
import org.tessera.material.Materials;
import org.tessera.support.AppTest;

@AppTest
@Timeout(120)
class MaterialUploadTest {

    private static final Path WORK = Path.of("seeds/demo/water-student-work.pdf");

    @Autowired
    Accounts accounts;

    @Autowired
    Materials materials;

    private final List<Material> brought = new ArrayList<>();
    private final List<Material> removed = new ArrayList<>();
    private TeamId team;

    @BeforeEach
    void openTheUpload() {
        MockVaadin.setup();
        DistrictId district = accounts.addDistrict("River");
        team = accounts.addTeam(accounts.addSchool(district, "North"), "Grade 9");
        PersonId person = accounts.addPerson(new PersonDraft(
                district, null, "Ana", UUID.randomUUID() + "@example.org", Locale.ENGLISH, "correct horse battery"));
        accounts.join(team, person);
        UI.getCurrent().add(new MaterialUpload(materials, team, person, MaterialKind.WORK, brought::add, removed::add));
    }

    @AfterEach
    void close() {
        MockVaadin.tearDown();
    }

    @Test
    void asks_for_the_privacy_statement_and_a_title_before_a_file_can_be_chosen() {
        assertThat(_get(Upload.class).isEnabled()).isFalse();
        assertThat(_get(Checkbox.class).isRequiredIndicatorVisible()).isTrue();

        _get(Checkbox.class).setValue(true);
        assertThat(_get(Upload.class).isEnabled()).isFalse();
        _get(TextField.class).setValue("Water task");
        assertThat(_get(Upload.class).isEnabled()).isTrue();
        _get(Checkbox.class).setValue(false);
        assertThat(_get(Upload.class).isEnabled()).isFalse();
    }

    @Test
    void shows_the_pages_of_what_was_brought_and_asks_anew_for_the_next_file() throws IOException {
        bring("work.pdf", Files.readAllBytes(WORK));

        assertThat(brought).hasSize(1);
        assertThat(brought.getFirst().title()).isEqualTo("Water task");
        assertThat(brought.getFirst().pages()).isEqualTo(3);
        List<Image> thumbnails = _find(Image.class);
        assertThat(thumbnails).hasSize(3).allSatisfy(thumbnail -> {
            assertThat(thumbnail.getAlt().orElse("")).isNotBlank();
            assertThat(ImageIO.read(new ByteArrayInputStream(download(thumbnail)))
                            .getWidth())
                    .isEqualTo(480);
        });
        assertThat(_get(Checkbox.class).getValue()).isFalse();
        assertThat(_get(TextField.class).isEmpty()).isTrue();
        assertThat(_get(Upload.class).isEnabled()).isFalse();
    }

    @Test
    void opens_a_page_as_large_as_it_is_kept() throws IOException {
        bring("work.pdf", Files.readAllBytes(WORK));

        _click(_find(NativeButton.class).getFirst());

        Image page = _get(_get(Dialog.class), Image.class);
        assertThat(ImageIO.read(new ByteArrayInputStream(download(page))).getWidth())
                .isBetween(1274, 1276);
    }

    @Test
    void removes_what_was_brought_for_good() throws IOException {
        bring("work.pdf", Files.readAllBytes(WORK));
        Material material = brought.getFirst();

        _click(_get(_get(Section.class), Button.class));

        assertThat(removed).containsExactly(material);
        assertThat(materials.find(material.id())).isEmpty();
        assertThat(_find(Section.class)).isEmpty();
    }

    @Test
    void says_why_a_file_was_refused_and_lets_another_be_chosen() {
        bring("work.pdf", new byte[] {1, 2, 3});

        assertThat(brought).isEmpty();
        assertThat(alert())
                .isEqualTo(UI.getCurrent()
                        .getTranslation(
                                IntakeRefusal.NOT_WHAT_IT_SAYS.key(),
                                materials.limits().forSentences()));
        assertThat(_get(Upload.class).isEnabled()).isTrue();
        assertThat(materials.of(team)).isEmpty();
    }

    private void bring(String name, byte[] bytes) {
        _get(Checkbox.class).setValue(true);
        _get(TextField.class).setValue("Water task");
        _upload(_get(Upload.class), name, bytes);
        MockVaadin.clientRoundtrip(true);
    }

    private static String alert() {
        return _find(Div.class).stream()
                .filter(div -> "alert".equals(div.getElement().getAttribute("role")))
                .map(Div::getText)
                .findFirst()
                .orElse("");
    }
}
