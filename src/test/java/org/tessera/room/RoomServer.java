package org.tessera.room;

import static org.tessera.protocol.Role.FACILITATOR;
import static org.tessera.protocol.Role.PARTICIPANT;
import static org.tessera.protocol.Role.RECORDER;

import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.SpringApplication;
import org.tessera.Tessera;
import org.tessera.account.Accounts;
import org.tessera.protocol.Protocols;

/** The product in a JVM of its own, with its own database and one prepared meeting; for tests that kill it. */
final class RoomServer {

    static final String READY = "the room is open: ";

    private RoomServer() {}

    /** Arguments: a folder for everything, the port, the folder of the database's binaries. */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        var application = SpringApplication.run(
                Tessera.class,
                "--server.port=" + args[1],
                "--tessera.database.folder=" + folder.resolve("database"),
                "--tessera.database.binaries=" + args[2],
                "--tessera.files=" + folder.resolve("files"));
        Path prepared = folder.resolve("meeting");
        if (!Files.exists(prepared)) {
            Meeting meeting = new Meeting.Preparing(
                            application.getBean(Rooms.class),
                            application.getBean(LiveRooms.class),
                            application.getBean(RoomStore.class),
                            application.getBean(Accounts.class),
                            application.getBean(Protocols.class))
                    .with("ana", FACILITATOR)
                    .with("ben", PARTICIPANT)
                    .with("cho", RECORDER)
                    .with("dee", PARTICIPANT)
                    .running("post-it-vision");
            Files.writeString(prepared, meeting.id + " " + meeting.run());
        }
        System.out.println(READY + Files.readString(prepared));
    }
}
