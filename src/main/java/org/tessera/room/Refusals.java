package org.tessera.room;

import java.util.Locale;
import java.util.ResourceBundle;

/** Refusals in people's words. */
public final class Refusals {

    private Refusals() {}

    /** The sentence for {@code refusal} in the language of {@code locale}, English where there is no other. */
    public static String sentence(Refusal refusal, Locale locale) {
        ResourceBundle.Control plain =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        return ResourceBundle.getBundle("messages.room", locale, plain).getString("refusal." + refusal.name());
    }
}
