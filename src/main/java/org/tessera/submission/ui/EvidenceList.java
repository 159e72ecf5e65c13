package org.tessera.submission.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tessera.credential.CredentialRef;
import org.tessera.credential.Rule;
import org.tessera.submission.Coverage;
import org.tessera.submission.EvidenceLink;
import org.tessera.submission.EvidenceMatrix;
import org.tessera.submission.Part;

/** The matrix as a list: every row with its links below it. It can do all the matrix can. */
final class EvidenceList extends Div {

    private static final long serialVersionUID = 1L;

    private final transient EvidenceMatrix matrix;
    private final transient Chosen chosen;

    /** What was chosen in the list. */
    interface Chosen {

        /** Something further is wanted for this row. */
        void add(CredentialRef credential, Coverage row);

        /** A link is to be changed. */
        void change(Coverage row, EvidenceLink link);
    }

    EvidenceList(EvidenceMatrix matrix, Chosen chosen) {
        this.matrix = matrix;
        this.chosen = chosen;
        addClassName("evidence-list");
        matrix.sections().forEach(section -> add(section(section)));
    }

    private Section section(EvidenceMatrix.Section section) {
        CredentialRef ref = section.credential().ref();
        H2 name = new H2(section.credential().name().in(getLocale()));
        Span covered = new Span(getTranslation(
                "submission.section",
                section.count(Coverage.Degree.COVERED),
                section.rows().size()));
        Anchor page = new Anchor(
                "credentials/" + ref.id() + "?version=" + ref.version(), getTranslation("submission.section.page"));
        Div head = new Div(covered, page);
        head.addClassName("evidence-list-head");
        NativeDetails fold = new NativeDetails(name);
        fold.setOpen(true);
        Div rows = new Div(head);
        section.rows().forEach(row -> rows.add(row(ref, row)));
        fold.setContent(rows);
        return new Section(fold);
    }

    private Div row(CredentialRef credential, Coverage coverage) {
        Div row = new Div(new CoverageMark(coverage), new RowWords(coverage));
        row.addClassName("evidence-list-row");
        if (coverage.links().isEmpty()) {
            Paragraph none = new Paragraph(getTranslation("submission.list.none"));
            none.addClassName("quiet");
            row.add(none);
        } else {
            UnorderedList links = new UnorderedList();
            coverage.links().forEach(link -> links.add(link(coverage, link)));
            row.add(links);
        }
        Button add = new Button(getTranslation("submission.list.link"), click -> chosen.add(credential, coverage));
        add.setEnabled(!matrix.free(coverage).isEmpty());
        row.add(add);
        return row;
    }

    private ListItem link(Coverage coverage, EvidenceLink link) {
        Anchor piece = new Anchor(PieceLine.address(link.piece()), nameOf(link));
        Paragraph annotation = new Paragraph(link.annotation());
        annotation.addClassName("annotation");
        Paragraph about = new Paragraph(aboutOf(coverage, link));
        about.addClassName("quiet");
        Button change = new Button(getTranslation("submission.list.change"), click -> chosen.change(coverage, link));
        change.setAriaLabel(getTranslation("submission.list.change") + ": " + nameOf(link));
        return new ListItem(piece, about, annotation, change);
    }

    /** Which thing it is, which part of it is meant, and in which role the person was in the meeting it is from. */
    private String aboutOf(Coverage coverage, EvidenceLink link) {
        Optional<String> item = coverage.criterion().rule().stream()
                .filter(Rule.Items.class::isInstance)
                .map(Rule.Items.class::cast)
                .flatMap(items -> link.item().flatMap(items::item).stream())
                .map(one -> one.name().in(getLocale()))
                .findFirst();
        PartWords parts = new PartWords((key, parameters) -> getTranslation(key, parameters));
        Optional<String> part =
                Optional.of(link.part()).filter(one -> !one.equals(Part.WHOLE)).map(parts::of);
        Optional<String> role = link.piece().artifact().map(_ -> link.role()
                .map(one -> getTranslation("submission.link.role", getTranslation("role." + one.word())))
                .orElseGet(() -> getTranslation("submission.link.absent")));
        return Stream.of(item, part, role).flatMap(Optional::stream).collect(Collectors.joining(" · "));
    }

    private String nameOf(EvidenceLink link) {
        return matrix.find(link.piece())
                .map(new PieceLine(this, getLocale())::full)
                .orElse("");
    }
}
