package org.tessera.exhibit;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where recordings lie: in a folder of {@code tessera.files}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(UploadLimits.class)
class ExhibitSetup {

    @Bean
    Recordings recordings(@Value("${tessera.files:data/files}") Path folder) throws IOException {
        return new Recordings(folder.resolve("recordings"));
    }
}
