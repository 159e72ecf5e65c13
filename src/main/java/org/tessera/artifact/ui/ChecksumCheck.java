package org.tessera.artifact.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.function.Supplier;
import org.tessera.artifact.Check;

/** The checksum of an artifact, and a button that computes it anew from what is stored. */
final class ChecksumCheck extends Div {

    private static final long serialVersionUID = 1L;

    private final Span result = new Span();

    ChecksumCheck(String sha256, Supplier<Check> verify) {
        addClassName("checksum");
        Code code = new Code(sha256);
        Button check = new Button(getTranslation("artifact.check"), click -> tell(verify.get()));
        result.getElement().setAttribute("role", "status");
        add(code, check, result);
    }

    private void tell(Check check) {
        switch (check) {
            case Check.Intact _ -> show("artifact.check.intact", "intact");
            case Check.Altered altered -> show("artifact.check.altered", "altered", altered.found());
            case Check.Unknown _ -> show("artifact.check.unknown", "altered");
        }
    }

    private void show(String key, String className, Object... parameters) {
        result.setText(getTranslation(key, parameters));
        result.setClassName("checksum-" + className);
    }
}
