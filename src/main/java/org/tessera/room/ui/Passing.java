package org.tessera.room.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tessera.account.SignedIn;
import org.tessera.room.Device;
import org.tessera.room.MemberId;
import org.tessera.room.SharedDevices;
import org.tessera.room.SitAnswer;
import org.tessera.room.Sitter;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a page goes from hand to hand. First all of a person leaves the screen, then what was given arrives and what was
 * only typed is kept on the server, and only then may the next one show a PIN.
 *
 * @see "Decision: docs/decisions/one-device-several-people.md"
 */
final class Passing implements SharedDevices.Page, DeviceBar.Deeds {

    /** The page that is handed on. */
    interface Stage {

        /** Shows the room to {@code member}. */
        void seat(MemberId member, SignedIn as);

        /** Takes everything off the page but {@code cover}. */
        void cover(Cover cover);

        /** Shows who shares the device now. */
        void companyChanged();

        /** Says something to whoever has the device. */
        void say(String sentence);

        /** Says something to whoever does not see it; the page shows it already. */
        void aloud(String sentence);

        /** What the room is called. */
        String title();
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SharedDevices devices;
    private final Device device;
    private final SignedIn first;
    private final MemberId firstMember;
    private final RoomBoard board;
    private final Stage stage;
    private List<Sitter> sitters;
    private MemberId holder;
    private SignedIn holding;
    private @Nullable Cover cover;
    private @Nullable UI ui;
    private Runnable unwatch = () -> {};
    private String ticket = "";

    Passing(SharedDevices devices, Device device, SignedIn first, MemberId member, RoomBoard board, Stage stage) {
        this.devices = devices;
        this.device = device;
        this.first = first;
        this.firstMember = member;
        this.board = board;
        this.stage = stage;
        this.holder = member;
        this.holding = first;
        this.sitters = devices.sitters(device);
        board.onCovered(this::lineCovered);
    }

    /** Begins with the device's own person, or, where several share it, with a cover; whether somebody sits there now. */
    boolean begin() {
        if (sitters.isEmpty()) {
            return true;
        }
        board.beginCovered();
        Cover shown = show(Optional.empty());
        shown.waitFor("");
        // The page before this one may have been left in the middle of a word.
        keepLeftWords(shown);
        return false;
    }

    /** The page is open: it hears of its device. */
    void attach(UI page) {
        ui = page;
        unwatch = devices.watch(device, this);
        sitters = devices.sitters(device);
    }

    /** The page is left. */
    void detach() {
        unwatch.run();
        devices.revoke(ticket);
        ui = null;
    }

    boolean isCovered() {
        return cover != null;
    }

    Company company() {
        return new Company(sitters, holder, firstMember);
    }

    // Handing on

    @Override
    public void handOn(Optional<Sitter> next) {
        if (cover != null) {
            return;
        }
        Cover shown = show(next);
        shown.waitFor(company().me().map(Sitter::name).orElse(""));
        board.handOn(words -> {
            Optional<Map<MemberId, Map<String, String>>> kept = words.map(Passing::read);
            if (kept.isEmpty() || !devices.leaveWords(device, kept.get())) {
                stay();
                return;
            }
            devices.cover(device, this);
            finish(shown);
        });
    }

    /** The seat is gone already: what could not be sent any more waits with what was typed. */
    private void giveUp() {
        if (cover != null) {
            return;
        }
        Cover shown = show(Optional.empty());
        shown.waitFor(company().me().map(Sitter::name).orElse(""));
        keepLeftWords(shown);
    }

    private void keepLeftWords(Cover shown) {
        board.leftBy(people(), words -> {
            devices.leaveWords(device, read(words));
            finish(shown);
        });
    }

    /** Not everything arrived, so the device stays where it is. */
    private void stay() {
        cover = null;
        stage.seat(holder, holding);
        board.unveil();
        stage.say(board.getTranslation("room.device.unsaved"));
    }

    private void finish(Cover shown) {
        board.cover(people());
        ticket = "";
        sitters = devices.sitters(device);
        if (sitters.isEmpty()) {
            // Nobody shares it any more: the page begins anew with the one whose sign-in it is.
            board.reload();
        } else {
            shown.offer(sitters);
        }
    }

    private Cover show(Optional<Sitter> next) {
        Cover shown = new Cover(stage.title(), board, next, this::take);
        cover = shown;
        stage.cover(shown);
        return shown;
    }

    private void take(Sitter sitter, String pin) {
        Cover shown = cover;
        if (shown == null) {
            return;
        }
        switch (devices.check(device, sitter.member(), pin)) {
            case WRONG -> shown.refuse(board.getTranslation("room.device.pin.wrong"));
            case TOO_MANY -> shown.refuse(board.getTranslation("room.device.pin.wait"));
            case RIGHT -> seat(sitter);
        }
    }

