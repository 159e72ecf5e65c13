package org.tessera.room.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.data.binder.BindingValidationStatus;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializablePredicate;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tessera.account.Person;
import org.tessera.account.PersonId;
import org.tessera.material.Material;
import org.tessera.material.MaterialId;
import org.tessera.material.MaterialKind;
import org.tessera.material.ui.MaterialUpload;
import org.tessera.protocol.NoteKind;
import org.tessera.protocol.Pack;
import org.tessera.protocol.Role;
import org.tessera.protocol.Text;
import org.tessera.room.RoomDraft.BroughtText;
import org.tessera.room.Rooms;

/** Everything a meeting needs, to be filled in from top to bottom. What is wrong is said beside the field. */
final class NewRoomForm extends Div {

    /** How every link to a video meeting begins, in any language. */
    private static final String LINK_BEGINS = "https://";

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_FOCUS = 500;
    private static final int LONGEST_NORMS = 3_000;

    private final RadioButtonGroup<Pack> pack = new RadioButtonGroup<>();
    private final TextField title = new TextField();
    private final DateTimePicker when = new DateTimePicker();
    private final DueField due;
    private final RolesField roles;
    private final TimeFields time = new TimeFields();
    private final TextArea focus = new TextArea();
    private final TextField meetingUrl = new TextField();
    private final TextArea norms = new TextArea();
    private final TextsField texts = new TextsField();
    private boolean broughtAlong;
    private final Paragraph advice = new Paragraph();
    private Function<Pack, Optional<String>> adviser = _ -> Optional.empty();
    private final Optional<List<Text>> teamNorms;
    private final Map<MaterialKind, MaterialUpload> uploads = new EnumMap<>(MaterialKind.class);
    private final List<Material> materials = new ArrayList<>();
    private final Binder<NewRoom> binder = new Binder<>();
    private boolean touched;

    /**
     * {@code possible} says until when work before the meeting can be asked for; {@code upload} makes the place where files of a kind are brought, given who hears of them.
     */
    NewRoomForm(
            List<Pack> packs,
            List<Person> team,
            List<Person> district,
            Optional<List<Text>> teamNorms,
            SerializablePredicate<LocalDateTime> possible,
            Function<Bringing, MaterialUpload> upload) {
        this.teamNorms = teamNorms;
        addClassName("new-room-form");
        due = new DueField(possible);
        roles = new RolesField(team, district);
        for (MaterialKind kind : MaterialKind.values()) {
            uploads.put(kind, upload.apply(new Bringing(kind, materials::add, materials::remove)));
        }
        label();
        bind();
        advice.addClassName("page-note");
        advice.getElement().setAttribute("role", "status");
        advice.setVisible(false);
        add(
                new ProtocolFinder(pack, packs),
                pack,
                advice,
                title,
                when,
                due,
                roles,
                time,
                focus,
                meetingUrl,
                norms,
                texts);
        uploads.values().forEach(each -> add(each));
        pack.addValueChangeListener(event -> follow(event.getOldValue(), event.getValue()));
        when.addValueChangeListener(event -> due.follow(event.getOldValue(), event.getValue()));
        roles.addValueChangeListener(_ -> showTime());
        binder.addValueChangeListener(event -> touched |= event.isFromClient());
    }

    /** Where files of a kind are brought, and who hears of them. */
    record Bringing(
            MaterialKind kind, SerializableConsumer<Material> brought, SerializableConsumer<Material> removed) {}

    /** Begins with {@code me} as facilitator and everybody else taking part. */
    void begin(PersonId me, List<Person> team, Pack first) {
        NewRoom room = new NewRoom();
        binder.readBean(room);
        pack.setValue(first);
        Map<PersonId, Role> all = new HashMap<>();
        team.forEach(person -> all.put(person.id(), person.id().equals(me) ? Role.FACILITATOR : Role.PARTICIPANT));
        roles.setValue(all);
        touched = false;
    }

    /** Asks {@code adviser} about every protocol that is chosen, this one first. */
    void advise(Function<Pack, Optional<String>> adviser) {
        this.adviser = adviser;
        Optional.ofNullable(pack.getValue()).ifPresent(this::adviseOn);
    }

    private void adviseOn(Pack chosen) {
        Optional<String> words = adviser.apply(chosen);
        advice.setText(words.orElse(""));
        advice.setVisible(words.isPresent());
    }

    /** Brings a text, whatever the protocol: it is there to be read during the meeting. */
    void bring(BroughtText text) {
        broughtAlong = true;
        texts.setVisible(true);
        texts.setValue(List.of(text));
        touched = false;
    }

    /** Whether somebody has typed or brought something. */
    boolean isTouched() {
        return touched || !materials.isEmpty();
    }

    /** What was filled in, if all of it is sound; otherwise the first field that is not has the focus. */
    Optional<NewRoom> sound() {
        NewRoom room = new NewRoom();
        if (binder.writeBeanIfValid(room)) {
            return Optional.of(room);
        }
        binder.validate().getFieldValidationErrors().stream()
                .findFirst()
                .map(BindingValidationStatus::getField)
                .ifPresent(NewRoomForm::focusOn);
        return Optional.empty();
    }

    /** The materials this protocol has a place for. */
    List<MaterialId> materials() {
        return materials.stream()
                .filter(material ->
                        Objects.requireNonNull(uploads.get(material.kind())).isVisible())
                .map(Material::id)
                .toList();
    }

