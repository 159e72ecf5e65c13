package org.tessera.badge.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.tessera.account.ui.SmallFile;
import org.tessera.badge.Checks;
import org.tessera.badge.Report;

/** Checks any badge, ours or another's, for anybody: pasted, or as a file or picture. */
@Route("verify")
@AnonymousAllowed
@CssImport("./styles/page-parts.css")
@CssImport("./styles/badge.css")
class VerifyView extends Div implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient Checks checks;
    private final TextArea text = new TextArea();
    private final Paragraph says = new Paragraph();
    private final Div answer = new Div();

    VerifyView(Checks checks) {
        this.checks = checks;
        addClassNames("page", "badge-page");
        Paragraph lead = new Paragraph(getTranslation("badge.verify.lead"));
        lead.addClassName("quiet");
        text.setLabel(getTranslation("badge.verify.text"));
        text.setHelperText(getTranslation("badge.verify.text.help"));
        text.setMaxLength(Checks.LARGEST);
        text.addClassName("badge-paste");
        Button check = new Button(getTranslation("badge.verify.do"), _ -> checkText());
        check.addThemeVariants(ButtonVariant.PRIMARY);
        says.getElement().setAttribute("role", "alert");
        Div foot = new Div(check);
        foot.addClassName("page-actions");
        add(new H1(getTranslation("badge.verify.title")), lead, upload(), text, foot, says, answer);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.title", getTranslation("badge.verify.title"));
    }

    private Upload upload() {
        Upload upload = new Upload(
                new SmallFile(Checks.LARGEST, getTranslation("badge.verify.too-large"), this::check, says::setText));
        upload.setMaxFiles(1);
        upload.setMaxFileSize(Checks.LARGEST);
        upload.getElement().setProperty("accept", ".json,.png,.svg,.jwt,.jws,.txt");
        upload.setUploadButton(new Button(getTranslation("badge.verify.choose")));
        upload.setDropLabel(new Span(getTranslation("badge.verify.drop")));
        upload.addFileRejectedListener(_ -> says.setText(getTranslation("badge.verify.too-large")));
        upload.addAllFinishedListener(_ -> upload.clearFileList());
        return upload;
    }

    private void checkText() {
        if (text.getValue().isBlank()) {
            says.setText(getTranslation("badge.verify.nothing"));
            text.focus();
            return;
        }
        check(text.getValue().getBytes(StandardCharsets.UTF_8));
    }

    /** Called with the session locked. */
    private void check(byte[] bytes) {
        answer.removeAll();
        Optional<Report> report = checks.check(bytes);
        says.setText(report.isPresent() ? "" : getTranslation("badge.verify.busy"));
        report.ifPresent(found -> answer.add(new ReportSteps(found)));
    }
}
