package org.tessera.submission;

import java.util.Set;

/** Words in the names of schools, districts and teams that tell nobody which one is meant. */
final class PlaceWords {

    /** Words that alone are no name at all. */
    private static final Set<String> EVERYWHERE = Set.of(
            "academy",
            "and",
            "art",
            "arts",
            "biology",
            "central",
            "chemistry",
            "city",
            "community",
            "department",
            "design",
            "district",
            "east",
            "eighth",
            "elementary",
            "english",
            "grade",
            "group",
            "high",
            "history",
            "language",
            "learning",
            "math",
            "maths",
            "mathematics",
            "middle",
            "ninth",
            "north",
            "of",
            "physics",
            "plc",
            "primary",
            "professional",
            "public",
            "school",
            "schools",
            "science",
            "secondary",
            "seventh",
            "sixth",
            "social",
            "south",
            "spanish",
            "studies",
            "team",
            "tenth",
            "the",
            "unified",
            "west",
            "year",
            "equipo",
            "grado",
            "escuela",
            "distrito",
            "departamento",
            "de",
            "la",
            "ciencias",
            "matematicas");

    /** Words that many places have in their names, beside those that are everywhere. */
    private static final Set<String> OF_MANY_PLACES = Set.of(
            "academic",
            "area",
            "board",
            "campus",
            "charter",
            "college",
            "colegio",
            "condado",
            "consolidated",
            "county",
            "creek",
            "education",
            "educational",
            "grove",
            "heights",
            "hill",
            "hills",
            "independent",
            "instituto",
            "international",
            "junior",
            "lake",
            "leaders",
            "leadership",
            "magnet",
            "municipal",
            "park",
            "prep",
            "preparatory",
            "regional",
            "river",
            "senior",
            "spring",
            "springs",
            "state",
            "teachers",
            "technical",
            "town",
            "township",
            "union",
            "university",
            "valley",
            "village");

    private PlaceWords() {}

    /** Whether a word, in small letters, stands in any text about schools; a number does. */
    static boolean isEverywhere(String word) {
        return EVERYWHERE.contains(word) || word.chars().allMatch(Character::isDigit);
    }

    /** Whether a word, in small letters and without accents, belongs to the names of many places. */
    static boolean isOfMany(String word) {
        return OF_MANY_PLACES.contains(word);
    }
}
