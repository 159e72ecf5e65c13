package org.tessera.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatusCode;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.server.ResponseStatusException;
import org.tessera.account.SignInId;
import org.tessera.account.SignInToken;
import org.tessera.account.SignedIn;
import org.tessera.proof.Checked;
import org.tessera.support.AppTest;

@AppTest
class PortfolioApiTest {

    @Autowired
    ApplicationContext application;

    @Autowired
    PortfolioApi api;

    private Scene scene;

    @BeforeEach
    void a_meeting() {
        scene = new Scene(application);
        signIn(scene.ana);
    }

    @AfterEach
    void sign_out() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void gives_a_file_to_keep_whose_length_is_known_before() throws IOException {
        scene.handIn();
        MockHttpServletResponse response = ask("nea", Optional.of("yes"), List.of());
        assertThat(response.getHeader("Content-Disposition"))
                .isEqualTo("attachment; filename=\"building-a-pa-learning-community.zip\"");
        assertThat(response.getHeader("Cache-Control")).isEqualTo("private, no-store");
        byte[] file = response.getContentAsByteArray();
        assertThat(response.getContentLengthLong()).isEqualTo(file.length);
        assertThat(Checked.sound(file)).isNotEmpty();
        assertThat(Checked.parts(file)).containsKey("building-a-pa-learning-community/Word/Part 3.docx");
    }

    @Test
    void gives_a_whole_stack_as_one_file_to_who_handed_it_in() throws IOException {
        scene.handIn();
        MockHttpServletResponse response = new MockHttpServletResponse();
        api.stack("leading-a-pa-community", "nea", Optional.empty(), List.of(), response);
        assertThat(response.getHeader("Content-Disposition"))
                .isEqualTo("attachment; filename=\"leading-a-pa-community.zip\"");
        assertThat(Checked.sound(response.getContentAsByteArray())).isNotEmpty();
        signIn(scene.ben);
        assertThatExceptionOfType(ResponseStatusException.class)
                .isThrownBy(() -> api.stack(
                        "leading-a-pa-community", "nea", Optional.empty(), List.of(), new MockHttpServletResponse()))
                .matches(refused -> refused.getStatusCode().value() == 404);
    }

    @Test
    void answers_alike_what_is_not_there_and_what_is_anothers() throws IOException {
        String nothing = refusal(404, "bloomboard");
        scene.handIn();
        signIn(scene.ben);
        assertThat(refusal(404, "bloomboard")).isEqualTo(nothing);
        signIn(scene.ana);
        assertThat(refusal(404, "another-platform")).isEqualTo(nothing);
        // the panel reads here, and nothing leaves the house for it
        assertThat(refusal(404, "panel")).isEqualTo(nothing);
    }

    @Test
    void waits_for_what_the_page_asks() throws IOException {
        scene.handIn(scene.what("Hallström was right. " + Scene.REFLECTION, List.of()));
        refusal(409, "bloomboard");
        assertThat(ask("bloomboard", Optional.empty(), List.of("Hallström")).getContentAsByteArray())
                .isNotEmpty();
    }

    private String refusal(int status, String profile) {
        ResponseStatusException refused = assertThatExceptionOfType(ResponseStatusException.class)
                .isThrownBy(() -> ask(profile, Optional.empty(), List.of()))
                .actual();
        assertThat(refused.getStatusCode()).isEqualTo(HttpStatusCode.valueOf(status));
        return refused.toString();
    }

    private MockHttpServletResponse ask(String profile, Optional<String> editable, List<String> words)
            throws IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        api.submission("building-a-pa-learning-community", profile, editable, words, response);
        return response;
    }

    private static void signIn(SignedIn person) {
        SecurityContextHolder.getContext().setAuthentication(new SignInToken(new SignInId(UUID.randomUUID()), person));
    }
}
