package org.tessera.material.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.Serializable;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;
import org.tessera.material.Intake;
import org.tessera.material.IntakeLimits;
import org.tessera.material.IntakeRefusal;
import org.tessera.material.Material;
import org.tessera.material.MaterialDraft;
import org.tessera.material.MaterialKind;
import org.tessera.material.Materials;
import org.tessera.material.PrivacyStatement;

/**
 * Brings files of one kind to a team: confirm that no name is visible, or that the team may use it, give a title, choose
 * or drop a file, see its pages. Works with one file at a time; the pages of every file brought stay in view and can be removed again.
 *
 * <p>Made for embedding in a form or a dialog. Leaving the page cancels what is still under way.
 */
public final class MaterialUpload extends Composite<VerticalLayout> {

    private final Materials materials;
    private final TeamId team;
    private final PersonId by;
    private final MaterialKind kind;
    private final Taker taker;

    private final Checkbox statement = new Checkbox();
    private final TextField title = new TextField();
    private final Upload upload;
    private final Span next = new Span();
    private final IntakeProgress progress = new IntakeProgress();
    private final Div refusal = new Div();
    private final Div pages = new Div();

    /**
     * A place to bring files.
     *
     * @param by who brings them; must belong to the team
     * @param brought told of every material that was taken in, with the session locked
     * @param removed told of every material that was taken away here again, likewise
     */
    public MaterialUpload(
            Materials materials,
            TeamId team,
            PersonId by,
            MaterialKind kind,
            SerializableConsumer<Material> brought,
            SerializableConsumer<Material> removed) {
        this(materials, team, by, kind, new Noting(brought, removed));
    }

    /**
     * The same, for somebody who may not want what was brought, or not let it go.
     *
     * @param by who brings them; must belong to the team
     */
    public MaterialUpload(Materials materials, TeamId team, PersonId by, MaterialKind kind, Taker taker) {
        this.materials = materials;
        this.team = team;
        this.by = by;
        this.kind = kind;
        this.taker = taker;
        this.upload = new Upload(new Receiver());
        layOut();
        showNext();
    }

    /** Who takes what was brought; asked with the session locked. */
    public interface Taker extends Serializable {

        /** Takes a material that is kept by now; the sentence why not, if it is not wanted and goes again. */
        Optional<String> take(Material material);

        /** Gives a material back that is then removed for good; the sentence why not, if it stays. */
        Optional<String> giveBack(Material material);
    }

    private record Noting(SerializableConsumer<Material> brought, SerializableConsumer<Material> removed)
            implements Taker {

        @Override
        public Optional<String> take(Material material) {
            brought.accept(material);
            return Optional.empty();
        }

        @Override
        public Optional<String> giveBack(Material material) {
            removed.accept(material);
            return Optional.empty();
        }
    }

    /** Whether a file is on its way. */
    public boolean isUnderWay() {
        return progress.isUnderWay();
    }

    private void layOut() {
        VerticalLayout content = getContent();
        content.setPadding(false);
        content.setWidthFull();
        content.setMaxWidth("44rem");
        Object[] limits = materials.limits().forSentences();

        statement.setLabel(
                getTranslation(isStudents() ? "material.upload.statement" : "material.upload.statement.use"));
        statement.setRequiredIndicatorVisible(true);
        statement.addValueChangeListener(_ -> showNext());

        title.setLabel(getTranslation("material.upload.name"));
        title.setHelperText(
                getTranslation(isStudents() ? "material.upload.name-hint" : "material.upload.name-hint.use"));
        title.setRequiredIndicatorVisible(true);
        title.setMaxLength(MaterialDraft.LONGEST_TITLE);
        title.setWidthFull();
        title.setValueChangeMode(ValueChangeMode.LAZY);
        title.addValueChangeListener(_ -> showNext());

        prepareUpload(limits);
        next.setId("material-next-" + kind);
        upload.getElement().setAttribute("aria-describedby", "material-next-" + kind);
        refusal.getElement().setAttribute("role", "alert");
        refusal.getStyle().setColor("var(--lumo-error-text-color)");
        pages.setWidthFull();

        content.add(
                new H2(getTranslation("material.upload." + kind.name().toLowerCase(Locale.ROOT))),
                new Paragraph(getTranslation(isStudents() ? "material.upload.privacy" : "material.upload.use")),
                statement,
                title,
                upload,
                next,
                new Paragraph(getTranslation("material.upload.limits", limits) + " "
                        + getTranslation("material.upload.kept")),
                progress,
                refusal,
                pages);
    }

