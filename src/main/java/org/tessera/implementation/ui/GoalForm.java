package org.tessera.implementation.ui;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tessera.entry.Entry;
import org.tessera.entry.ui.EntryForm;
import org.tessera.entry.ui.Visit;
import org.tessera.entry.ui.Workplace;
import org.tessera.implementation.Citation;
import org.tessera.implementation.Goal;

/** A goal, and where it comes from. */
final class GoalForm extends EntryForm<Goal> {

    private static final long serialVersionUID = 1L;
    private static final int MOST = 1000;

    private final TextArea text = lines("implementation.goal.text", MOST);
    private final MultiSelectComboBox<Citation> sources = kept(new MultiSelectComboBox<>());
    private final UnorderedList cited = new UnorderedList();
    private final transient List<Citation> offered;

    GoalForm(Workplace workplace, Visit visit, Entry<Goal> entry, List<Citation> offered) {
        super(workplace, visit, entry);
        this.offered = offered;
        sources.setLabel(getTranslation("implementation.goal.sources"));
        sources.setHelperText(
                getTranslation(offered.isEmpty() ? "implementation.sources.none" : "implementation.sources.help"));
        sources.setItemLabelGenerator(this::told);
        sources.setWidthFull();
        sources.setVisible(visit.writes());
        sources.setItems(all(entry.body()));
        add(text, sources, cited);
        start();
    }

    /** What was cited stays, even where its source is there no longer. */
    private Set<Citation> all(Goal goal) {
        Set<Citation> all = new LinkedHashSet<>(goal.sources());
        all.addAll(offered);
        return all;
    }

    @Override
    protected Goal typed() {
        Set<Citation> chosen = sources.getValue();
        List<Citation> inOrder = new ArrayList<>(entry().body().sources());
        inOrder.retainAll(chosen);
        chosen.stream().filter(one -> !inOrder.contains(one)).forEach(inOrder::add);
        return new Goal(text.getValue(), inOrder);
    }

    @Override
    protected void fill(Goal body) {
        text.setValue(body.text());
        Set<Citation> chosen = new LinkedHashSet<>(body.sources());
        if (!sources.getListDataView().getItems().toList().containsAll(chosen)) {
            sources.setItems(all(body));
        }
        sources.setValue(chosen);
        cited.removeAll();
        body.sources().forEach(one -> cited.add(new ListItem(told(one))));
    }

    @Override
    protected List<String> told(Goal body) {
        List<String> lines = new ArrayList<>();
        lines.add(body.text());
        body.sources().forEach(one -> lines.add(told(one)));
        return lines;
    }

    private String told(Citation one) {
        return getTranslation("implementation.source." + one.kind().name().toLowerCase(Locale.ROOT), one.words());
    }

    @Override
    protected String name() {
        return ImplementationView.nameOr(this, entry().body().text());
    }
}
