package org.tessera.privacy.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import org.tessera.account.PersonId;
import org.tessera.privacy.Clearance;
import org.tessera.privacy.ClearanceAnswer;
import org.tessera.privacy.ClearanceCommand;
import org.tessera.privacy.Clearances;
import org.tessera.privacy.RecordingShelf;
import org.tessera.privacy.Sign;
import org.tessera.privacy.Subject;

/** What the second person does about a recording: listen to all of it, and confirm, or send it back with what they noted. */
final class ListeningPart extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Clearances clearances;
    private final transient PersonId me;
    private final transient Subject subject;
    private final Paragraph heard = new Paragraph();
    private final Button said;

    ListeningPart(
            Clearance clearance,
            RecordingShelf.Recording recording,
            Clearances clearances,
            PersonId me,
            Runnable confirm,
            Runnable sendBack) {
        this.clearances = clearances;
        this.me = me;
        this.subject = clearance.subject();
        RecordingPlayer player = new RecordingPlayer(recording);
        player.whenPlayed(() -> listened(false), () -> heard.setText(getTranslation("privacy.listen.some")));
        heard.getElement().setAttribute("role", "status");
        said = new Button(getTranslation("privacy.listen.said"), _ -> listened(true));
        boolean isHeard = clearance.seenBy().filter(me::equals).isPresent()
                && clearance.unseen().isEmpty();
        tell(isHeard);
        MarkList marks = new MarkList(clearances, me, subject);
        MomentFields fields = new MomentFields(player, moment -> {
            clearances.mark(me, subject, new Sign.AtMoment(moment));
            marks.show();
        });
        Div answers = new Div(
                ClearView.primary(getTranslation("privacy.listen.confirm"), confirm),
                new Button(getTranslation("privacy.second.back"), _ -> sendBack.run()));
        answers.addClassName("clearing-actions");
        add(
                new H2(getTranslation("privacy.listen")),
                new Paragraph(getTranslation("privacy.listen.help")),
                player,
                heard,
                said,
                new H2(getTranslation("privacy.moment")),
                new Paragraph(getTranslation("privacy.moment.help")),
                fields,
                marks,
                answers);
    }

    /** The player stays where it is: nothing else of the page is built anew. */
    private void listened(boolean isSaid) {
        tell(clearances.act(me, subject, new ClearanceCommand.Listen(isSaid)) instanceof ClearanceAnswer.Done);
    }

    private void tell(boolean isHeard) {
        heard.setText(getTranslation(isHeard ? "privacy.listen.heard" : "privacy.listen.not-yet"));
        said.setVisible(!isHeard);
    }
}
