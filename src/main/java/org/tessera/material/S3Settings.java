package org.tessera.material;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/**
 * The bucket that holds the files, on whatever speaks S3.
 *
 * @param bucket its name; it must be there
 * @param endpoint where the storage answers; nothing for Amazon’s own
 * @param region of the bucket
 * @param accessKey who we are there
 * @param secretKey what proves it
 * @param pathStyle whether the bucket stands in the path instead of the host’s name, as most storages other than Amazon’s want
 */
@ConfigurationProperties("tessera.files.s3")
record S3Settings(
        String bucket,
        @Nullable URI endpoint,
        @DefaultValue("us-east-1") String region,
        String accessKey,
        String secretKey,
        @DefaultValue("true") boolean pathStyle) {

    S3Client client() {
        S3ClientBuilder client = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .region(Region.of(region))
                .forcePathStyle(pathStyle)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey)));
        if (endpoint != null) {
            client.endpointOverride(endpoint);
        }
        return client.build();
    }
}
