package org.tessera.account;

import java.util.Locale;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who is asking. Works in Vaadin requests, in controllers and in filters. */
@Component
public class CurrentUser {

    /** The person or guest of this request; nothing while nobody has signed in. */
    public Optional<SignedIn> get() {
        return token().map(SignInToken::person);
    }

    /**
     * The person or guest of this request.
     *
     * @throws AccessDeniedException when nobody has signed in
     */
    public SignedIn require() {
        return get().orElseThrow(() -> new AccessDeniedException("Nobody has signed in"));
    }

    /** The sign-in this request belongs to; nothing while nobody has signed in. */
    public Optional<SignInId> signIn() {
        return token().map(SignInToken::signIn);
    }

    /** From now on the texts are read in this language; what is stored about the person stays as it is. */
    public void read(Locale language) {
        token().ifPresent(token -> SecurityContextHolder.getContext()
                .setAuthentication(
                        new SignInToken(token.signIn(), token.person().reading(Languages.nearest(language)))));
    }

    private static Optional<SignInToken> token() {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        return known instanceof SignInToken token ? Optional.of(token) : Optional.empty();
    }
}
