package org.tessera.material;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** Where files are kept and drawn; {@code tessera.files} names the folder. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IntakeLimits.class)
class MaterialSetup {

    private final Path folder;

    MaterialSetup(@Value("${tessera.files:data/files}") Path folder) {
        this.folder = folder;
    }

    @Bean
    WorkFolder workFolder() throws IOException {
        return new WorkFolder(folder.resolve("work"));
    }

    /** In a folder, unless {@link S3Setup} knows of a bucket. */
    @Bean
    @ConditionalOnProperty(name = "tessera.files.s3.bucket", matchIfMissing = true, havingValue = "a folder")
    FileStore fileStore(WorkFolder work) throws IOException {
        return new FolderFileStore(folder.resolve("store"), work);
    }

    @Bean
    DrawingRoom drawingRoom(IntakeLimits limits) {
        return new DrawingRoom(limits, folder);
    }

    @Bean
    ReadingRoom readingRoom(WorkFolder work) {
        return new ReadingRoom(work, folder.resolve("engine"));
    }

    /** Tidies up after a machine that died, beside everything else: nobody waits for it. */
    @EventListener(ApplicationReadyEvent.class)
    void sweep(ApplicationReadyEvent ready) {
        MaterialFiles files = ready.getApplicationContext().getBean(MaterialFiles.class);
        Thread.ofVirtual().name("file-sweep").start(files::sweep);
    }
}
