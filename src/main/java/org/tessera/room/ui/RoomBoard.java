package org.tessera.room.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.server.VaadinRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.security.web.csrf.CsrfToken;
import org.tessera.room.MemberId;
import org.tessera.room.RoomId;

/**
 * The live part of the room: pages, notes, texts, votes. It opens a socket of its own and shows what comes through it;
 * Flow only tells it which room, where its words are, and with which token it may post where sockets are blocked.
 */
@Tag("tessera-room-board")
@JsModule("./tessera-room-board.ts")
final class RoomBoard extends Component implements HasStyle {

    void enter(RoomId room) {
        getElement().setProperty("room", room.toString());
    }

    /** Several people share the device and nobody has it yet; to be called before {@link #enter}. */
    void beginCovered() {
        getElement().setProperty("covered", true);
    }

    /** What to do when the board finds that its line has no seat any more. */
    void onCovered(Runnable action) {
        getElement().addEventListener("tessera-covered", _ -> action.run());
    }

    /** What to do when somebody says that a material shows what nobody should see. */
    void onAlarm(Consumer<UUID> action) {
        getElement()
                .addEventListener("tessera-alarm", event -> material(event).ifPresent(action))
                .addEventData("event.detail.material");
    }

    private static Optional<UUID> material(DomEvent event) {
        try {
            return Optional.of(UUID.fromString(
                    event.getEventData().path("event.detail.material").asString("")));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    /**
     * Takes everything of the person off the screen and delivers what is under way; then tells what the person has typed
     * and not given, as JSON by person, or nothing if not everything arrived.
     */
    void handOn(Consumer<Optional<String>> then) {
        getElement()
                .executeJs("return this.handOn()")
                .then(
                        String.class,
                        words -> then.accept(Optional.ofNullable(words)),
                        _ -> then.accept(Optional.empty()));
    }

    /** Tells what this browser keeps of {@code people}, as JSON by person. */
    void leftBy(List<String> people, Consumer<String> then) {
        getElement().executeJs("return this.leftBy($0)", people).then(String.class, then::accept);
    }

    /** From now on nobody has the device; what the browser kept of {@code people} is gone. */
    void cover(List<String> people) {
        getElement().executeJs("this.cover($0)", people);
    }

    /** The person keeps the device after all. */
    void unveil() {
        getElement().executeJs("this.unveil()");
    }

    /** {@code member} has the device now, with what the person had typed; {@code arrived} when the browser has it. */
    void open(MemberId member, String ticket, String words, Runnable arrived) {
        getElement()
                .executeJs("this.open($0, $1, $2); return true", member.toString(), ticket, words)
                .then(_ -> arrived.run());
    }

    /** The device came to be shared; with the ticket the board finds its seat again. */
    void hold(MemberId member, String ticket) {
        getElement().executeJs("this.hold($0, $1)", member.toString(), ticket);
    }

    /** Opens the page anew. */
    void reload() {
        getUI().ifPresent(ui -> ui.getPage().reload());
    }

    /** The language of the page. */
    Locale locale() {
        return getLocale();
    }

    /** Words in the language of the page. */
    @Override
    public String getTranslation(String key, Object... params) {
        return super.getTranslation(key, params);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        getElement().setProperty("lang", getLocale().toLanguageTag());
        getElement().setProperty("wording", BoardWords.address(getLocale()));
        VaadinRequest request = VaadinRequest.getCurrent();
        if (request != null && request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            getElement().setProperty("csrfHeader", token.getHeaderName());
            getElement().setProperty("csrfToken", token.getToken());
        }
    }
}
