package org.tessera.bench.fault;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.tessera.bench.fault.Diary.Answer;
import org.tessera.bench.fault.Diary.Given;
import org.tessera.bench.fault.Diary.Heard;
import tools.jackson.databind.JsonNode;

/**
 * Judges a meeting by what everybody in it gave and was told, and by a fresh snapshot of each at the end. Knows nothing of
 * the server. It relies on writers who rewrite, move and remove only notes of their own, each under a text of its own, and
 * never give two commands about one note at once.
 */
public final class Judge {

    /** One person’s diary, and a snapshot of the same person’s taken when all was quiet. */
    public record Witness(Diary diary, Fold fresh) {

        String name() {
            return diary.name();
        }
    }

    /** A note as its writer left it. */
    private record Left(String text, String x) {}

    private static final Pattern NO_WORD = Pattern.compile("[^A-Za-z0-9-]+");

    private final List<Witness> witnesses;
    private final Set<Fault> faults = new LinkedHashSet<>();

    private Judge(List<Witness> witnesses) {
        this.witnesses = witnesses;
    }

    /** Everything that went wrong; nothing if all is well. */
    public static List<Fault> judge(List<Witness> witnesses) {
        Judge judge = new Judge(witnesses);
        witnesses.forEach(judge::answers);
        witnesses.forEach(judge::lost);
        witnesses.forEach(judge::once);
        witnesses.forEach(judge::holes);
        judge.strangers();
        judge.order();
        judge.equal();
        judge.leaks();
        return List.copyOf(judge.faults);
    }

    /** What can be judged while nobody writes and everything is answered, though it goes on later. */
    static List<Fault> judgeSoFar(List<Witness> witnesses) {
        Judge judge = new Judge(witnesses);
        witnesses.forEach(judge::lost);
        judge.strangers();
        judge.equal();
        return List.copyOf(judge.faults);
    }

    private void finds(Fault.Kind kind, Witness witness, String what) {
        faults.add(new Fault(kind, witness.name(), what));
    }

    private void answers(Witness witness) {
        witness.diary().unanswered().forEach(command -> finds(Fault.Kind.UNANSWERED, witness, told(command)));
        witness.diary().heard().stream()
                .filter(frame ->
                        frame.is("refused") && !frame.frame().path("id").isString())
                .forEach(frame -> finds(Fault.Kind.REFUSED, witness, frame.text()));
        Set<UUID> acknowledged = new HashSet<>();
        for (Answer answer : witness.diary().answers()) {
            if (answer.isAck()) {
                acknowledged.add(answer.id());
            } else if (!answer.isForNow()) {
                finds(
                        acknowledged.contains(answer.id()) ? Fault.Kind.TAKEN_BACK : Fault.Kind.REFUSED,
                        witness,
                        answer.id() + " " + answer.reason());
            }
        }
    }

    private static String told(Given command) {
        return command.type() + " " + command.id();
    }

    private static Map<String, Left> left(Diary diary) {
        Set<UUID> acknowledged = new HashSet<>();
        diary.answers().stream().filter(Answer::isAck).forEach(answer -> acknowledged.add(answer.id()));
        Map<String, Left> left = new LinkedHashMap<>();
        for (Given command : diary.given()) {
            if (!acknowledged.contains(command.id())) {
                continue;
            }
            String note = command.text("note");
            Left before = left.getOrDefault(note, new Left("", ""));
            switch (command.type()) {
                case "add-note" -> left.put(note, new Left(command.text("text"), ""));
                case "edit-note" -> left.put(note, new Left(command.text("text"), before.x()));
                case "move-note" -> left.put(note, new Left(before.text(), command.text("x")));
                case "remove-note" -> left.remove(note);
                default -> {}
            }
        }
        return left;
    }

    private void lost(Witness witness) {
        Map<String, JsonNode> there = witness.fresh().collection("notes");
        Map<String, Left> left = left(witness.diary());
        left.forEach((note, as) -> {
            JsonNode found = there.get(note);
            if (found == null) {
                finds(Fault.Kind.LOST, witness, "note " + note + " “" + as.text() + "”");
            } else if (!found.path("text").asString("").equals(as.text())) {
                finds(Fault.Kind.LOST, witness, "the last words of note " + note + ", “" + as.text() + "”");
            } else if (!as.x().isEmpty() && found.path("x").asDouble() != Double.parseDouble(as.x())) {
                finds(Fault.Kind.LOST, witness, "the last place of note " + note + ", " + as.x());
            }
        });
        witness.diary().given().stream()
                .filter(command -> command.type().equals("remove-note")
                        && witness.diary().isAcknowledged(command.id())
                        && there.containsKey(command.text("note")))
                .forEach(command -> finds(Fault.Kind.LOST, witness, "the removal of " + command.text("note")));
    }

    /** No note is there that nobody gave, and no two say the same. */
    private void strangers() {
        Set<String> given = new HashSet<>();
        witnesses.forEach(witness -> witness.diary().given().stream()
                .filter(command -> command.type().equals("add-note"))
                .forEach(command -> given.add(command.text("note"))));
        for (Witness witness : witnesses) {
            Map<String, String> texts = new HashMap<>();
            witness.fresh().collection("notes").forEach((id, note) -> {
                String other = texts.put(note.path("text").asString(""), id);
                if (other != null) {
                    finds(Fault.Kind.TWICE, witness, "notes " + other + " and " + id + " say the same");
                }
                if (!given.contains(id)) {
                    finds(Fault.Kind.TWICE, witness, "note " + id + ", which nobody gave");
                }
            });
        }
    }

