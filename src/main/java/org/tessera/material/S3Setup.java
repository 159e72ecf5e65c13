package org.tessera.material;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Files in a bucket instead of a folder, where {@code tessera.files.s3.bucket} names one. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("tessera.files.s3.bucket")
@EnableConfigurationProperties(S3Settings.class)
class S3Setup {

    @Bean
    FileStore bucketStore(S3Settings settings) {
        return new S3FileStore(settings.client(), settings.bucket());
    }
}
