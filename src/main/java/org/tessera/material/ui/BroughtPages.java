package org.tessera.material.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import org.tessera.material.Material;
import org.tessera.material.Materials;

/** The pages of a material that was just brought, to be looked through for names, and the button that removes it. */
final class BroughtPages extends Composite<Section> {

    private static final int THUMBNAIL_WIDTH = 480;

    private final Materials materials;
    private final Material material;

    BroughtPages(Materials materials, Material material, SerializableConsumer<BroughtPages> remove) {
        this.materials = materials;
        this.material = material;
        Section content = getContent();
        content.setAriaLabel(getTranslation("material.upload.pages", material.title()));

        Button away = new Button(getTranslation("material.upload.remove-short"), _ -> remove.accept(this));
        away.addThemeVariants(ButtonVariant.LUMO_ERROR);
        away.setAriaLabel(getTranslation("material.upload.remove", material.title()));
        Div heading = new Div(new Span(material.title()), away);
        heading.getStyle()
                .set("display", "flex")
                .set("flex-wrap", "wrap")
                .set("justify-content", "space-between")
                .set("align-items", "center")
                .set("gap", "0.5rem");

        Div sheets = new Div();
        sheets.getStyle()
                .set("display", "grid")
                .set("grid-template-columns", "repeat(auto-fill, minmax(min(12rem, 100%), 1fr))")
                .set("gap", "0.75rem");
        for (int n = 1; n <= material.pages(); n++) {
            sheets.add(sheet(n));
        }
        content.add(heading, sheets);
    }

    Material material() {
        return material;
    }

    private NativeButton sheet(int n) {
        String name = getTranslation("material.upload.page-picture", n, material.pages(), material.title());
        Image thumbnail = new Image(PagePicture.scaled(materials, material.id(), n, THUMBNAIL_WIDTH), name);
        thumbnail.getElement().setAttribute("loading", "lazy");
        thumbnail.setWidthFull();
        NativeButton sheet = new NativeButton("", _ -> open(n, name));
        sheet.add(thumbnail);
        sheet.getStyle()
                .set("padding", "0")
                .set("border", "1px solid var(--lumo-contrast-30pct)")
                .set("background", "white")
                .set("cursor", "zoom-in");
        return sheet;
    }

    /** Names are small: the whole page, as large as the screen is wide. */
    private void open(int n, String name) {
        Image page = new Image(PagePicture.whole(materials, material.id(), n), name);
        page.setWidthFull();
        Dialog dialog = new Dialog(page);
        dialog.setHeaderTitle(name);
        dialog.setWidth("min(100vw, 64rem)");
        Button close = new Button(getTranslation("material.upload.close"), _ -> dialog.close());
        dialog.getFooter().add(close);
        dialog.open();
    }
}
