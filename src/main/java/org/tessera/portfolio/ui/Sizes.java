package org.tessera.portfolio.ui;

import java.text.NumberFormat;
import java.util.Locale;

/** Sizes of files as people read them. */
final class Sizes {

    private static final double KILO = 1000;

    private Sizes() {}

    static String of(long bytes, Locale locale) {
        NumberFormat number = NumberFormat.getNumberInstance(locale);
        number.setMaximumFractionDigits(bytes < KILO * KILO ? 0 : 1);
        return bytes < KILO * KILO ? number.format(bytes / KILO) + " kB" : number.format(bytes / KILO / KILO) + " MB";
    }
}