    /** Whether names of students may be in such a file. */
    private boolean isStudents() {
        return PrivacyStatement.of(kind) == PrivacyStatement.NO_NAME_OR_CONSENT;
    }

    private void prepareUpload(Object[] limits) {
        IntakeLimits most = materials.limits();
        upload.setMaxFiles(1);
        upload.setMaxFileSize(Math.toIntExact(most.file().toBytes()));
        // Helps to choose; what comes all the same is refused by us, in the person's language.
        upload.getElement().setProperty("accept", ".pdf,.png,.jpg,.jpeg");
        upload.setUploadButton(new Button(getTranslation("material.upload.choose")));
        upload.setDropLabel(new Span(getTranslation("material.upload.drop")));
        upload.setI18n(UploadTexts.of(this, limits));
        upload.setWidthFull();
        upload.addFileRejectedListener(event -> showRefusal(event.getErrorMessage()));
        // The list's own button ends the transfer in the browser; the intake must hear of it too.
        upload.addFileRemovedListener(_ -> progress.cancel());
    }

    /** A control that cannot be used yet says what is missing. */
    private void showNext() {
        boolean stated = statement.getValue();
        boolean named = !title.getValue().isBlank();
        upload.setEnabled(stated && named && !progress.isUnderWay());
        next.setText(
                !stated
                        ? getTranslation("material.upload.statement-needed")
                        : named ? "" : getTranslation("material.upload.name-needed"));
    }

    private void showRefusal(String sentence) {
        refusal.setText(sentence);
        upload.clearFileList();
    }

    private MaterialDraft begin() {
        refusal.removeAll();
        refusal.setText("");
        progress.begin(getUI().orElseThrow());
        @Nullable PrivacyStatement confirmed = statement.getValue() ? PrivacyStatement.of(kind) : null;
        return new MaterialDraft(team, by, title.getValue(), kind, confirmed);
    }

    private void end(Intake intake) {
        progress.end();
        upload.clearFileList();
        switch (intake) {
            case Intake.Accepted(Material material) -> show(material);
            case Intake.Refused(IntakeRefusal why) -> refusal.setText(sentence(why));
        }
        showNext();
    }

    private String sentence(IntakeRefusal why) {
        return getTranslation(why.key(), materials.limits().forSentences());
    }

    private void show(Material material) {
        Optional<String> no = taker.take(material);
        if (no.isPresent()) {
            materials.remove(material.id());
            refusal.setText(no.get());
            return;
        }
        // The next file is another file: its names are looked for anew.
        statement.setValue(false);
        title.clear();
        pages.add(new BroughtPages(materials, material, this::remove));
        progress.say(getTranslation(
                isStudents() ? "material.upload.ready" : "material.upload.ready.use",
                material.title(),
                material.pages()));
    }

    private void remove(BroughtPages gone) {
        Material material = gone.material();
        Optional<String> no = taker.giveBack(material);
        refusal.setText(no.orElse(""));
        if (no.isPresent()) {
            return;
        }
        materials.remove(material.id());
        pages.remove(gone);
        progress.say(getTranslation("material.upload.removed", material.title()));
        statement.focus();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        progress.cancel();
    }

    /** Runs on the request's thread, without the session's lock, for as long as the intake takes. */
    private final class Receiver implements UploadHandler {

        @Override
        public void handleUploadRequest(UploadEvent event) {
            UI ui = event.getUI();
            AtomicReference<@Nullable MaterialDraft> draft = new AtomicReference<>();
            ui.accessSynchronously(() -> draft.set(begin()));
            Intake intake = materials.take(
                    Objects.requireNonNull(draft.get()), event.getFileName(), event.getInputStream(), progress);
            if (intake instanceof Intake.Refused(IntakeRefusal why)) {
                ui.accessSynchronously(() -> event.reject(sentence(why)));
            }
            ui.access(() -> end(intake));
        }

        @Override
        public long getFileSizeMax() {
            return materials.limits().file().toBytes();
        }

        @Override
        public long getRequestSizeMax() {
            return 2 * getFileSizeMax();
        }
    }
}
