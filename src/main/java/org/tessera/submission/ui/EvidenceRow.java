package org.tessera.submission.ui;

import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.tessera.artifact.Artifact;
import org.tessera.artifact.ArtifactId;
import org.tessera.submission.Coverage;
import org.tessera.submission.EvidenceLink;

/** One requirement or rubric row of the matrix. */
final class EvidenceRow extends NativeTableRow {

    private static final long serialVersionUID = 1L;

    private final transient RowKey key;
    private final RowWords words;
    private final NativeTableCell coverageCell = new NativeTableCell();
    private final Map<String, EvidenceCell> cells = new LinkedHashMap<>();

    EvidenceRow(
            RowKey key,
            Coverage coverage,
            List<Artifact> artifacts,
            Optional<ArtifactId> highlighted,
            Consumer<Place> chosen) {
        this.key = key;
        words = new RowWords(coverage);
        NativeTableHeaderCell head = new NativeTableHeaderCell(words);
        head.getElement().setAttribute("scope", "row");
        coverageCell.addClassName("matrix-coverage");
        add(head, coverageCell);
        getElement().setAttribute("data-row", key.toString());
        String rowName = coverage.criterion().wording().in(getLocale());
        for (Artifact artifact : artifacts) {
            Place place = new Place(artifact.id(), key.credential(), key.criterion());
            EvidenceCell cell = new EvidenceCell(artifact, rowName, () -> chosen.accept(place));
            cells.put(artifact.id().toString(), cell);
            NativeTableCell box = new NativeTableCell(cell);
            box.setClassName("highlighted", highlighted.equals(Optional.of(artifact.id())));
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
        coverage.links().forEach(link -> links.put(link.artifact().toString(), link));
        cells.forEach((artifact, cell) -> cell.show(Optional.ofNullable(links.get(artifact))));
    }

    /** Makes the first cell the one that Tab reaches. */
    void letTabEnter() {
        cells.values().stream().findFirst().ifPresent(cell -> cell.setTabIndex(0));
    }

    Optional<Place> placeOf(String artifact) {
        return cells.keySet().stream()
                .filter(artifact::equals)
                .findFirst()
                .map(id -> new Place(new ArtifactId(java.util.UUID.fromString(id)), key.credential(), key.criterion()));
    }
}
