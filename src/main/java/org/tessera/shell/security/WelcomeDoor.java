package org.tessera.shell.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.tessera.account.OpenedSignIn;
import org.tessera.account.SignInToken;
import org.tessera.account.SignIns;
import org.tessera.account.WelcomeAnswer;
import org.tessera.account.WelcomeLinks;

/** {@code POST /welcome} with {@code secret} and {@code password}: sets the password of whose link it is, and lets them in. */
final class WelcomeDoor extends Door {

    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    private final WelcomeLinks links;

    WelcomeDoor(SignIns signIns, WelcomeLinks links, DoorLog log) {
        super("/welcome", signIns, log);
        this.links = links;
    }

    @Override
    OpenedSignIn open(HttpServletRequest request, SignIns signIns) {
        return switch (links.accept(field(request, "secret"), field(request, "password"))) {
            case WelcomeAnswer.Refused refused -> throw new Refusal(refused);
            case WelcomeAnswer.Welcome(var person) -> signIns.open(person, device(request), false);
        };
    }

    @Override
    String knocksAs(HttpServletRequest request) {
        return field(request, "secret");
    }

    @Override
    void welcome(HttpServletRequest request, HttpServletResponse response, SignInToken who) throws IOException {
        response.sendRedirect(request.getContextPath() + "/");
    }

    @Override
    void turnAway(HttpServletRequest request, HttpServletResponse response, Enum<?> reason) throws IOException {
        response.sendRedirect(page(request) + "?refused=" + reason.name().toLowerCase(Locale.ROOT));
    }

    /** The page the form stood on. */
    static String page(HttpServletRequest request) {
        String secret = field(request, "secret");
        return request.getContextPath() + "/welcome/" + (SECRET.matcher(secret).matches() ? secret : "-");
    }
}
