package org.tessera.shell.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.tessera.account.Accounts;
import org.tessera.account.OpenedSignIn;
import org.tessera.account.PasswordAnswer;
import org.tessera.account.Passwords;
import org.tessera.account.SignInToken;
import org.tessera.account.SignIns;
import org.tessera.account.ui.LoginView;

/** {@code POST /login} with {@code username} (the e-mail address) and {@code password}. */
final class PasswordDoor extends Door {

    private final Passwords passwords;
    private final Accounts accounts;
    private final RequestCache wanted;

    PasswordDoor(SignIns signIns, Passwords passwords, Accounts accounts, RequestCache wanted, DoorLog log) {
        super("/login", signIns, log);
        this.passwords = passwords;
        this.accounts = accounts;
        this.wanted = wanted;
    }

    @Override
    OpenedSignIn open(HttpServletRequest request, SignIns signIns) {
        boolean keep = request.getParameter("keep") != null;
        return switch (passwords.check(field(request, "username"), field(request, "password"))) {
            case PasswordAnswer.Refused refused -> throw new Refusal(refused);
            case PasswordAnswer.Right(var id) ->
                accounts.person(id)
                        .map(person -> signIns.open(person, device(request), keep))
                        .orElseThrow(() -> new Refusal(PasswordAnswer.Refused.WRONG));
        };
    }

    @Override
    String knocksAs(HttpServletRequest request) {
        return field(request, "username");
    }

    @Override
    void welcome(HttpServletRequest request, HttpServletResponse response, SignInToken who) throws IOException {
        request.getSession().removeAttribute(LoginView.TYPED_EMAIL);
        Optional<SavedRequest> page = Optional.ofNullable(wanted.getRequest(request, response));
        wanted.removeRequest(request, response);
        response.sendRedirect(page.map(SavedRequest::getRedirectUrl).orElse(request.getContextPath() + "/"));
    }

    @Override
    void turnAway(HttpServletRequest request, HttpServletResponse response, Enum<?> reason) throws IOException {
        request.getSession().setAttribute(LoginView.TYPED_EMAIL, field(request, "username"));
        response.sendRedirect(
                request.getContextPath() + "/login?refused=" + reason.name().toLowerCase(Locale.ROOT));
    }
}
