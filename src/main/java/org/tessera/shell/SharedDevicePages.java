package org.tessera.shell;

import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tessera.account.CurrentUser;
import org.tessera.account.DeviceSeats;
import org.tessera.account.SignInId;

/**
 * While several people of a room share a device, it shows that room and nothing else of the one whose sign-in it is: whoever
 * has it in hand is not asked for a PIN on other pages.
 *
 * @see "Decision: docs/decisions/one-device-several-people.md"
 */
@Component
class SharedDevicePages implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1L;
    private static final int NOTICE_MILLIS = 8_000;

    private final transient CurrentUser user;
    private final transient DeviceSeats seats;

    SharedDevicePages(CurrentUser user, DeviceSeats seats) {
        this.user = user;
        this.seats = seats;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(page -> user.signIn()
                .ifPresent(signIn -> page.getUI().addBeforeEnterListener(enter -> stay(enter, signIn))));
    }

    private void stay(BeforeEnterEvent enter, SignInId signIn) {
        List<UUID> rooms = seats.roomsOf(signIn);
        String path = enter.getLocation().getPath() + "/";
        boolean isDoor = path.startsWith("login/") || path.startsWith("join/") || path.startsWith("welcome/");
        if (rooms.isEmpty() || isDoor || rooms.stream().anyMatch(room -> path.startsWith("rooms/" + room + "/"))) {
            return;
        }
        Notification.show(
                enter.getUI().getTranslation("shell.shared"), NOTICE_MILLIS, Notification.Position.BOTTOM_CENTER);
        enter.forwardTo("rooms/" + rooms.getFirst());
    }
}
