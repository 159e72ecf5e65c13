package org.tessera.shell.security;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** Programs asking for what is not there get a 404; without this Flow would answer them with its start page. */
@Configuration(proxyBeanMethods = false)
class UnknownToPrograms {

    /** After every controller and socket, before Flow. */
    private static final int ORDER = 1_000;

    @Bean
    SimpleUrlHandlerMapping notFoundForPrograms() {
        HttpRequestHandler unknown = (_, response) -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
        return new SimpleUrlHandlerMapping(Map.of("/api/**", unknown, "/live/**", unknown), ORDER);
    }
}
