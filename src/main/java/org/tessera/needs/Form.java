package org.tessera.needs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What somebody handed in, held against what was asked. */
sealed interface Form {

    /** It can be counted: by question, the place of what was chosen, or the words. */
    record Sound(Map<String, String> answers) implements Form {
        public Sound {
            answers = Map.copyOf(answers);
        }
    }

    /** Nothing was answered. */
    record Blank() implements Form {}

    /** An answer in one's own words is too long. */
    record TooLong() implements Form {}

    /** It answers what was not asked, or with what was not offered: it does not come from the form. */
    record Foreign() implements Form {}

    /** Reads what was given, by question. */
    static Form of(Survey survey, Map<String, List<String>> given) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (Map.Entry<String, List<String>> entry : given.entrySet()) {
            Optional<Question> asked = survey.questions().stream()
                    .filter(question -> question.id().equals(entry.getKey()))
                    .findFirst();
            if (asked.isEmpty() || entry.getValue().size() != 1) {
                return new Foreign();
            }
            String value = clean(entry.getValue().getFirst());
            if (value.isEmpty()) {
                continue;
            }
            boolean isOpen = asked.get().kind() == Question.Kind.OPEN;
            if (isOpen && value.length() > Survey.MOST_WORDS) {
                return new TooLong();
            }
            if (!isOpen && !isOffered(asked.get(), value)) {
                return new Foreign();
            }
            answers.put(entry.getKey(), value);
        }
        return answers.isEmpty() ? new Blank() : new Sound(answers);
    }

    private static boolean isOffered(Question question, String value) {
        return value.matches("[0-9]{1,2}")
                && Integer.parseInt(value) < question.answers().size()
                && value.equals(String.valueOf(Integer.parseInt(value)));
    }

    /** Without what no keyboard types: control characters other than line breaks, and halves of characters. */
    private static String clean(String value) {
        StringBuilder cleaned = new StringBuilder(value.length());
        value.replace("\r\n", "\n")
                .codePoints()
                .filter(point -> point == '\n' || !Character.isISOControl(point))
                .filter(point -> Character.getType(point) != Character.SURROGATE)
                .forEach(cleaned::appendCodePoint);
        return cleaned.toString().strip();
    }
}
