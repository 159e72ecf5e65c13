package org.tessera.support.hostile;

import static org.tessera.support.hostile.Bytes.hex;
import static org.tessera.support.hostile.Bytes.join;
import static org.tessera.support.hostile.Bytes.latin;
import static org.tessera.support.hostile.Bytes.of;

/** Programs, as themselves and with innocent names. */
final class Programs {

    private Programs() {}

    static void into(HostileFiles all) {
        String command = all.command();
        all.disguised("ELF", "so", join(hex("7F454C46 020101"), new byte[57], of(command)));
        all.disguised("program of Windows", "exe", join(latin("MZ"), new byte[58], hex("40000000"), latin("PE\0\0")));
        all.disguised("Mach-O", "dylib", join(hex("CFFAEDFE 07000001"), new byte[40]));
        all.disguised("class", "class", join(hex("CAFEBABE 0000 0041 0001"), of(command)));
        all.disguised("jar", "jar", Zip.of("META-INF/MANIFEST.MF", of("Manifest-Version: 1.0\nMain-Class: Evil\n")));
        all.disguised("Flash", "swf", join(latin("FWS\6"), hex("FF000000"), of(command)));
        all.disguised("WebAssembly", "wasm", hex("0061736D 01000000"));
        all.disguised("shell", "sh", of("#!/bin/sh\n" + command + "\n"));
        all.disguised("batch", "bat", of("@echo off\r\n" + command + "\r\n"));
        all.disguised("PowerShell", "ps1", of("Invoke-WebRequest " + all.trap()));
        all.disguised("Python", "py", of("import os; os.system('" + command + "')"));
        all.disguised("serialized object", "ser", join(hex("ACED0005 7372"), of("\0\u0011java.util.HashMap")));
        all.disguised("pickle", "pkl", of("cos\nsystem\n(S'" + command + "'\ntR."));
        all.disguised("installer", "msi", join(hex("D0CF11E0A1B11AE1"), new byte[504]));
        all.disguised("Android", "dex", of("dex\n035\0"));
        all.disguised("package of Debian", "deb", of("!<arch>\ndebian-binary   "));
        all.disguised("shortcut", "lnk", join(hex("4C000000 01140200"), of(all.trap())));
        all.disguised("shortcut of a desktop", "desktop", of("[Desktop Entry]\nType=Application\nExec=" + command));
        all.disguised("shortcut to an address", "url", of("[InternetShortcut]\nURL=" + all.trap()));
        all.disguised(
                "what scanners know",
                "com",
                of("X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-" + "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"));
    }
}
