package org.tessera.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.TestPropertySource;
import org.tessera.support.AppTest;

/** The first start of a real installation, as its log tells it. */
@AppTest
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(
        properties = {
            "tessera.first-district=Cedar Valley Unified",
            "tessera.officers=Ivy@first-start.example, june@first-start.example",
            "tessera.public-address=https://tessera.first-start.example"
        })
class FirstDistrictTest {

    private static final Pattern LINK =
            Pattern.compile("ivy@first-start\\.example  https://tessera\\.first-start\\.example/welcome/([\\w-]{43})");

    @Autowired
    private Accounts accounts;

    @Autowired
    private Officers officers;

    @Autowired
    private WelcomeLinks links;

    @Test
    void the_log_tells_each_first_officer_the_way_in_once(CapturedOutput log) {
        Person ivy = accounts.personByEmail("ivy@first-start.example").orElseThrow();
        assertThat(accounts.nameOf(ivy.district())).isEqualTo("Cedar Valley Unified");
        assertThat(officers.of(ivy.district())).hasSize(2).contains(ivy);

        assertThat(LINK.matcher(log.getAll()).results().map(MatchResult::group)).hasSize(1);
        String secret = LINK.matcher(log.getAll())
                .results()
                .findFirst()
                .map(found -> found.group(1))
                .orElseThrow();
        assertThat(links.look(secret)).isEqualTo(new WelcomeAnswer.Welcome(ivy));
    }
}
