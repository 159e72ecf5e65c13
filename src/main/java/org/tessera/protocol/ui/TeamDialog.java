package org.tessera.protocol.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import org.tessera.account.Team;

/** Asks for which team something is done; where there is only one, it is done at once. */
final class TeamDialog extends Dialog {

    private TeamDialog(List<Team> teams, String titleKey, String doKey, SerializableConsumer<Team> chosen) {
        setHeaderTitle(getTranslation(titleKey));
        setWidth("min(28rem, 94vw)");
        Select<Team> team = new Select<>();
        team.setLabel(getTranslation("protocol.team"));
        team.setItems(teams);
        team.setItemLabelGenerator(Team::name);
        team.setValue(teams.getFirst());
        team.setWidthFull();
        add(new Paragraph(getTranslation("protocol.team.whose")), team);
        Button act = new Button(getTranslation(doKey), _ -> {
            close();
            chosen.accept(team.getValue());
        });
        act.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("protocol.cancel"), _ -> close()), act);
    }

    static void ask(List<Team> teams, String titleKey, String doKey, SerializableConsumer<Team> chosen) {
        if (teams.size() == 1) {
            chosen.accept(teams.getFirst());
        } else if (!teams.isEmpty()) {
            new TeamDialog(teams, titleKey, doKey, chosen).open();
        }
    }
}