    /** Nobody was told an event twice, and no command made two. */
    private void once(Witness witness) {
        Set<String> told = new HashSet<>();
        Map<String, String> made = new HashMap<>();
        for (JsonNode event : events(witness)) {
            String id = event.path("event").asString("");
            if (!told.add(id)) {
                finds(Fault.Kind.TWICE, witness, "event " + id + " was told twice");
            }
            event.path("put").path("notes").forEach(note -> {
                String mark = mark(event.path("type").asString(""), note);
                String other = made.put(mark, id);
                if (other != null && !other.equals(id)) {
                    finds(Fault.Kind.TWICE, witness, "events " + other + " and " + id + " are both " + mark);
                }
            });
        }
    }

    /** What tells one command’s event from all others. */
    private static String mark(String type, JsonNode note) {
        return switch (type) {
            case "note-added" -> type + " " + note.path("id").asString("");
            case "note-moved" -> type + " " + note.path("id").asString("") + " " + note.path("x");
            default ->
                type + " " + note.path("id").asString("") + " "
                        + note.path("text").asString("");
        };
    }

    private static List<JsonNode> events(Witness witness) {
        List<JsonNode> events = new ArrayList<>();
        witness.diary().heard().stream()
                .filter(frame -> frame.is("events"))
                .forEach(frame -> frame.frame().path("events").forEach(events::add));
        return events;
    }

    private void holes(Witness witness) {
        int line = 0;
        int next = 0;
        for (Heard frame : witness.diary().heard()) {
            if (!frame.is("snapshot") && !frame.is("events")) {
                continue;
            }
            if (frame.line() != line) {
                line = frame.line();
                next = 0;
            }
            int n = frame.frame().path("n").asInt(-1);
            if (n != next) {
                finds(Fault.Kind.HOLE, witness, "frame " + next + " of connection " + line + ", " + n + " came");
            }
            next = n + 1;
        }
    }

    private void order() {
        List<List<String>> orders = witnesses.stream()
                .map(witness -> events(witness).stream()
                        .map(event -> event.path("event").asString(""))
                        .distinct()
                        .toList())
                .toList();
        for (int one = 0; one < orders.size(); one++) {
            Map<String, Integer> places = new HashMap<>();
            for (String event : orders.get(one)) {
                places.put(event, places.size());
            }
            for (int other = one + 1; other < orders.size(); other++) {
                int last = -1;
                for (String event : orders.get(other)) {
                    int place = places.getOrDefault(event, last);
                    if (place < last) {
                        finds(
                                Fault.Kind.ORDER,
                                witnesses.get(other),
                                "event " + event + " came in another order to "
                                        + witnesses.get(one).name());
                        break;
                    }
                    last = place;
                }
            }
        }
    }

    private void equal() {
        for (Witness witness : witnesses) {
            Map<String, Map<String, JsonNode>> folded = witness.diary().fold().all();
            Map<String, Map<String, JsonNode>> fresh = witness.fresh().all();
            if (!folded.equals(fresh)) {
                finds(Fault.Kind.UNEQUAL, witness, "what is on the screen differs in " + differing(folded, fresh));
            }
            if (!posted(witness).equals(posted(witnesses.getFirst()))) {
                finds(
                        Fault.Kind.UNEQUAL,
                        witness,
                        "the common board is another one than "
                                + witnesses.getFirst().name() + "’s");
            }
        }
    }

    private static String differing(Map<String, Map<String, JsonNode>> one, Map<String, Map<String, JsonNode>> other) {
        Set<String> names = new LinkedHashSet<>(one.keySet());
        names.addAll(other.keySet());
        List<String> differing = new ArrayList<>();
        for (String name : names) {
            Map<String, JsonNode> here = one.getOrDefault(name, Map.of());
            Map<String, JsonNode> there = other.getOrDefault(name, Map.of());
            Set<String> ids = new LinkedHashSet<>(here.keySet());
            ids.addAll(there.keySet());
            ids.stream()
                    .filter(id -> !here.containsKey(id) || !here.get(id).equals(there.get(id)))
                    .limit(3)
                    .forEach(id -> differing.add(name + "/" + id));
        }
        return String.join(", ", differing);
    }

    private static Map<String, JsonNode> posted(Witness witness) {
        Map<String, JsonNode> posted = new TreeMap<>(witness.fresh().collection("notes"));
        posted.values().removeIf(note -> !note.path("state").asString("").equals("posted"));
        return posted;
    }

    /** Neither the words nor the id of a private note reach anybody else; the last word of a text is its own. */
    private void leaks() {
        for (Witness reader : witnesses) {
            Set<String> words = new HashSet<>();
            reader.diary().heard().forEach(frame -> words.addAll(List.of(NO_WORD.split(frame.text(), -1))));
            for (Witness writer : witnesses) {
                if (writer != reader) {
                    writer.diary().given().stream()
                            .filter(command -> command.text("private").equals("true"))
                            .filter(command -> words.contains(command.text("note"))
                                    || words.contains(lastWord(command.text("text"))))
                            .forEach(command -> finds(
                                    Fault.Kind.LEAK,
                                    reader,
                                    "“" + command.text("text") + "”, which is " + writer.name() + "’s alone"));
                }
            }
        }
    }

    private static String lastWord(String text) {
        return text.substring(text.lastIndexOf(' ') + 1);
    }
}
