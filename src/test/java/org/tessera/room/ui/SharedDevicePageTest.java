package org.tessera.room.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.TestingLifecycleHook;
import com.github.mvysny.kaributesting.v10.TestingLifecycleHookKt;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.internal.PendingJavaScriptInvocation;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ActiveProfiles;
import org.tessera.account.Accounts;
import org.tessera.account.SignInToken;
import org.tessera.account.SignIns;
import org.tessera.protocol.Role;
import org.tessera.room.Device;
import org.tessera.room.MemberId;
import org.tessera.room.PatientEnd;
import org.tessera.room.RoomCommand;
import org.tessera.room.RoomId;
import org.tessera.room.SharedDevices;
import org.tessera.support.AppTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The page of a laptop several people share. What the board in the browser answers is answered here by hand. */
@AppTest
@ActiveProfiles("test")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class SharedDevicePageTest {

    private static final String ANAS = "1357";
    private static final String DEES = "2468";

    @Autowired
    private ApplicationContext application;

    @Autowired
    private SharedDevices devices;

    @Autowired
    private SignIns signIns;

    /** What a page asked of its browser; every page has a thread of its own here. */
    private record Asked(Thread by, PendingJavaScriptInvocation call) {}

    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final TestingLifecycleHook usual = TestingLifecycleHookKt.getTestingLifecycleHook();
    private final List<AutoCloseable> open = new ArrayList<>();
    private Cast cast;
    private RoomId room;
    private SignInToken token;

    @BeforeAll
    void make_a_team() {
        cast = new Cast(application, "Ana", "Ben");
    }

    @BeforeAll
    void listen_to_what_pages_ask() {
        TestingLifecycleHookKt.setTestingLifecycleHook((TestingLifecycleHook) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {TestingLifecycleHook.class}, (_, method, arguments) -> {
                    if (method.getName().equals("handlePendingJavascriptInvocations")) {
                        ((List<?>) arguments[0])
                                .forEach(call -> asked.add(
                                        new Asked(Thread.currentThread(), (PendingJavaScriptInvocation) call)));
                    }
                    return method.invoke(usual, arguments);
                }));
    }

    @AfterAll
    void listen_no_more() {
        TestingLifecycleHookKt.setTestingLifecycleHook(usual);
    }

    @BeforeEach
    void prepare_a_meeting() {
        room = cast.meeting("looking-at-student-work", Map.of("Ana", Role.FACILITATOR, "Ben", Role.PRESENTER));
        token = signIns.open(
                        application
                                .getBean(Accounts.class)
                                .person(cast.id("Ana"))
                                .orElseThrow(),
                        "Laptop",
                        false)
                .token();
    }

    @AfterEach
    void close_everything() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
        open.clear();
    }

    private Browser laptop() {
        Browser browser = new Browser(application, token);
        open.add(browser);
        browser.open("rooms/" + room);
        return browser;
    }

    private Device device() {
        return new Device(room, token.signIn());
    }

    private void deeSits() {
        devices.sitGuest(device(), token.person(), ANAS, "Dee", DEES, Locale.ENGLISH);
    }

    /** Answers what the page asked of the board. */
    private void boardAnswers(Browser browser, String call, JsonNode answer) {
        browser.run(() -> {
            asked(call).complete(answer);
            MockVaadin.clientRoundtrip(true);
        });
    }

    private void boardAnswers(Browser browser, String call, String answer) {
        boardAnswers(browser, call, JsonNodeFactory.instance.stringNode(answer));
    }

    /** What the page of this thread asked of the board last. */
    private PendingJavaScriptInvocation asked(String call) {
        MockVaadin.clientRoundtrip(true);
        Asked found = asked.stream()
                .filter(each -> each.by() == Thread.currentThread())
                .filter(each -> each.call().getInvocation().getExpression().contains("this." + call + "("))
                .reduce((_, last) -> last)
                .orElseThrow(() -> new AssertionError("nothing was asked of the board: " + call));
        asked.remove(found);
        return found.call();
    }

    private static void picks(Browser browser, String name) {
        browser.sees(_ -> assertThat(sitter(name)).isPresent());
        browser.run(() -> _click(sitter(name).orElseThrow()));
    }

    /** The button of somebody who sits at the device. */
    private static Optional<NativeButton> sitter(String name) {
        return _find(NativeButton.class).stream()
                .filter(button -> button.getChildren()
                        .anyMatch(child ->
                                child instanceof Span span && span.getText().equals(name)))
                .findFirst();
    }

    private static void types(Browser browser, String label, String value) {
        browser.sees(_ -> assertThat(_find(PasswordField.class, spec -> spec.withLabel(label)))
                .hasSize(1));
        browser.run(
                () -> _get(PasswordField.class, spec -> spec.withLabel(label)).setValue(value));
    }

    @Test
    void somebody_sits_down_with_a_name_and_both_choose_a_pin() {
        Browser laptop = laptop();
        laptop.sees(page -> assertThat(page.buttons()).contains("Somebody else sits here too"));
        laptop.clicks("Somebody else sits here too");
        laptop.run(() -> _get(TextField.class, spec -> spec.withLabel("Name")).setValue("Dee"));
        types(laptop, "Ana, choose a PIN", "13");
        types(laptop, "PIN of the person who sits down", DEES);
        laptop.clicks("Sit down");
        assertThat(devices.isShared(device())).isFalse();
        types(laptop, "Ana, choose a PIN", ANAS);
        laptop.clicks("Sit down");

        assertThat(devices.sitters(device()))
                .extracting(sitter -> sitter.name())
                .containsExactly("Ana", "Dee");
        laptop.sees(page -> {
            assertThat(page.words())
                    .contains("Ana has this device. Dee sits here too.", "Dee sits at this device now.");
            assertThat(page.buttons()).contains("Pass the device", "Begin: Norms");
        });
    }

    @Test
    void the_page_is_the_next_ones_after_the_pin_and_nothing_of_the_first_is_left() {
        deeSits();
        Browser laptop = laptop();
        boardAnswers(laptop, "leftBy", "{}");
        picks(laptop, "Ana");
        types(laptop, "PIN", ANAS);
        laptop.clicks("Go on");
        laptop.sees(page -> assertThat(page.buttons()).contains("Begin: Norms", "Pass the device"));

        laptop.clicks("Pass the device");
        laptop.sees(page -> {
            assertThat(page.words()).contains("What Ana wrote is being saved.").doesNotContain("Ana (you)");
            assertThat(page.buttons()).doesNotContain("Begin: Norms", "Go on");
        });
        boardAnswers(laptop, "handOn", "{}");
        picks(laptop, "Dee");
        types(laptop, "PIN", ANAS);
        laptop.clicks("Go on");
        laptop.run(() -> assertThat(_get(PasswordField.class).getErrorMessage())
                .isEqualTo("That is not the PIN of this person."));
        types(laptop, "PIN", DEES);
        laptop.clicks("Go on");

        laptop.sees(page -> {
            assertThat(page.words())
                    .contains("Dee (you)", "Dee has the device now.")
                    .doesNotContain("Ana (you)");
            assertThat(page.buttons()).doesNotContain("Begin: Norms");
        });
        laptop.clicks("Raise hand");
        Browser ben = new Browser(application, cast.signedIn("Ben", Locale.ENGLISH));
        open.add(ben);
        ben.open("rooms/" + room);
        ben.sees(page -> assertThat(_find(PersonRow.class).stream()
                        .filter(row -> !shown(row, "hand").isEmpty())
                        .map(row -> shown(row, "person").contains("Dee")))
                .containsExactly(true));
    }

    @Test
    void the_device_stays_where_not_everything_has_arrived() {
        deeSits();
        Browser laptop = laptop();
        boardAnswers(laptop, "leftBy", "{}");
        picks(laptop, "Ana");
        types(laptop, "PIN", ANAS);
        laptop.clicks("Go on");
        laptop.clicks("Pass the device");
        boardAnswers(laptop, "handOn", JsonNodeFactory.instance.nullNode());

        laptop.sees(page -> assertThat(page.words())
                .contains("Ana (you)", "Not everything you wrote has been saved yet, so the device stays with you."));
    }

    @Test
    void what_was_typed_waits_on_the_server_and_comes_back_to_its_person_alone() {
        deeSits();
        Browser laptop = laptop();
        String ana = cast.member(room, "Ana").toString();
        boardAnswers(laptop, "leftBy", "{\"" + ana + "\":{\"draft:x\":\"half a word\"}}");
        assertThat(devices.leftWords(device(), cast.member(room, "Ana"))).containsEntry("draft:x", "half a word");
        picks(laptop, "Dee");
        types(laptop, "PIN", DEES);
        laptop.clicks("Go on");
        assertThat(opened(laptop)).doesNotContain("half a word");
        laptop.clicks("Pass the device");
        boardAnswers(laptop, "handOn", "{}");
        picks(laptop, "Ana");
        types(laptop, "PIN", ANAS);
        laptop.clicks("Go on");
        assertThat(opened(laptop)).contains("half a word");
        assertThat(devices.leftWords(device(), cast.member(room, "Ana"))).isEmpty();
    }

    /** What the board was given to open with; it says that it has it. */
    private String opened(Browser browser) {
        return browser.on(() -> {
            PendingJavaScriptInvocation open = asked("open");
            open.complete(JsonNodeFactory.instance.booleanNode(true));
            return open.getInvocation().getParameters().toString();
        });
    }

    @Test
    void another_page_of_the_device_is_covered_when_one_hands_it_on() {
        deeSits();
        Browser one = laptop();
        boardAnswers(one, "leftBy", "{}");
        picks(one, "Ana");
        types(one, "PIN", ANAS);
        one.clicks("Go on");
        one.sees(page -> assertThat(page.words()).contains("Ana (you)"));
        Browser two = laptop();
        boardAnswers(two, "leftBy", "{}");
        picks(two, "Dee");
        types(two, "PIN", DEES);
        two.clicks("Go on");

        one.sees(page -> assertThat(page.words()).doesNotContain("Ana (you)").contains("One moment"));
        two.sees(page -> assertThat(page.words()).contains("Dee (you)"));
    }

    @Test
    void everybody_sees_who_shares_a_device_and_the_device_says_when_it_is_anothers_turn() {
        RoomId round = cast.meeting("notice-and-wonder", Map.of("Ana", Role.FACILITATOR, "Ben", Role.PARTICIPANT));
        Device shared = new Device(round, token.signIn());
        devices.sitGuest(shared, token.person(), ANAS, "Dee", DEES, Locale.ENGLISH);
        MemberId dee = devices.sitters(shared).getLast().member();
        open.add(devices.open(shared, cast.member(round, "Ana"), Locale.ENGLISH, new Silent(), Optional.empty()));
        open.add(cast.board(round, "Ben"));
        Browser laptop = new Browser(application, token);
        open.add(laptop);
        laptop.open("rooms/" + round);
        boardAnswers(laptop, "leftBy", "{}");
        picks(laptop, "Ana");
        types(laptop, "PIN", ANAS);
        laptop.clicks("Go on");
        laptop.sees(page -> assertThat(page.words()).contains("at one device with Dee", "at one device with Ana"));
        cast.goesTo(round, "Ana", "notice");
        cast.gives(
                round,
                "Ana",
                new RoomCommand.OrderTurns(List.of(
                        dee.value(),
                        cast.member(round, "Ana").value(),
                        cast.member(round, "Ben").value())));
        cast.gives(round, "Ana", new RoomCommand.StartPhase("notice-round"));

        laptop.sees(page -> {
            assertThat(page.words()).contains("Now Dee: pass the device.");
            assertThat(page.buttons()).contains("Pass to Dee");
        });
        laptop.clicks("Pass to Dee");
        boardAnswers(laptop, "handOn", "{}");
        laptop.sees(page -> assertThat(page.words()).contains("Hand the device to Dee"));
    }

    private static final class Silent implements PatientEnd {
        @Override
        public void deliver(List<String> frames) {}

        @Override
        public void close() {}
    }

    @Test
    void no_other_page_of_the_first_person_opens_while_the_device_is_shared() {
        deeSits();
        Browser laptop = laptop();
        for (String elsewhere : List.of("", "teams", "evidence", "rooms/new")) {
            laptop.open(elsewhere);
            assertThat(laptop.address()).isEqualTo("rooms/" + room);
        }
        devices.stopSharing(device());
        laptop.open("teams");
        assertThat(laptop.address()).startsWith("teams");
    }

    @Test
    void who_leaves_the_device_is_not_offered_there_any_more() {
        deeSits();
        Browser laptop = laptop();
        boardAnswers(laptop, "leftBy", "{}");
        laptop.sees(page -> assertThat(page.words()).contains("Dee", "Ana"));
        devices.leave(device(), devices.sitters(device()).getLast().member());
        laptop.sees(page -> assertThat(page.words()).contains("Ana").doesNotContain("Dee"));
        cast.gives(room, "Ana", new RoomCommand.RaiseHand());
    }

    /** What the browser is given to draw of a person. */
    private static String shown(PersonRow row, String what) {
        return row.getChildren().findFirst().orElseThrow().getElement().getProperty(what, "");
    }
}
