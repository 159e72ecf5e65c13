package org.tessera.account.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.tessera.account.PersonId;
import org.tessera.account.SignInId;
import org.tessera.account.SignInSummary;
import org.tessera.account.SignIns;

/** Where a person is signed in; each can be ended, or all at once. */
final class OpenSignIns extends Section {

    private static final long serialVersionUID = 1L;

    private final PersonId me;
    private final SignInId here;
    private final transient SignIns signIns;
    private final UnorderedList list = new UnorderedList();
    private final Button endAll = new Button();

    OpenSignIns(PersonId me, SignInId here, SignIns signIns) {
        this.me = me;
        this.here = here;
        this.signIns = signIns;
        addClassNames("card", "sign-ins");
        endAll.setText(getTranslation("account.signins.end-all"));
        endAll.addThemeVariants(ButtonVariant.LUMO_ERROR);
        endAll.addClickListener(_ -> signIns.endAll(me));
        add(
                new H2(getTranslation("account.signins.title")),
                new Paragraph(getTranslation("account.signins.lead")),
                list,
                endAll);
        show();
    }

    /** Shows those that are open now. */
    void show() {
        list.removeAll();
        List<SignInSummary> open = signIns.of(me);
        open.forEach(signIn -> list.add(item(signIn)));
        endAll.setVisible(open.size() > 1);
    }

    private ListItem item(SignInSummary signIn) {
        Span device = new Span(Device.of(signIn.device())
                .map(known -> getTranslation("account.signins.device", known.browser(), known.system()))
                .orElseGet(() -> getTranslation("account.signins.device.other")));
        boolean isHere = signIn.id().equals(here);
        Span used = new Span(isHere ? getTranslation("account.signins.here") : used(signIn));
        used.addClassName("quiet");
        Button end = new Button(getTranslation("account.signins.end"), _ -> {
            signIns.end(signIn.id());
            show();
        });
        end.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        end.setAriaLabel(getTranslation("account.signins.end.which", device.getText()));
        return new ListItem(new Div(device, used), end);
    }

    private String used(SignInSummary signIn) {
        return getTranslation("account.signins.used", When.told(signIn.usedAt(), getLocale()));
    }
}
