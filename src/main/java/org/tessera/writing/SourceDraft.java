package org.tessera.writing;

/**
 * A source as a person types it.
 *
 * @param authors family name before given names, people parted by semicolons: {@code Dweck, Carol S.; CAST}
 * @param year such as {@code 2006}; blank if unknown
 * @param container publisher, journal with volume and pages, or site; may be blank
 * @param address on the web; may be blank
 */
public record SourceDraft(
        Source.Kind kind, String authors, String year, String title, String container, String address) {

    /** The longest of any of the fields, in characters. */
    public static final int MOST = 500;

    /** The same without the space people leave around what they type. */
    SourceDraft tidy() {
        return new SourceDraft(kind, authors.strip(), year.strip(), title.strip(), container.strip(), address.strip());
    }
}
