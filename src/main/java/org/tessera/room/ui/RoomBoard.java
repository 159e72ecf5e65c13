package org.tessera.room.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.server.VaadinRequest;
import org.springframework.security.web.csrf.CsrfToken;
import org.tessera.room.RoomId;

/**
 * The live part of the room: pages, notes, texts, votes. It opens a socket of its own and shows what comes through it;
 * Flow only tells it which room, in which words, and with which token it may post where sockets are blocked.
 */
@Tag("tessera-room-board")
@JsModule("./tessera-room-board.ts")
final class RoomBoard extends Component implements HasStyle {

    void enter(RoomId room) {
        getElement().setProperty("room", room.toString());
    }

    @Override
    protected void onAttach(AttachEvent event) {
        getElement().setProperty("lang", getLocale().toLanguageTag());
        getElement().setPropertyMap("messages", BoardWords.in(getLocale()));
        getElement().setPropertyMap("undertones", Undertone.phrases());
        VaadinRequest request = VaadinRequest.getCurrent();
        if (request != null && request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            getElement().setProperty("csrfHeader", token.getHeaderName());
            getElement().setProperty("csrfToken", token.getToken());
        }
    }
}
