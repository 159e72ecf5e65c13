package org.tessera.shell.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.tessera.account.SignInToken;

/** Matches what a guest asks for outside the one room the guest was let into. */
final class GuestBounds implements RequestMatcher {

    /** What everybody may open. */
    private static final List<String> COMMON =
            List.of("/login", "/join", "/welcome", "/logout", "/api/csrf", "/api/package-key", "/error");

    private final RequestMatcher furniture;

    /** @param furniture the files and requests every page is made of */
    GuestBounds(RequestMatcher furniture) {
        this.furniture = furniture;
    }

    @Override
    public boolean matches(HttpServletRequest request) {
        return guest().filter(guest -> !isInRoom(Paths.of(request), guest))
                .filter(_ -> COMMON.stream().noneMatch(common -> Paths.isInside(Paths.of(request), common)))
                .filter(_ -> !furniture.matches(request))
                .isPresent();
    }

    /** The guest of this request; nothing for people and for nobody. */
    static Optional<SignInToken> guest() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignInToken token
                        && token.person().guest()
                ? Optional.of(token)
                : Optional.empty();
    }

    /** The address of a guest's room. */
    static String roomOf(SignInToken guest) {
        return "/rooms/" + room(guest);
    }

    private static boolean isInRoom(String path, SignInToken guest) {
        UUID room = room(guest);
        return Paths.isInside(path, "/rooms/" + room)
                || Paths.isInside(path, "/live/rooms/" + room)
                || Paths.isInside(path, "/api/rooms/" + room)
                || path.equals("/api/rooms");
    }

    private static UUID room(SignInToken guest) {
        UUID room = guest.person().guestRoom();
        if (room == null) {
            throw new IllegalStateException("A guest without a room: " + guest);
        }
        return room;
    }
}
