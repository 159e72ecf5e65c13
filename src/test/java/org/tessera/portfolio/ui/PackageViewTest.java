package org.tessera.portfolio.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tessera.account.PersonId;
import org.tessera.portfolio.PackageScene;
import org.tessera.submission.Platform;
import org.tessera.support.AppTest;
import org.tessera.support.OpenPage;

@AppTest
class PackageViewTest {

    private static final String ADDRESS = "submissions/building-a-pa-learning-community/package";

    @Autowired
    ApplicationContext application;

    private PackageScene scene;
    private Optional<OpenPage> page = Optional.empty();

    @BeforeEach
    void a_meeting() {
        scene = new PackageScene(application);
    }

    @AfterEach
    void close() {
        page.ifPresent(OpenPage::close);
    }

    @Test
    void offers_the_package_with_its_size_and_says_what_is_left_out_and_what_the_platform_takes() {
        scene.handIn();
        open(scene.earner(), Locale.ENGLISH);
        assertThat(downloads())
                .containsExactly("api/submissions/building-a-pa-learning-community/package.zip?profile=bloomboard");
        assertThat(page.orElseThrow().words())
                .anyMatch(line -> line.startsWith("Download the package ("))
                .contains("Evidence 1: 2 notes of colleagues who have not agreed to their use.")
                .contains("No links in evidence: assessors do not open them.")
                .anyMatch(line -> line.startsWith("If the credential has a template"));
    }

    @Test
    @SuppressWarnings("unchecked")
    void goes_by_the_platform_and_form_that_are_chosen() {
        scene.handIn();
        open(scene.earner(), Locale.ENGLISH);
        ((RadioButtonGroup<Platform>) _get(RadioButtonGroup.class)).setValue(Platform.NEA);
        _get(Checkbox.class).setValue(true);
        assertThat(downloads()).singleElement().asString().endsWith("package.zip?profile=nea&editable=yes");
        assertThat(page.orElseThrow().words())
                .contains("PDF is preferred.")
                .anyMatch(line -> line.startsWith("Your submission was checked for another platform"));
    }

    @Test
    void packs_nothing_for_the_panel_that_reads_here() {
        scene.handInForThePanel();
        open(scene.earner(), Locale.ENGLISH);
        assertThat(_get(RadioButtonGroup.class).getListDataView().getItems())
                .doesNotContain(Platform.PANEL)
                .contains(Platform.BLOOMBOARD);
        assertThat(downloads()).singleElement().asString().endsWith("package.zip?profile=bloomboard");
        assertThat(page.orElseThrow().words())
                .anyMatch(line -> line.startsWith("Your submission was checked for another platform"));
    }

    @Test
    void asks_about_words_that_could_be_names_and_takes_the_earners_word() {
        scene.handInNaming("Hallström, I think, was right.");
        open(scene.earner(), Locale.ENGLISH);
        assertThat(downloads()).isEmpty();
        assertThat(page.orElseThrow().words()).contains("“Hallström” could be a name.");
        _click(_get(Button.class, spec -> spec.withText("None of these words is a name here")));
        assertThat(downloads()).singleElement().asString().endsWith("&word=Hallstr%C3%B6m");
    }

    @Test
    void packs_nothing_with_a_colleagues_whole_name() {
        scene.handInNaming("Benjamin Hallström was right.");
        open(scene.earner(), Locale.of("es"));
        assertThat(downloads()).isEmpty();
        assertThat(_find(Button.class)).isEmpty();
        assertThat(page.orElseThrow().words()).anyMatch(line -> line.contains("es el nombre de alguien"));
    }

    @Test
    void offers_all_of_a_stack_and_says_what_is_not_in_it() {
        scene.handIn();
        open(scene.earner(), Locale.ENGLISH);
        assertThat(page.orElseThrow().words())
                .contains("All of “Leading a Performance Assessment Community” in one package");
        page.get().go("stacks/leading-a-pa-community/package");
        assertThat(downloads()).containsExactly("api/stacks/leading-a-pa-community/package.zip?profile=bloomboard");
        assertThat(page.get().words())
                .contains("Not in this package", "Developing a Plan to Implement PAs")
                .contains("Evidence 1: 2 notes of colleagues who have not agreed to their use.");
    }

    @Test
    void says_so_where_nothing_of_a_stack_was_handed_in() {
        open(scene.earner(), Locale.ENGLISH);
        page.orElseThrow().go("stacks/leading-a-pa-community/package");
        assertThat(downloads()).isEmpty();
        assertThat(page.get().words()).anyMatch(line -> line.startsWith("Nothing has been handed in yet."));
    }

    @Test
    void is_not_there_for_others() {
        scene.handIn();
        open(scene.colleague(), Locale.ENGLISH);
        assertThat(downloads()).isEmpty();
        assertThat(page.orElseThrow().words()).noneMatch(line -> line.contains("Take your submission"));
    }

    private void open(PersonId person, Locale language) {
        page = Optional.of(
                OpenPage.of(application, scene.accounts().person(person).orElseThrow(), language));
        page.get().go(ADDRESS);
    }

    private static List<String> downloads() {
        return _find(Anchor.class).stream()
                .map(Anchor::getHref)
                .filter(href -> href.startsWith("api/"))
                .toList();
    }
}
