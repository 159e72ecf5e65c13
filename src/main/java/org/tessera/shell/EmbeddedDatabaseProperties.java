package org.tessera.shell;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where our own MariaDB is and keeps its files.
 *
 * @param binaries the unpacked server
 * @param folder its data folder, made at the first start
 */
@ConfigurationProperties("tessera.database")
record EmbeddedDatabaseProperties(Path binaries, Path folder) {}
