package org.tessera.submission.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.Locale;
import org.tessera.submission.Platform;

/** Asks where a submission will be assessed: platforms send different things back. */
final class BeginDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    BeginDialog(String credential, SerializableConsumer<Platform> begun) {
        setHeaderTitle(getTranslation("handin.begin.title"));
        setWidth("min(34rem, 94vw)");
        RadioButtonGroup<Platform> platform = new RadioButtonGroup<>();
        platform.setLabel(getTranslation("handin.begin.where"));
        platform.setItems(Platform.elsewhere());
        platform.setItemLabelGenerator(
                one -> getTranslation("handin.platform." + one.name().toLowerCase(Locale.ROOT)));
        platform.setValue(Platform.BLOOMBOARD);
        add(new Paragraph(credential), platform, new Paragraph(getTranslation("handin.begin.help")));
        Button cancel = new Button(getTranslation("handin.cancel"), _ -> close());
        Button begin = new Button(getTranslation("handin.begin"), _ -> {
            close();
            begun.accept(platform.getValue());
        });
        begin.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(cancel, begin);
    }
}
