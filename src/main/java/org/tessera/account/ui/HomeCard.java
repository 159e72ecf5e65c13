package org.tessera.account.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.tessera.account.SignedIn;

/**
 * A section of the home page. Every feature may give one, as a Spring bean; they stand in the order of
 * {@link org.springframework.core.annotation.Order}, what is most urgent first.
 */
@FunctionalInterface
public interface HomeCard {

    /** The section as this person sees it; nothing where it would only be in the way. */
    Optional<Component> forPerson(SignedIn person);
}
