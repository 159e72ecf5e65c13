package org.tessera.shell;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** Who may reach what over HTTP. Views say for themselves whom they let in. */
@Configuration(proxyBeanMethods = false)
class Security {

    @Bean
    SecurityFilterChain pages(HttpSecurity http) throws Exception {
        return http.with(VaadinSecurityConfigurer.vaadin(), vaadin -> {}).build();
    }
}
