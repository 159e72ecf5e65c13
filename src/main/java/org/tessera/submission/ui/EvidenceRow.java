package org.tessera.submission.ui;

import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.tessera.submission.Coverage;
import org.tessera.submission.EvidenceLink;
import org.tessera.submission.Linkable;
import org.tessera.submission.Piece;

/** One requirement or rubric row of the matrix. */
final class EvidenceRow extends NativeTableRow {

    private static final long serialVersionUID = 1L;

    private final transient RowKey key;
    private final RowWords words;
    private final NativeTableCell coverageCell = new NativeTableCell();
    private final Map<String, EvidenceCell> cells = new LinkedHashMap<>();
    private final transient Map<String, Piece> pieces = new LinkedHashMap<>();

    EvidenceRow(
            RowKey key,
            Coverage coverage,
            List<Linkable> linkables,
            Optional<Piece> highlighted,
            Consumer<Place> chosen) {
        this.key = key;
        words = new RowWords(coverage);
        NativeTableHeaderCell head = new NativeTableHeaderCell(words);
        head.getElement().setAttribute("scope", "row");
        coverageCell.addClassName("matrix-coverage");
        add(head, coverageCell);
        getElement().setAttribute("data-row", key.toString());
        String rowName = coverage.criterion().wording().in(getLocale());
        for (Linkable what : linkables) {
            Piece piece = what.piece();
            Place place = new Place(piece, key.credential(), key.criterion());
            EvidenceCell cell = new EvidenceCell(what, rowName, () -> chosen.accept(place));
            cells.put(piece.value().toString(), cell);
            pieces.put(piece.value().toString(), piece);
            NativeTableCell box = new NativeTableCell(cell);
            box.setClassName("highlighted", highlighted.equals(Optional.of(piece)));
            add(box);
        }
        show(coverage);
    }

    /** Brings the row up to date. */
    void show(Coverage coverage) {
        words.show(coverage);
        coverageCell.removeAll();
        coverageCell.add(new CoverageMark(coverage));
        Map<String, EvidenceLink> links = new LinkedHashMap<>();
        coverage.links().forEach(link -> links.put(link.piece().value().toString(), link));
        cells.forEach((piece, cell) -> cell.show(Optional.ofNullable(links.get(piece))));
    }

    /** Makes the first cell the one that Tab reaches. */
    void letTabEnter() {
        cells.values().stream().findFirst().ifPresent(cell -> cell.setTabIndex(0));
    }

    Optional<Place> placeOf(String piece) {
        return Optional.ofNullable(pieces.get(piece)).map(one -> new Place(one, key.credential(), key.criterion()));
    }
}
