package org.tessera.material.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;
import org.tessera.material.ProgressListener;

/** How far an intake is, said and drawn, with the button that cancels it. */
final class IntakeProgress extends Composite<VerticalLayout> implements ProgressListener {

    private final Span words = new Span();
    private final ProgressBar bar = new ProgressBar();
    private final Button cancel = new Button();

    private volatile boolean cancelled;
    private volatile @Nullable UI ui;

    IntakeProgress() {
        words.getElement().setAttribute("role", "status");
        cancel.setText(getTranslation("material.upload.cancel"));
        cancel.addClickListener(_ -> {
            cancel();
            words.setText(getTranslation("material.upload.cancelling"));
        });
        getContent().setPadding(false);
        getContent().add(words, bar, cancel);
        show(false);
    }

    /** A new intake begins; call with the session locked. */
    void begin(UI where) {
        cancelled = false;
        ui = where;
        bar.setIndeterminate(true);
        words.setText(getTranslation("material.upload.arriving"));
        show(true);
    }

    /** The intake has its answer; call with the session locked. */
    void end() {
        ui = null;
        words.setText("");
        show(false);
    }

    /** Says something that assistive technology reads out; call with the session locked. */
    void say(String sentence) {
        words.setText(sentence);
    }

    boolean isUnderWay() {
        return ui != null;
    }

    void cancel() {
        cancelled = true;
    }

    private void show(boolean underWay) {
        bar.setVisible(underWay);
        cancel.setVisible(underWay);
    }

    @Override
    public void drawn(int done, int pages) {
        @Nullable UI where = ui;
        if (where != null) {
            where.access(() -> show(done, pages));
        }
    }

    private void show(int done, int pages) {
        if (!isUnderWay()) {
            return;
        }
        bar.setIndeterminate(false);
        bar.setMax(pages);
        bar.setValue(done);
        words.setText(
                done == 0
                        ? getTranslation("material.upload.preparing")
                        : getTranslation("material.upload.page", done, pages));
    }

    @Override
    public boolean cancelled() {
        return cancelled;
    }
}
