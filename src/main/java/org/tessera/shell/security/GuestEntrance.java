package org.tessera.shell.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.tessera.account.Guests;
import org.tessera.account.JoinAnswer;
import org.tessera.account.OpenedSignIn;
import org.tessera.account.SignInToken;
import org.tessera.account.SignIns;
import org.tessera.account.ui.JoinView;

/** {@code POST /join} with {@code code} and {@code name}: the way in for guests, into one room. */
final class GuestEntrance extends Door {

    private final Guests guests;

    GuestEntrance(SignIns signIns, Guests guests, DoorLog log) {
        super("/join", signIns, log);
        this.guests = guests;
    }

    @Override
    OpenedSignIn open(HttpServletRequest request, SignIns signIns) {
        return switch (guests.join(field(request, "code"), field(request, "name"), language(request))) {
            case JoinAnswer.Refused refused -> throw new Refusal(refused);
            case JoinAnswer.Joined joined -> signIns.open(joined, device(request));
        };
    }

    @Override
    String knocksAs(HttpServletRequest request) {
        return field(request, "code");
    }

    @Override
    void welcome(HttpServletRequest request, HttpServletResponse response, SignInToken who) throws IOException {
        request.getSession().removeAttribute(JoinView.TYPED);
        response.sendRedirect(request.getContextPath() + GuestBounds.roomOf(who));
    }

    @Override
    void turnAway(HttpServletRequest request, HttpServletResponse response, Enum<?> reason) throws IOException {
        request.getSession()
                .setAttribute(JoinView.TYPED, new JoinView.Typed(field(request, "code"), field(request, "name")));
        response.sendRedirect(
                request.getContextPath() + "/join?refused=" + reason.name().toLowerCase(Locale.ROOT));
    }

    /** The language the form was read in; programs may leave it to the header. */
    private static Locale language(HttpServletRequest request) {
        String chosen = field(request, "language");
        return chosen.isEmpty() ? request.getLocale() : Locale.of(chosen);
    }
}
