package org.tessera.shell.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;
import org.tessera.account.SignInToken;
import org.tessera.account.SignIns;

/**
 * Restores a sign-in from its cookie where there is no HTTP session (after a restart, on another node), and forgets an
 * HTTP session whose sign-in has ended. One look at the table per request makes an ended sign-in end everywhere at once.
 */
final class SignInFilter extends OncePerRequestFilter {

    private final SignIns signIns;
    private final SecurityContextRepository sessions;

    SignInFilter(SignIns signIns, SecurityContextRepository sessions) {
        this.signIns = signIns;
        this.sessions = sessions;
    }

    /** The bundle's files are the same for everybody. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = Paths.of(request);
        return Paths.isInside(path, "/VAADIN/build") || Paths.isInside(path, "/VAADIN/static");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof SignInToken known
                && !isOpen(known, request)) {
            forget(request);
        }
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof SignInToken)) {
            restore(request, response);
        }
        chain.doFilter(request, response);
    }

    private boolean isOpen(SignInToken known, HttpServletRequest request) {
        return Paths.isByItself(request) ? signIns.isOpen(known.signIn()) : signIns.use(known.signIn());
    }

    private void restore(HttpServletRequest request, HttpServletResponse response) {
        SignInCookie.read(request).ifPresent(secret -> signIns.restore(secret)
                .ifPresentOrElse(
                        token -> remember(token, request, response), () -> SignInCookie.remove(request, response)));
    }

    private void remember(SignInToken token, HttpServletRequest request, HttpServletResponse response) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(token);
        SecurityContextHolder.setContext(context);
        // Programs send the cookie every time; only pages are worth a session.
        if (!Paths.isForPrograms(request)) {
            if (request.getSession(false) != null) {
                request.changeSessionId();
            }
            sessions.saveContext(context, request, response);
        }
    }

    private static void forget(HttpServletRequest request) {
        SecurityContextHolder.clearContext();
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
