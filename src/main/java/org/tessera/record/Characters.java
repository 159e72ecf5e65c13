package org.tessera.record;

import java.text.Normalizer;

/** What people typed, made fit for files that do not take every character. */
final class Characters {

    private Characters() {}

    /** Without what no font draws: controls, joiners and marks of direction; accents with their letters. */
    static String drawable(String text) {
        StringBuilder drawable = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(c -> {
            switch (Character.getType(c)) {
                case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> drawable.append(' ');
                case Character.FORMAT, Character.SURROGATE -> {}
                default -> {
                    if (c < 0xFE00 || c > 0xFE0F) {
                        drawable.appendCodePoint(c);
                    }
                }
            }
        });
        return drawable.toString();
    }

    /** Without what XML 1.0 cannot hold, and with what means something there escaped. */
    static String inXml(String text) {
        StringBuilder xml = new StringBuilder();
        text.codePoints().filter(Characters::isXml).forEach(c -> {
            switch (c) {
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '&' -> xml.append("&amp;");
                case '"' -> xml.append("&quot;");
                default -> xml.appendCodePoint(c);
            }
        });
        return xml.toString();
    }

    private static boolean isXml(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || (c >= 0x10000 && c <= 0x10FFFF);
    }
}
