package org.tessera.room.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.binder.Binder;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tessera.room.RoomCommand;
import org.tessera.room.Rooms;

/** Changes the title, the day, the norms and the video link of a meeting that has not begun. */
final class MeetingDialog extends RoomDialog {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_NORMS = 3_000;
    private static final Duration STEP = Duration.ofMinutes(15);

    private final TextField title = new TextField(getTranslation("room.new.title"));
    private final DateTimePicker when = new DateTimePicker(getTranslation("room.new.when"));
    private final TextField link = new TextField(getTranslation("room.new.video"));
    private final TextArea norms = new TextArea(getTranslation("room.new.norms"));
    private final Binder<NewRoom> binder = new Binder<>();
    private final NewRoom meeting = new NewRoom();

    MeetingDialog(RoomPicture picture, Requests requests) {
        super("room.arrange.meeting");
        ZoneId zone = Zones.of(UI.getCurrent());
        title.setMaxLength(LONGEST_TITLE);
        title.setWidthFull();
        when.setHelperText(getTranslation("room.arrange.when.help"));
        when.setStep(STEP);
        when.setDatePickerI18n(DateTexts.of(this, getLocale()));
        when.addClassName("wide");
        link.setHelperText(getTranslation("room.new.video.help"));
        link.setWidthFull();
        norms.setHelperText(getTranslation("room.arrange.norms.help"));
        norms.setMaxLength(LONGEST_NORMS);
        norms.setWidthFull();
        bind();
        meeting.setTitle(picture.title());
        meeting.setWhen(picture.arranged()
                .scheduledAt()
                .map(at -> at.atZone(zone).toLocalDateTime())
                .orElse(null));
        meeting.setMeetingUrl(picture.meetingUrl().orElse(""));
        meeting.setNorms(NewRoom.lines(picture.norms(), getLocale()));
        binder.readBean(meeting);
        title.focus();
        add(title, when, link, norms);
        act("room.arrange.save", () -> {
            if (binder.writeBeanIfValid(meeting)) {
                requests.ask(change(zone), this::close);
            }
        });
    }

    private void bind() {
        binder.forField(title)
                .withValidator(text -> !text.isBlank(), getTranslation("room.new.title.missing"))
                .withValidator(text -> text.length() <= LONGEST_TITLE, getTranslation("room.new.title.long"))
                .bind(NewRoom::getTitle, NewRoom::setTitle);
        binder.forField(when).bind(NewRoom::getWhen, NewRoom::setWhen);
        binder.forField(link)
                .withValidator(
                        url -> url.isBlank() || Rooms.isWebLink(url.strip()), getTranslation("room.new.video.wrong"))
                .bind(NewRoom::getMeetingUrl, NewRoom::setMeetingUrl);
        binder.forField(norms).bind(NewRoom::getNorms, NewRoom::setNorms);
    }

    private RoomCommand.ChangeMeeting change(ZoneId zone) {
        @Nullable LocalDateTime day = meeting.getWhen();
        List<String> lines = meeting.getNorms().lines().toList();
        return new RoomCommand.ChangeMeeting(
                meeting.getTitle(),
                Optional.of(meeting.getMeetingUrl().strip())
                        .filter(url -> !url.isEmpty())
                        .orElse(null),
                lines,
                day == null ? null : day.atZone(zone).toInstant());
    }
}
