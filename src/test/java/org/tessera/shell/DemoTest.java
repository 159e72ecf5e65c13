package org.tessera.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tessera.account.Accounts;
import org.tessera.account.DemoDistrict;
import org.tessera.account.DemoPart;
import org.tessera.account.Officers;
import org.tessera.account.PasswordAnswer;
import org.tessera.account.Passwords;
import org.tessera.account.Person;
import org.tessera.support.AppTest;
import tools.jackson.databind.json.JsonMapper;

@AppTest
class DemoTest {

    @Autowired
    private Accounts accounts;

    @Autowired
    private Officers officers;

    @Autowired
    private Passwords passwords;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private Environment environment;

    @Autowired
    private JsonMapper json;

    @Test
    void fills_a_district_once_and_lets_every_feature_add_its_part_each_time() {
        List<DemoDistrict> given = new ArrayList<>();

        demo(given::add).fill();
        demo(given::add).fill();

        assertThat(given).hasSize(2);
        DemoDistrict demo = given.getFirst();
        assertThat(given.getLast()).isEqualTo(demo);
        assertThat(accounts.peopleOf(demo.district())).hasSize(13);
        assertThat(accounts.membersOf(demo.team().id())).hasSize(6);
        assertThat(accounts.teamsOf(demo.person("ben").id()))
                .extracting("name")
                .containsExactly("Grade 9 design team", "Science department");
        Person coach = demo.person("Gil");
        assertThat(accounts.isMember(demo.team().id(), coach.id())).isFalse();
        assertThat(coach.school()).isNotEqualTo(demo.team().school());
        Person officer = demo.person("Ivy");
        assertThat(officers.districtOf(officer.id())).contains(demo.district());
        assertThat(officers.of(demo.district())).containsExactly(officer);
        assertThat(accounts.teamsOf(officer.id())).isEmpty();
        assertThat(officer.school()).isNull();
        assertThat(passwords.check(Demo.email("ana"), Demo.PASSWORD))
                .isEqualTo(new PasswordAnswer.Right(demo.person("ana").id()));
    }

    private Demo demo(DemoPart part) {
        StaticListableBeanFactory parts = new StaticListableBeanFactory();
        parts.addBean("part", part);
        return new Demo(
                accounts,
                officers,
                parts.getBeanProvider(DemoPart.class),
                new TransactionTemplate(transactions),
                environment,
                json);
    }
}
