package org.tessera.assessment.ui;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.tessera.account.CurrentUser;
import org.tessera.account.PersonId;
import org.tessera.assessment.Agreements;
import org.tessera.assessment.Anchors;
import org.tessera.assessment.Certificates;
import org.tessera.assessment.Panels;
import org.tessera.assessment.Scales;
import org.tessera.assessment.Workload;
import org.tessera.credential.Credentials;

/** The panel of a district, for its officers: who assesses, how, on which days, and how it goes. */
@Route("panel")
@RolesAllowed("PERSON")
@CssImport("./styles/page-parts.css")
@CssImport("./styles/assessment.css")
@CssImport("./styles/certification.css")
class PanelView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient Panels panels;
    private final transient Workload workload;
    private final transient Credentials credentials;
    private final transient Scales scales;
    private final transient Anchors anchors;
    private final transient Certificates certificates;
    private final transient Agreements agreements;
    private final PersonId me;

    PanelView(
            Panels panels,
            Workload workload,
            Credentials credentials,
            Scales scales,
            Anchors anchors,
            Certificates certificates,
            Agreements agreements,
            CurrentUser user) {
        this.panels = panels;
        this.workload = workload;
        this.credentials = credentials;
        this.scales = scales;
        this.anchors = anchors;
        this.certificates = certificates;
        this.agreements = agreements;
        this.me = user.require().id();
        addClassNames("page", "panel-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!panels.isOfficer(me)) {
            throw new NotFoundException();
        }
        show();
    }

    private void show() {
        removeAll();
        add(
                new H1(getTranslation("assessment.panel.title")),
                new Paragraph(getTranslation("assessment.panel.lead")),
                new MembersPart(panels, me, this::show),
                new SchemePart(panels, credentials, scales, me),
                new ClosedDaysPart(panels, me, this::show),
                new OpenCasesPart(workload.of(me)),
                new AnchorsPart(anchors, me, this::show),
                new CertificatesPart(certificates.all(me), agreements.drifts(me)),
                new AgreementPart(agreements.of(me)));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.title", getTranslation("assessment.panel.title"));
    }
}
