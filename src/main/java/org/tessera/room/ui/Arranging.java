package org.tessera.room.ui;

import java.util.ArrayList;
import java.util.List;
import org.tessera.protocol.Pack;
import org.tessera.room.RoomSummary.Status;

/** What whoever leads can still arrange of a meeting: entries of the menu. */
final class Arranging {

    /** An entry: the key of its words, and what it does. */
    record Entry(String key, Runnable action) {}

    private final Pack pack;
    private final Requests requests;
    private final MaterialsCard files;

    /** {@code pack} is the protocol as it is written. */
    Arranging(Pack pack, Requests requests, MaterialsCard files) {
        this.pack = pack;
        this.requests = requests;
        this.files = files;
    }

    List<Entry> entries(RoomPicture picture) {
        List<Entry> entries = new ArrayList<>();
        if (picture.isAhead()) {
            entries.add(new Entry("room.arrange.time", () -> new TimeDialog(picture, pack, requests).open()));
            entries.add(new Entry("room.arrange.meeting", () -> new MeetingDialog(picture, requests).open()));
        } else if (picture.status() == Status.RUNNING
                && picture.me().filter(me -> files.offersBringing(picture, me)).isPresent()) {
            entries.add(new Entry("room.material.bring", files::open));
        }
        if (picture.isAhead()) {
            entries.add(new Entry("room.arrange.cancel", () -> new CancelDialog(picture, requests).open()));
        }
        return entries;
    }
}
