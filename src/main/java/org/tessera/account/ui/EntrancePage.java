package org.tessera.account.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.server.VaadinSession;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tessera.account.Languages;

/** What the two ways in have in common: one clean card, a sentence when something is refused, the languages below. */
abstract class EntrancePage extends Main implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final Div refusal = new Div();
    private final String titleKey;

    EntrancePage(String titleKey, String leadKey) {
        this.titleKey = titleKey;
        addClassName("entrance");
        refusal.addClassName("refusal");
        refusal.getElement().setAttribute("role", "alert");
        Div mark = new Div();
        mark.addClassName("mark");
        mark.getElement().setAttribute("aria-hidden", "true");
        Header brand = new Header(mark, new Span(getTranslation("account.brand")));
        brand.addClassName("brand");
        add(brand, new H1(getTranslation(titleKey)), new Paragraph(getTranslation(leadKey)), refusal);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.title", getTranslation(titleKey));
    }

    /** Says why the form came back, if it did. */
    void explain(BeforeEnterEvent event, String keys, Set<String> reasons) {
        List<String> refused = event.getLocation().getQueryParameters().getParameters("refused");
        refused.stream().filter(reasons::contains).findFirst().ifPresent(reason -> {
            refusal.setText(getTranslation(keys + reason));
            refusal.addClassName("shown");
        });
    }

    /** The button that posts the form it stands in; a real one, so that Enter works everywhere. */
    NativeButton submit(String textKey) {
        NativeButton button = new NativeButton(getTranslation(textKey));
        button.getElement().setAttribute("type", "submit");
        button.addClassNames("submit");
        return button;
    }

    /** The foot of the page: another way in, and the languages. */
    Footer foot(Component other) {
        Footer foot = new Footer(other);
        for (Locale language : Languages.ALL) {
            if (!language.equals(Languages.nearest(getLocale()))) {
                foot.add(languageButton(language));
            }
        }
        return foot;
    }

    private Button languageButton(Locale language) {
        Button button = new Button(getTranslation("account.language." + language.getLanguage()), _ -> {
            VaadinSession.getCurrent().setLocale(language);
            getUI().ifPresent(ui -> ui.getPage().reload());
        });
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        button.getElement().setAttribute("lang", language.toLanguageTag());
        return button;
    }
}
