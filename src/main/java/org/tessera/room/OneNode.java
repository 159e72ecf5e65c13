package org.tessera.room;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Without the profile {@code cluster} there is nobody to tell anything. */
@Configuration(proxyBeanMethods = false)
class OneNode {

    @Bean
    @Profile("!cluster")
    Announcements announcements() {
        return Announcements.NONE;
    }
}
