package org.tessera.assessment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.tessera.assessment.CaseId;
import org.tessera.assessment.Desk;
import org.tessera.credential.Criterion;
import org.tessera.portfolio.BlindCopy;

/** What was handed in, in pieces that stand beside the row they are for. */
final class CopyParts {

    private final Component page;
    private final CaseId on;
    private final BlindCopy copy;
    private final CaseWords words;

    CopyParts(Component page, CaseId on, BlindCopy copy, CaseWords words) {
        this.page = page;
        this.on = on;
        this.copy = copy;
        this.words = words;
    }

    /** What claims to meet a row of the rubric: the text of a part, or the evidence linked to it. */
    Component claims(String row, List<Criterion> requirements) {
        Div claims = new Div();
        claims.addClassName("claims");
        Optional<BlindCopy.Answer> answer = copy.answers().stream()
                .filter(one -> row.equals("rubric-" + one.part()))
                .findFirst();
        answer.ifPresent(one -> claims.add(answer(one)));
        if (row.equals("rubric-evidence")) {
            requirements.forEach(requirement -> claims.add(requirement(requirement)));
        }
        evidence(use -> use.criterion().equals(row)).forEach(piece -> claims.add(piece(piece, row)));
        if (claims.getComponentCount() == 0) {
            claims.add(quiet("assessment.copy.nothing"));
        }
        return claims;
    }

    /** What was handed in for a part or a requirement. */
    Component place(String id) {
        if (id.equals(Desk.WHOLE)) {
            return whole();
        }
        Div div = new Div();
        div.addClassName("claims");
        copy.answers().stream().filter(one -> one.part().equals(id)).forEach(one -> div.add(answer(one)));
        evidence(use -> use.criterion().equals(id)).forEach(piece -> div.add(piece(piece, id)));
        if (div.getComponentCount() == 0) {
            div.add(quiet("assessment.copy.nothing"));
        }
        return div;
    }

    private Component requirement(Criterion requirement) {
        Div div = new Div(new H3(words.place(requirement.id())));
        List<BlindCopy.Evidence> pieces = evidence(use -> use.criterion().equals(requirement.id()));
        pieces.forEach(piece -> div.add(piece(piece, requirement.id())));
        if (pieces.isEmpty()) {
            div.add(quiet("assessment.copy.nothing"));
        }
        return div;
    }

    private List<BlindCopy.Evidence> evidence(Predicate<BlindCopy.Use> which) {
        return copy.evidence().stream()
                .filter(piece -> piece.uses().stream().anyMatch(which))
                .toList();
    }

    /** What is about the whole: working with others, what has changed, the references. */
    Div whole() {
        Div div = new Div();
        div.addClassName("claims");
        section(div, "assessment.copy.collaboration", copy.collaboration());
        section(div, "assessment.copy.changes", copy.changes());
        section(div, "assessment.copy.context", copy.context());
        if (!copy.references().isEmpty()) {
            div.add(new H3(say("assessment.copy.references")), points(copy.references()));
        }
        return div;
    }

    private void section(Div into, String title, List<BlindCopy.Paragraph> paragraphs) {
        if (!paragraphs.isEmpty()) {
            into.add(new H3(say(title)));
            paragraphs(paragraphs).forEach(into::add);
        }
    }

    private Component answer(BlindCopy.Answer answer) {
        Div div = new Div();
        div.addClassName("piece");
        if (answer.paragraphs().isEmpty()) {
            div.add(quiet("assessment.copy.nothing"));
        }
        paragraphs(answer.paragraphs()).forEach(div::add);
        Paragraph count = new Paragraph(say("assessment.copy.words", answer.words()));
        count.addClassName("quiet");
        div.add(count);
        answer.beside().forEach(one -> div.add(beside(one)));
        return div;
    }

    private Component beside(BlindCopy.Beside one) {
        Div div = new Div(new H4(say("assessment.copy.beside." + one.way().word(), one.number())));
        if (!one.description().isBlank()) {
            div.add(new Paragraph(one.description()));
        }
        if (one.seconds() > 0) {
            div.add(new Paragraph(say("assessment.copy.voice", clock(one.seconds()))));
        }
        paragraphs(one.transcript()).forEach(div::add);
        one.pictures().forEach(shown -> div.add(picture(shown)));
        left(one.leftOut()).ifPresent(div::add);
        return div;
    }

