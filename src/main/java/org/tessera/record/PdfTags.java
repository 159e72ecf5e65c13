package org.tessera.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;

/** What the parts of a PDF are, for programs that read it aloud: headings, paragraphs, lists with their points. */
final class PdfTags {

    private final PDStructureTreeRoot root = new PDStructureTreeRoot();
    private final PDStructureElement document;
    private final List<PDPage> pages = new ArrayList<>();
    private final Map<PDPage, List<PDStructureElement>> marked = new HashMap<>();

    PdfTags(PDDocument file) {
        PDMarkInfo info = new PDMarkInfo();
        info.setMarked(true);
        file.getDocumentCatalog().setMarkInfo(info);
        file.getDocumentCatalog().setStructureTreeRoot(root);
        document = new PDStructureElement(StandardStructureTypes.DOCUMENT, root);
        root.appendKid(document);
    }

    /** A part of the document itself. */
    PDStructureElement part(String type) {
        return part(type, document);
    }

    /** A part of another one. */
    PDStructureElement part(String type, PDStructureNode of) {
        PDStructureElement part = new PDStructureElement(type, of);
        of.appendKid(part);
        return part;
    }

    /** Says that what is written next on {@code page} belongs to {@code part}; the number it is to be marked with. */
    int mark(PDPage page, PDStructureElement part) {
        List<PDStructureElement> here = marked.computeIfAbsent(page, _ -> {
            page.setStructParents(pages.size());
            pages.add(page);
            return new ArrayList<>();
        });
        int number = here.size();
        here.add(part);
        PDMarkedContentReference reference = new PDMarkedContentReference();
        reference.setPage(page);
        reference.setMCID(number);
        part.appendKid(reference);
        return number;
    }

    /** Writes down for each page which parts stand on it. */
    void finish() {
        Map<Integer, PDParentTreeValue> byPage = new TreeMap<>();
        for (int i = 0; i < pages.size(); i++) {
            COSArray parts = new COSArray();
            marked.getOrDefault(pages.get(i), List.of()).forEach(parts::add);
            byPage.put(i, new PDParentTreeValue(parts));
        }
        PDNumberTreeNode tree = new PDNumberTreeNode(PDParentTreeValue.class);
        tree.setNumbers(byPage);
        root.setParentTree(tree);
        root.setParentTreeNextKey(pages.size());
    }
}