    private void seat(Sitter sitter) {
        // One has the device at a time, on whichever of its pages.
        devices.cover(device, this);
        cover = null;
        holder = sitter.member();
        holding = devices.visitor(device, sitter, board.locale());
        ticket = devices.ticket(device, holder);
        stage.seat(holder, holding);
        MemberId taken = holder;
        board.open(
                taken,
                ticket,
                JSON.writeValueAsString(devices.leftWords(device, taken)),
                () -> devices.forgetWords(device, taken));
        stage.aloud(board.getTranslation("room.device.taken", sitter.name()));
    }

    // Sitting down and leaving

    @Override
    public void sitDown() {
        boolean isFirstAsked = sitters.isEmpty();
        new SitDownDialog(first.name(), isFirstAsked, form -> sat(isFirstAsked, form)).open();
    }

    private SitAnswer sat(boolean isFirstAsked, SitDownDialog.Form form) {
        SitAnswer answer = form.withAccount()
                ? devices.sitPerson(device, first, form.firstPin(), form.email(), form.password(), form.pin())
                : devices.sitGuest(device, first, form.firstPin(), form.name(), form.pin(), board.locale());
        if (answer instanceof SitAnswer.Seated(Sitter sitter)) {
            if (isFirstAsked) {
                ticket = devices.ticket(device, holder);
                board.hold(holder, ticket);
            }
            sitters = devices.sitters(device);
            stage.companyChanged();
            stage.say(board.getTranslation("room.device.sat", sitter.name()));
        }
        return answer;
    }

    @Override
    public void leave() {
        confirm("room.device.leave", "room.device.leave.text", () -> {
            MemberId gone = holder;
            Cover shown = show(Optional.empty());
            shown.waitFor("");
            board.handOn(words -> {
                boolean typed = words.map(Passing::read)
                        .map(Map::isEmpty)
                        .map(none -> !none)
                        .orElse(true);
                if (typed) {
                    cover = null;
                    stage.seat(holder, holding);
                    board.unveil();
                    stage.say(board.getTranslation("room.device.leave.typed"));
                    return;
                }
                devices.cover(device, this);
                devices.leave(device, gone);
                finish(shown);
            });
        });
    }

    @Override
    public void remove(Sitter sitter) {
        confirm(
                "room.device.remove",
                sitter.hasLeftWords() ? "room.device.remove.typed" : "room.device.remove.text",
                () -> devices.leave(device, sitter.member()),
                sitter.name());
    }

    @Override
    public void stopSharing() {
        boolean typed = sitters.stream().anyMatch(Sitter::hasLeftWords);
        confirm("room.device.stop", typed ? "room.device.stop.typed" : "room.device.stop.text", () -> {
            devices.stopSharing(device);
            board.reload();
        });
    }

    private void confirm(String title, String text, Runnable action, Object... names) {
        ConfirmDialog dialog = new ConfirmDialog(
                board.getTranslation(title, names),
                board.getTranslation(text, names),
                board.getTranslation(title, names),
                _ -> action.run());
        dialog.setCancelable(true);
        dialog.setCancelText(board.getTranslation("room.cancel"));
        dialog.open();
    }

    // What happens elsewhere

    /** The board's line has lost its seat: the device is shared since, or was handed on in another window. */
    private void lineCovered() {
        if (devices.isShared(device)) {
            giveUp();
        } else {
            board.reload();
        }
    }

    @Override
    public void peopleChanged() {
        onPage(() -> {
            sitters = devices.sitters(device);
            boolean gone = cover == null
                    && !sitters.isEmpty()
                    && sitters.stream().noneMatch(sitter -> sitter.member().equals(holder));
            if (gone) {
                giveUp();
            } else if (cover != null) {
                cover.peopleChanged(sitters);
            } else {
                stage.companyChanged();
            }
        });
    }

    @Override
    public void covered() {
        onPage(this::giveUp);
    }

    private void onPage(Runnable work) {
        UI open = ui;
        if (open != null) {
            PageSeat.onPage(open, work::run).run();
        }
    }

    private List<String> people() {
        return Stream.concat(sitters.stream().map(Sitter::member), Stream.of(holder))
                .distinct()
                .map(MemberId::toString)
                .toList();
    }

    private static Map<MemberId, Map<String, String>> read(String json) {
        Map<String, Map<String, String>> words = JSON.readValue(json, new TypeReference<>() {});
        return words.entrySet().stream()
                .collect(Collectors.toMap(entry -> new MemberId(UUID.fromString(entry.getKey())), Map.Entry::getValue));
    }
}