    private Component piece(BlindCopy.Evidence piece, String row) {
        Div body = new Div();
        body.addClassName("piece");
        piece.uses().stream()
                .filter(use -> use.criterion().equals(row))
                .forEach(use -> body.add(quote(use.annotation())));
        piece.origin().ifPresent(origin -> body.add(origin(origin)));
        piece.part().ifPresent(part -> body.add(new Paragraph(part)));
        if (piece.isShared()) {
            body.add(quiet("assessment.copy.shared"));
        }
        for (BlindCopy.Section section : piece.sections()) {
            if (!section.title().isBlank()) {
                body.add(new H4(section.title()));
            }
            body.add(points(section.points()));
        }
        paragraphs(piece.words()).forEach(body::add);
        piece.pictures().forEach(shown -> body.add(picture(shown)));
        left(piece.leftOut()).ifPresent(body::add);
        piece.replay()
                .filter(place -> place < copy.replays().size())
                .ifPresent(place -> body.add(new Replay(copy.replays().get(place))));
        Details details = new Details(new H3(piece.label()), body);
        details.addClassName("piece-details");
        details.setOpened(true);
        return details;
    }

    private Component origin(BlindCopy.Origin origin) {
        List<String> facts = new ArrayList<>();
        facts.add(origin.name());
        if (!origin.protocol().isBlank()) {
            facts.add(origin.step().isBlank() ? origin.protocol() : origin.protocol() + ", " + origin.step());
        }
        facts.add(say("assessment.copy.day", origin.day()));
        origin.role().ifPresent(role -> facts.add(say("assessment.copy.role", say("role." + role.word()))));
        facts.add(
                origin.isInOwnTime()
                        ? say("assessment.copy.own-time")
                        : say("assessment.copy.time", origin.plannedMinutes(), clock(origin.actualSeconds())));
        if (!origin.others().isEmpty()) {
            facts.add(say(
                    "assessment.copy.others",
                    origin.others().stream()
                            .map(others -> say(
                                    "assessment.copy.role-count",
                                    say("role." + others.role().word()),
                                    others.count()))
                            .collect(Collectors.joining(", "))));
        }
        Paragraph line = new Paragraph(String.join(" · ", facts));
        line.addClassName("quiet");
        return line;
    }

    private Component picture(BlindCopy.Shown shown) {
        Image image = new Image("api/assessing/" + on + "/pictures/" + shown.picture(), shown.words());
        image.addClassName("piece-picture");
        image.getElement().setAttribute("loading", "lazy");
        return image;
    }

    private Optional<Component> left(List<BlindCopy.Left> left) {
        if (left.isEmpty()) {
            return Optional.empty();
        }
        Div div = new Div(
                new Span(say("assessment.copy.left")),
                points(left.stream().map(BlindCopy.Left::words).toList()));
        div.addClassNames("quiet", "piece-left");
        return Optional.of(div);
    }

    static List<Component> paragraphs(List<BlindCopy.Paragraph> paragraphs) {
        return paragraphs.stream().map(CopyParts::paragraph).toList();
    }

    private static Component paragraph(BlindCopy.Paragraph paragraph) {
        return switch (paragraph.kind()) {
            case WORDS -> new Paragraph(paragraph.text());
            case QUOTE -> quote(paragraph.text());
            case HEADING -> new H4(paragraph.text());
            case ASIDE -> {
                Paragraph aside = new Paragraph(paragraph.text());
                aside.addClassName("quiet");
                yield aside;
            }
            case POINTS -> points(paragraph.points());
        };
    }

    private static Component quote(String text) {
        Paragraph quote = new Paragraph(text);
        quote.addClassName("piece-quote");
        return quote;
    }

    private static UnorderedList points(List<String> points) {
        UnorderedList list = new UnorderedList();
        points.forEach(point -> list.add(new ListItem(point)));
        return list;
    }

    private Paragraph quiet(String key) {
        Paragraph words = new Paragraph(say(key));
        words.addClassName("quiet");
        return words;
    }

    private static String clock(long seconds) {
        return "%d:%02d".formatted(seconds / 60, seconds % 60);
    }

    private String say(String key, Object... parameters) {
        return page.getTranslation(key, parameters);
    }
}
