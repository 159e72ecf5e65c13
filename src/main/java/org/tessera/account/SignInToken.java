package org.tessera.account;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/**
 * Spring Security's view of an open sign-in. Socket handlers find it as the principal of their session and close the
 * socket when {@link SignInEnded} names its {@link #signIn()}.
 */
public final class SignInToken extends AbstractAuthenticationToken {

    /** What people with an account may do. */
    public static final String PERSON = "ROLE_PERSON";

    /** What guests may do: enter their one room. */
    public static final String GUEST = "ROLE_GUEST";

    private static final long serialVersionUID = 1L;

    private final transient SignInId signIn;
    private final transient SignedIn person;

    public SignInToken(SignInId signIn, SignedIn person) {
        super(AuthorityUtils.createAuthorityList(person.guest() ? GUEST : PERSON));
        this.signIn = signIn;
        this.person = person;
        setAuthenticated(true);
    }

    public SignInId signIn() {
        return signIn;
    }

    public SignedIn person() {
        return person;
    }

    @Override
    public SignedIn getPrincipal() {
        return person;
    }

    /** Nothing: the secret stays in the browser's cookie. */
    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    /** The person's id, which tells a log nothing about the person. */
    @Override
    public String getName() {
        return person.id().value().toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignInToken that && signIn.equals(that.signIn) && person.equals(that.person);
    }

    @Override
    public int hashCode() {
        return Objects.hash(signIn, person);
    }

    @Override
    public String toString() {
        return "SignInToken[" + signIn.value() + "]";
    }
}