    /** Whether this protocol begins with existing texts. */
    boolean takesTexts() {
        return texts.isVisible();
    }

    private void label() {
        pack.setLabel(getTranslation("room.new.protocol"));
        pack.setRenderer(new ComponentRenderer<>(ProtocolCard::new));
        pack.addClassName("protocols");
        title.setLabel(getTranslation("room.new.title"));
        title.setMaxLength(LONGEST_TITLE);
        when.setLabel(getTranslation("room.new.when"));
        when.setHelperText(getTranslation("room.new.when.help"));
        when.setStep(Duration.ofMinutes(15));
        when.setDatePickerI18n(DateTexts.of(this, getLocale()));
        focus.setLabel(getTranslation("room.focus"));
        focus.setHelperText(getTranslation("room.new.focus.help"));
        focus.setPlaceholder(getTranslation("room.new.focus.example"));
        focus.setMaxLength(LONGEST_FOCUS);
        meetingUrl.setLabel(getTranslation("room.new.video"));
        meetingUrl.setHelperText(getTranslation("room.new.video.help"));
        meetingUrl.setPlaceholder(LINK_BEGINS);
        norms.setLabel(getTranslation("room.new.norms"));
        norms.setHelperText(getTranslation(teamNorms.isPresent() ? "room.new.norms.team" : "room.new.norms.help"));
        norms.setMaxLength(LONGEST_NORMS);
    }

    private void bind() {
        binder.forField(pack)
                .asRequired(getTranslation("room.new.protocol.missing"))
                .bind(NewRoom::getPack, NewRoom::setPack);
        binder.forField(title)
                .withValidator(text -> !text.isBlank(), getTranslation("room.new.title.missing"))
                .withValidator(text -> text.length() <= LONGEST_TITLE, getTranslation("room.new.title.long"))
                .bind(NewRoom::getTitle, NewRoom::setTitle);
        binder.forField(when).bind(NewRoom::getWhen, NewRoom::setWhen);
        due.bind(binder);
        binder.forField(roles)
                .withValidator(
                        value -> count(value, Role.FACILITATOR) == 1, getTranslation("room.new.people.facilitator"))
                .withValidator(
                        value -> !has(Role.PRESENTER) || count(value, Role.PRESENTER) == 1,
                        getTranslation("room.new.people.presenter"))
                .bind(NewRoom::getRoles, NewRoom::setRoles);
        time.bind(binder);
        binder.forField(focus)
                .withValidator(text -> text.length() <= LONGEST_FOCUS, getTranslation("room.new.focus.long"))
                .bind(NewRoom::getFocus, NewRoom::setFocus);
        binder.forField(meetingUrl)
                .withValidator(
                        url -> url.isBlank() || Rooms.isWebLink(url.strip()), getTranslation("room.new.video.wrong"))
                .bind(NewRoom::getMeetingUrl, NewRoom::setMeetingUrl);
        binder.forField(norms).bind(NewRoom::getNorms, NewRoom::setNorms);
        binder.forField(texts).bind(NewRoom::getTexts, NewRoom::setTexts);
    }

    /** Another protocol brings its own name, roles and norms; what somebody has typed stays. */
    private void follow(@Nullable Pack before, @Nullable Pack chosen) {
        if (chosen == null) {
            return;
        }
        String old = before == null ? "" : before.name().in(getLocale());
        if (title.getValue().isBlank() || title.getValue().equals(old)) {
            title.setValue(chosen.name().in(getLocale()));
        }
        String oldNorms = before == null ? "" : suggestedNorms(before);
        if (norms.getValue().isBlank() || norms.getValue().equals(oldNorms)) {
            norms.setValue(suggestedNorms(chosen));
        }
        adviseOn(chosen);
        due.follow(chosen);
        roles.offer(chosen.roles());
        for (MaterialKind kind : MaterialKind.values()) {
            String word = kind.name().toLowerCase(Locale.ROOT);
            Objects.requireNonNull(uploads.get(kind))
                    .setVisible(chosen.phases().stream()
                            .anyMatch(phase -> phase.unlocks().contains(word)));
        }
        texts.setVisible(broughtAlong
                || chosen.phases().stream().anyMatch(phase -> phase.kinds().contains(NoteKind.DOUBT)));
        showTime();
    }

    private void showTime() {
        if (pack.getValue() != null) {
            time.follow(pack.getValue(), (int) roles.getValue().values().stream()
                    .filter(role -> role != Role.COACH)
                    .count());
        }
    }

    /** The norms the form begins with: the team's own, where it has any, before the protocol's. */
    String suggestedNorms() {
        return pack.getValue() == null ? "" : suggestedNorms(pack.getValue());
    }

    private String suggestedNorms(Pack of) {
        return NewRoom.lines(teamNorms.orElseGet(of::norms), getLocale());
    }

    private boolean has(Role role) {
        return pack.getValue() != null && pack.getValue().roles().contains(role);
    }

    private static long count(Map<PersonId, Role> roles, Role wanted) {
        return roles.values().stream().filter(wanted::equals).count();
    }

    private static void focusOn(HasValue<?, ?> field) {
        if (field instanceof Component component) {
            component.getElement().executeJs("this.scrollIntoView({block: 'center'}); this.focus && this.focus()");
        }
    }
}
