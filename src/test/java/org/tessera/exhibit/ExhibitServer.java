package org.tessera.exhibit;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.tessera.Tessera;
import org.tessera.account.Accounts;
import org.tessera.account.DistrictId;
import org.tessera.account.Officers;
import org.tessera.account.PersonDraft;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;

/**
 * The product in a JVM of its own with one person in one team, who is an officer of the district. Whenever a line comes in it says how much memory it holds:
 * what is alive on its heap, and what its buffers take outside of it, in bytes.
 */
final class ExhibitServer {

    static final String READY = "ready: ";
    static final String HOLDS = "holds: ";
    static final String EMAIL = "ana@example.org";
    static final String PASSWORD = "correct horse battery";

    private ExhibitServer() {}

    /** Arguments: a folder for everything, the port, the folder of the database's binaries. */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        var application = SpringApplication.run(
                Tessera.class,
                "--server.port=" + args[1],
                "--tessera.database.folder=" + folder.resolve("database"),
                "--tessera.database.binaries=" + args[2],
                "--tessera.files=" + folder.resolve("files"));
        Path team = folder.resolve("team");
        if (!Files.exists(team)) {
            Accounts accounts = application.getBean(Accounts.class);
            DistrictId district = accounts.addDistrict("North");
            TeamId added = accounts.addTeam(accounts.addSchool(district, "High"), "Grade 9");
            PersonId ana = accounts.addPerson(new PersonDraft(district, null, "Ana", EMAIL, Locale.ENGLISH, PASSWORD));
            accounts.join(added, ana);
            application.getBean(Officers.class).install(district, ana);
            Files.writeString(team, added.value().toString());
        }
        System.out.println(READY + UUID.fromString(Files.readString(team)));
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            System.out.println(HOLDS + held());
        }
    }

    private static long held() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed()
                + ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                        .filter(pool -> pool.getName().equals("direct"))
                        .mapToLong(BufferPoolMXBean::getMemoryUsed)
                        .sum();
    }
}
