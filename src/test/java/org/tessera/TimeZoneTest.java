package org.tessera;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class TimeZoneTest {

    /** In another zone an instant comes back from the database an hour wrong. */
    @Test
    void tests_run_in_utc_as_the_product_does() {
        assertThat(ZoneId.systemDefault().normalized())
                .isEqualTo(ZoneId.of("UTC").normalized());
    }
}
