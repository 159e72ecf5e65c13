package org.tessera.report.ui;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tessera.account.CurrentUser;
import org.tessera.account.PersonId;
import org.tessera.credit.SchoolYear;
import org.tessera.report.Reports;
import org.tessera.report.Sheet;

/** A district's reports, for its officers. */
@Route("reports")
@RolesAllowed("PERSON")
@CssImport("./styles/page-parts.css")
@CssImport("./styles/report.css")
class ReportsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient Reports reports;
    private final transient ReportWords words;
    private final PersonId me;
    private final Div shown = new Div();

    ReportsView(Reports reports, ReportWords words, CurrentUser user) {
        this.reports = reports;
        this.words = words;
        this.me = user.require().id();
        addClassNames("page", "report-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!reports.isReader(me)) {
            throw new NotFoundException();
        }
        removeAll();
        List<SchoolYear> years = reports.years();
        Select<Optional<SchoolYear>> chosen = new Select<>();
        chosen.setLabel(getTranslation("report.year"));
        chosen.setItems(Stream.concat(years.stream().map(Optional::of), Stream.of(Optional.<SchoolYear>empty()))
                .toList());
        chosen.setItemLabelGenerator(
                year -> year.map(SchoolYear::toString).orElseGet(() -> getTranslation("report.year.all")));
        chosen.setValue(Optional.of(years.getFirst()));
        chosen.addValueChangeListener(change -> show(change.getValue()));
        add(
                new H1(getTranslation("report.title")),
                new Paragraph(getTranslation("report.lead")),
                new Paragraph(getTranslation("report.small", Reports.LEAST)),
                chosen,
                shown);
        show(chosen.getValue());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.title", getTranslation("report.title"));
    }

    private void show(Optional<SchoolYear> year) {
        shown.removeAll();
        shown.add(download(ReportApi.ALL, year, getTranslation("report.csv.all")));
        reports.of(me, year).forEach(sheet -> shown.add(section(sheet, year)));
    }

    private Section section(Sheet sheet, Optional<SchoolYear> year) {
        String name = ReportWords.key(sheet.kind());
        String title = words.title(sheet.kind(), getLocale());
        Section section = new Section(new H2(title), new Paragraph(getTranslation("report." + name + ".meaning")));
        section.addClassName("card");
        if (!sheet.tells()) {
            section.add(new Paragraph(
                    getTranslation(sheet.lines().isEmpty() ? "report.nothing" : "report.too-few-yet", Reports.LEAST)));
            return section;
        }
        Details table = new Details(getTranslation("report.table", title), new ReportTable(sheet, words));
        section.add(
                new ReportChart(sheet, words), table, download(name, year, getTranslation("report.csv.one", title)));
        return section;
    }

    private static Div download(String name, Optional<SchoolYear> year, String text) {
        Anchor link = new Anchor(
                "api/reports/" + name + ".csv"
                        + year.map(one -> "?year=" + one.first()).orElse(""),
                text);
        link.addClassName("action");
        link.getElement().setAttribute("download", true);
        link.setRouterIgnore(true);
        Div actions = new Div(link);
        actions.addClassName("page-actions");
        return actions;
    }
}
