package org.tessera.support;

import java.util.Map;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Hashes the passwords of the people tests make up as the product does, with little memory and in one pass: thousands of
 * them guard nothing. What the product's own hashing costs is looked at where passwords are tested.
 */
@TestConfiguration(proxyBeanMethods = false)
public class LightHashing {

    private static final String ARGON2ID = "argon2id";

    @Bean
    @Primary
    PasswordEncoder lightPasswordEncoder() {
        return encoder();
    }

    /** The product's method at almost no cost. */
    public static PasswordEncoder encoder() {
        return new DelegatingPasswordEncoder(ARGON2ID, Map.of(ARGON2ID, new Argon2PasswordEncoder(16, 32, 1, 64, 1)));
    }
}
