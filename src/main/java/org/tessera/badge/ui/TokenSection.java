package org.tessera.badge.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.Autocapitalize;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.tessera.badge.Badge;
import org.tessera.badge.Badges;
import org.tessera.badge.TokenAnswer;

/**
 * A badge as a token, for its earner alone: asked for with the id that their wallet shows, and kept nowhere. It lives as long as
 * this page is open.
 */
final class TokenSection extends Section {

    private static final long serialVersionUID = 1L;

    /** As Open Badges 3.0 has it for a token on the web. */
    private static final String TYPE = "text/plain";

    private static final String COPY = """
            return navigator.clipboard
              ? navigator.clipboard.writeText($0).then(() => true, () => false)
              : false""";

    private final transient Badges badges;
    private final transient Badge badge;
    private final TextField walletId;
    private final Paragraph says = new Paragraph();
    private final Paragraph told = new Paragraph();
    private final Div made = new Div();

    TokenSection(Badges badges, Badge badge) {
        this.badges = badges;
        this.badge = badge;
        walletId = new TextField(getTranslation("badge.token.id"));
        walletId.setHelperText(getTranslation("badge.token.id.help"));
        walletId.setWidthFull();
        walletId.setAutocapitalize(Autocapitalize.NONE);
        walletId.setAutocorrect(false);
        // no longest length: it would cut off silently what is pasted
        Button make = new Button(getTranslation("badge.token.make"), _ -> make());
        says.getElement().setAttribute("role", "alert");
        told.getElement().setAttribute("role", "status");
        add(
                new H2(getTranslation("badge.token.title")),
                new Paragraph(getTranslation("badge.token.why")),
                new Paragraph(getTranslation("badge.token.seen")),
                walletId,
                make,
                says,
                told,
                made);
    }

    private void make() {
        made.removeAll();
        says.setText("");
        told.setText("");
        walletId.setInvalid(false);
        switch (badges.token(badge.id(), badge.earner(), walletId.getValue())) {
            case TokenAnswer.Made(String token) -> show(token);
            case TokenAnswer.Refused(TokenAnswer.Why why) -> refuse(why);
        }
    }

    private void refuse(TokenAnswer.Why why) {
        String no = getTranslation("badge.token.refused." + why.name().toLowerCase(Locale.ROOT));
        switch (why) {
            case NOT_FOUND, NOT_STANDING, KEY_LOST -> says.setText(no);
            case ID_MISSING, ID_TOO_LONG, ID_CHARACTERS, ID_UNKNOWN_KIND, ID_NOT_WHOLE -> {
                walletId.setErrorMessage(no);
                walletId.setInvalid(true);
                walletId.focus();
            }
        }
    }

    private void show(String token) {
        TextArea text = new TextArea(getTranslation("badge.token.text"));
        text.setValue(token);
        text.setReadOnly(true);
        text.addClassName("badge-paste");
        Button copy = new Button(getTranslation("badge.token.copy"));
        copy.addClickListener(_ -> copy.getElement().executeJs(COPY, token).then(Boolean.class, copied -> {
            if (copied) {
                copy.setText(getTranslation("badge.token.copied"));
            } else {
                // where the browser forbids it, it is copied by hand
                text.focus();
            }
        }));
        Div actions = new Div(copy, file(token));
        actions.addClassName("page-actions");
        told.setText(getTranslation("badge.token.made"));
        made.add(text, actions);
    }

    private Anchor file(String token) {
        byte[] bytes = token.getBytes(StandardCharsets.US_ASCII);
        Anchor link = new Anchor();
        link.setText(getTranslation("badge.token.file"));
        link.setHref(DownloadHandler.fromInputStream(_ -> new DownloadResponse(
                new ByteArrayInputStream(bytes), "badge-" + badge.id().value() + ".jwt", TYPE, bytes.length)));
        link.getElement().setAttribute("download", true);
        link.getElement().setAttribute("router-ignore", true);
        return link;
    }
}
