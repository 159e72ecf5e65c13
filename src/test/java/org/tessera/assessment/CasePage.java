package org.tessera.assessment;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.TestingLifecycleHook;
import com.github.mvysny.kaributesting.v10.TestingLifecycleHookKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.internal.PendingJavaScriptInvocation;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.dom.Element;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tessera.account.Person;
import org.tessera.account.PersonId;
import org.tessera.support.OpenPage;
import org.tessera.writing.SaveAnswer;
import org.tessera.writing.WritingPlace;
import org.tessera.writing.ui.WritingField;
import tools.jackson.databind.node.JsonNodeFactory;

/** The pages of assessment in the hands of one person at a time. What is typed arrives as a browser would bring it. */
final class CasePage implements AutoCloseable {

    private final PanelScene scene;
    private final TestingLifecycleHook usual = TestingLifecycleHookKt.getTestingLifecycleHook();
    private final List<PendingJavaScriptInvocation> asked = new ArrayList<>();
    private @Nullable PersonId owner;
    private @Nullable OpenPage page;

    CasePage(PanelScene scene) {
        this.scene = scene;
        TestingLifecycleHookKt.setTestingLifecycleHook((TestingLifecycleHook) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {TestingLifecycleHook.class}, (_, method, arguments) -> {
                    if (method.getName().equals("handlePendingJavascriptInvocations")) {
                        ((List<?>) arguments[0]).forEach(call -> asked.add((PendingJavaScriptInvocation) call));
                    }
                    return method.invoke(usual, arguments);
                }));
    }

    /** Somebody opens an address in their own language. */
    CasePage open(PersonId who, String address) {
        return open(who, scene.accounts.person(who).orElseThrow().locale(), address);
    }

    CasePage open(PersonId who, Locale language, String address) {
        leave();
        owner = who;
        Person person = scene.accounts.person(who).orElseThrow();
        page = OpenPage.of(scene.application, person, language).go(address);
        return this;
    }

    /** Somebody opens the page of a case they have a task on. */
    CasePage open(PersonId assessor, CaseId id) {
        return open(assessor, "assessing/" + id);
    }

    String address() {
        return Objects.requireNonNull(page).address();
    }

    /** What can be read. */
    String visible() {
        return Objects.requireNonNull(page).visible();
    }

    /** All that was sent to the browser: texts, attributes and properties, folded and hidden parts too. */
    String everything() {
        return elements(UI.getCurrent().getElement())
                .flatMap(element -> element.isTextNode()
                        ? Stream.of(element.getText())
                        : Stream.concat(
                                element.getAttributeNames().map(element::getAttribute),
                                element.getPropertyNames().map(name -> String.valueOf(element.getPropertyRaw(name)))))
                .collect(Collectors.joining("\n"));
    }

    private static Stream<Element> elements(Element element) {
        return Stream.concat(Stream.of(element), element.getChildren().flatMap(CasePage::elements));
    }

    /** Presses a button; what was typed has arrived before anything is done. */
    void clicks(String button) {
        clicks(button, true);
    }

    /** Presses a button while what was typed cannot arrive. */
    void clicksUndelivered(String button) {
        clicks(button, false);
    }

    private void clicks(String button, boolean hasArrived) {
        asked.clear();
        _click(_get(Button.class, spec -> spec.withText(button)));
        MockVaadin.clientRoundtrip(true);
        List.copyOf(asked).stream()
                .filter(call -> call.getInvocation().getExpression().contains(".deliver()"))
                .forEach(call -> call.complete(JsonNodeFactory.instance.booleanNode(hasArrived)));
        MockVaadin.clientRoundtrip(true);
    }

    /** Types into a field, which brings it to the address it was given. */
    void types(String field, String text) {
        PersonId writer = Objects.requireNonNull(owner);
        String address = Objects.requireNonNull(field(field).getElement().getProperty("address"));
        String place = address.substring("api/writings/".length(), address.indexOf('?'));
        assertThat(address).endsWith("?owner=" + writer.value());
        String[] parts = place.split("/", -1);
        assertThat(parts[0] + " " + parts[1])
                .isEqualTo(scene.credential().id() + " " + scene.credential().version());
        assertThat(scene.writings.replace(writer, new WritingPlace(scene.credential(), parts[2]), text))
                .isInstanceOf(SaveAnswer.Saved.class);
    }

    /** What stands in a field when the page opens. */
    String typed(String field) {
        return String.valueOf(field(field).getElement().getPropertyRaw("shown"));
    }

    /** Fields, by what they are called, in order. */
    List<String> fields() {
        return _find(WritingField.class).stream().map(CasePage::nameOf).toList();
    }

    private static String nameOf(WritingField field) {
        return Objects.requireNonNull(field.getElement().getProperty("name"));
    }

    private static WritingField field(String name) {
        return _find(WritingField.class).stream()
                .filter(field -> nameOf(field).contains(name))
                .reduce((one, other) -> {
                    throw new AssertionError("two fields are called " + name);
                })
                .orElseThrow(() -> new AssertionError("no field is called " + name));
    }

    /** Chooses levels, by their id, row by row from the first. */
    void levels(String... levels) {
        List<RadioButtonGroup<Scale.Level>> rows = rows();
        for (int i = 0; i < levels.length; i++) {
            String wanted = levels[i];
            RadioButtonGroup<Scale.Level> row = rows.get(i);
            row.setValue(row.getListDataView()
                    .getItems()
                    .filter(level -> level.id().equals(wanted))
                    .findFirst()
                    .orElseThrow());
        }
    }

    /** The levels that are chosen, row by row; blank where none is. */
    List<String> chosen() {
        return rows().stream()
                .map(row -> row.getOptionalValue().map(Scale.Level::id).orElse(""))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static List<RadioButtonGroup<Scale.Level>> rows() {
        return _find(RadioButtonGroup.class).stream()
                .map(row -> (RadioButtonGroup<Scale.Level>) row)
                .toList();
    }

    private void leave() {
        if (page != null) {
            page.close();
        }
    }

    @Override
    public void close() {
        leave();
        TestingLifecycleHookKt.setTestingLifecycleHook(usual);
    }
}
