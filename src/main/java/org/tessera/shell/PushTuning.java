package org.tessera.shell;

import com.vaadin.flow.spring.SpringServlet;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.stereotype.Component;

/**
 * Lifts the ceiling of Flow's push. Atmosphere gives each page just pushed one of 200 threads and keeps it waiting 100 ms
 * for a next message, which caps a server at 2,000 page pushes a second however idle it is. And it keeps 48 kB beside each
 * page for reading streams, which Flow has none of. Measure again at every upgrade of Vaadin.
 */
@Component
class PushTuning implements BeanPostProcessor {

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof ServletRegistrationBean<?> registration
                && registration.getServlet() instanceof SpringServlet) {
            registration.addInitParameter("org.atmosphere.cpr.Broadcaster.threadWaitTime", "5");
            registration.addInitParameter("org.atmosphere.websocket.bufferSize", "16");
        }
        return bean;
    }
}
