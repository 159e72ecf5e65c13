package org.tessera.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.spring.SpringServlet;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.tessera.support.AppTest;

@AppTest
class StartTest {

    @Autowired
    private DSLContext db;

    @Autowired
    private ServletRegistrationBean<SpringServlet> flow;

    @Test
    void the_application_starts_on_a_migrated_database() {
        assertThat(db.fetchSingle("select count(*) from flyway_schema_history where success")
                        .into(Integer.class))
                .isPositive();
    }

    /** Otherwise push stalls at 2,000 pages a second; see PushTuning. */
    @Test
    void flow_is_told_how_long_a_pushing_thread_may_wait() {
        assertThat(flow.getInitParameters()).containsEntry("org.atmosphere.cpr.Broadcaster.threadWaitTime", "5");
    }
}
