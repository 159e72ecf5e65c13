package org.tessera.shell.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.tessera.account.DeviceSeats;
import org.tessera.account.SignInToken;

/**
 * Matches what is fetched from outside its room with a sign-in that several people share there. Pages are left to Flow, which
 * leads back to the room.
 */
final class SharedBounds implements RequestMatcher {

    private static final List<String> COMMON =
            List.of("/login", "/join", "/logout", "/api/csrf", "/api/package-key", "/api/rooms", "/error");

    private final DeviceSeats seats;
    private final RequestMatcher furniture;

    /** @param furniture the files and requests every page is made of */
    SharedBounds(DeviceSeats seats, RequestMatcher furniture) {
        this.seats = seats;
        this.furniture = furniture;
    }

    @Override
    public boolean matches(HttpServletRequest request) {
        String path = Paths.of(request);
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof SignInToken token)
                || Paths.isPage(request)
                || COMMON.stream().anyMatch(path::equals)
                || furniture.matches(request)) {
            return false;
        }
        List<UUID> rooms = seats.roomsOf(token.signIn());
        return !rooms.isEmpty() && rooms.stream().noneMatch(room -> isInRoom(path, room));
    }

    private static boolean isInRoom(String path, UUID room) {
        return Paths.isInside(path, "/rooms/" + room)
                || Paths.isInside(path, "/live/rooms/" + room)
                || Paths.isInside(path, "/api/rooms/" + room);
    }
}
