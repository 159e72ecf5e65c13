package org.tessera.writing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How much of a text stands in other people's texts too, word for word or only lightly reworded.
 *
 * <p>Word for word is what shares runs of {@value #RUN} words. Lightly reworded is a sentence that has most of its
 * content words, in whatever order and form, in common with one sentence of somebody else's.
 *
 * @param words how many words were looked at: quotations with their source, and what the team wrote together, are not
 * @param alike how many of them stand in a passage that is alike
 * @param passages those passages, as stretches of one's own text
 */
public record Likeness(int words, int alike, List<Stretch> passages, int longest) {

    private static final int RUN = 5;
    /** What people say alike by chance is shorter. */
    private static final int LEAST_PASSAGE = 8;

    private static final int LEAST_CONTENT_WORDS = 5;
    private static final double SAME_SENTENCE = 0.65;

    /** Words of English and Spanish that say little by themselves, without accents. */
    private static final Set<String> FUNCTION_WORDS = Set.of("""
            a about after al algo all also am an and ante antes any are as at aun aunque bajo be because been
            before being but by cada can como con could cual cuando de del desde did do does donde durante e
            each el ella ellas ellos en entre era eran es esa ese eso esta este esto for from fue fueron ha
            habia had han has hasta have hay he her him his how i if in into is it its just la las le les lo los
            mas me mi mis more most mucho muy my nada ni no nos nosotros not o of on one or our out over para
            pero por porque que se sea ser she should si sin so sobre some son su sus tambien te tenia than that
            the their them then there these they this those tiene to todo todos too tu un una uno unos up us
            very was we were what when where which while who why will with would y ya yo you your
            """.strip().split("\\s+"));

    public Likeness {
        passages = List.copyOf(passages);
    }

    /** A text and the stretches of it that do not count: quotations with their source. */
    public record Subject(String text, List<Stretch> leftOut) {
        public Subject {
            leftOut = List.copyOf(leftOut);
        }
    }

    /**
     * Compares a text with those of others.
     *
     * @param others each text of each other person by itself
     * @param shared what several people may well have in common: the questions, what the team wrote together
     */
    public static Likeness of(Subject mine, Collection<Subject> others, Collection<String> shared) {
        List<Token> tokens = Token.of(mine.text(), mine.leftOut());
        BitSet free = free(tokens, shared);
        List<Sentence> sentences = Sentence.of(mine.text(), tokens);
        BitSet alike = new BitSet();
        for (Subject other : others) {
            List<Token> theirs = Token.of(other.text(), other.leftOut());
            alike.or(runs(tokens, runsOf(theirs)));
            alike.or(reworded(sentences, Sentence.of(other.text(), theirs)));
        }
        alike.and(free);
        return counted(mine.text(), tokens, free, alike);
    }

    /** Whether an assessor would take the text for a copy: too much of it is alike, or one passage is too long. */
    public boolean isTooMuch() {
        double share = words == 0 ? 0 : (double) alike / words;
        return (alike >= 30 && share >= 0.15) || longest >= 50 || (alike >= 12 && share >= 0.6);
    }

    private static Likeness counted(String text, List<Token> tokens, BitSet free, BitSet alike) {
        List<Stretch> passages = new ArrayList<>();
        int words = 0;
        int longest = 0;
        for (int from = alike.nextSetBit(0); from >= 0; ) {
            int to = endOf(alike, from);
            int length = alike.get(from, to).cardinality();
            if (length >= LEAST_PASSAGE) {
                passages.add(new Stretch(
                        tokens.get(from).where().from(),
                        tokens.get(to - 1).where().to()));
                words += length;
                longest = Math.max(longest, length);
            }
            from = alike.nextSetBit(to);
        }
        return new Likeness(free.cardinality(), words, passages, longest);
    }

    /** Where the passage that begins at {@code from} ends; one or two changed words do not end it. */
    private static int endOf(BitSet alike, int from) {
        int to = alike.nextClearBit(from);
        for (int next = alike.nextSetBit(to); next >= 0 && next - to <= 2; next = alike.nextSetBit(to)) {
            to = alike.nextClearBit(next);
        }
        return to;
    }

    private static BitSet free(List<Token> tokens, Collection<String> shared) {
        BitSet common = new BitSet();
        for (String text : shared) {
            common.or(runs(tokens, runsOf(Token.of(text, List.of()))));
        }
        BitSet free = new BitSet();
        free.set(0, tokens.size());
        free.andNot(common);
        return free;
    }

    private static BitSet runs(List<Token> tokens, Set<String> known) {
        BitSet marked = new BitSet();
        for (int i = 0; i + RUN <= tokens.size(); i++) {
            if (known.contains(run(tokens, i))) {
                marked.set(i, i + RUN);
            }
        }
        return marked;
    }

    private static Set<String> runsOf(List<Token> tokens) {
        Set<String> runs = new HashSet<>();
        for (int i = 0; i + RUN <= tokens.size(); i++) {
            runs.add(run(tokens, i));
        }
        return runs;
    }

    private static String run(List<Token> tokens, int at) {
        StringBuilder run = new StringBuilder();
        for (Token token : tokens.subList(at, at + RUN)) {
            run.append(token.word()).append(' ');
        }
        return run.toString();
    }

    private static BitSet reworded(List<Sentence> mine, List<Sentence> theirs) {
        BitSet marked = new BitSet();
        for (Sentence sentence : mine) {
            if (theirs.stream().anyMatch(sentence::says)) {
                marked.set(sentence.from(), sentence.to());
            }
        }
        return marked;
    }

    /** A sentence as the words that carry its content, shortened to what their forms have in common. */
    private record Sentence(int from, int to, Set<String> content) {

        private static final Pattern END = Pattern.compile("[.!?…。！？]|\\R\\s*\\R");

        static List<Sentence> of(String text, List<Token> tokens) {
            List<Sentence> sentences = new ArrayList<>();
            int from = 0;
            for (int i = 1; i <= tokens.size(); i++) {
                if (i == tokens.size() || endsBetween(text, tokens.get(i - 1), tokens.get(i))) {
                    sentences.add(new Sentence(from, i, contentOf(tokens.subList(from, i))));
                    from = i;
                }
            }
            return sentences;
        }

        boolean says(Sentence other) {
            if (content.size() < LEAST_CONTENT_WORDS || other.content.size() < LEAST_CONTENT_WORDS) {
                return false;
            }
            Set<String> both = new HashSet<>(content);
            both.retainAll(other.content);
            return 2.0 * both.size() / (content.size() + other.content.size()) >= SAME_SENTENCE;
        }

        /** A line break alone ends nothing: copied texts are often wrapped. */
        private static boolean endsBetween(String text, Token before, Token after) {
            String between = text.substring(before.where().to(), after.where().from());
            return END.matcher(between).find();
        }

        private static Set<String> contentOf(List<Token> tokens) {
            Set<String> content = new HashSet<>();
            tokens.stream()
                    .map(Token::word)
                    .filter(word -> !FUNCTION_WORDS.contains(word))
                    .map(word -> word.length() <= 5 ? word : word.substring(0, 5))
                    .forEach(content::add);
            return content;
        }
    }
}
