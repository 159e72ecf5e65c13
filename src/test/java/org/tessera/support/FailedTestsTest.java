package org.tessera.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailedTestsTest {

    @TempDir
    private Path folder;

    private List<String> told(String report) throws IOException {
        return FailedTests.told(List.of(Files.writeString(folder.resolve("TEST-some.xml"), report)));
    }

    @Test
    void each_is_told_by_name_with_what_it_said() throws Exception {
        assertThat(told("""
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuite name="org.tessera.SomeTest" tests="3">
                  <testcase name="works" classname="org.tessera.SomeTest" time="0.1"/>
                  <testcase name="breaks" classname="org.tessera.SomeTest" time="0.1">
                    <failure message="no &lt;b&gt;" type="AssertionError"><![CDATA[java.lang.AssertionError: no <b>

                	at java.base/java.util.ArrayList.forEach(ArrayList.java:1)
                	at org.tessera.SomeTest.breaks(SomeTest.java:7)
                	... 23 more
                ]]></failure>
                    <system-out><![CDATA[<failure message="what a page said"/>]]></system-out>
                  </testcase>
                  <testcase name="cannot" classname="org.tessera.SomeTest"><error message="only &#39;this&#39;"/></testcase>
                </testsuite>
                """))
                .containsExactly(
                        "",
                        "FAILED  org.tessera.SomeTest.breaks",
                        "    java.lang.AssertionError: no <b>",
                        "    \tat org.tessera.SomeTest.breaks(SomeTest.java:7)",
                        "",
                        "FAILED  org.tessera.SomeTest.cannot",
                        "    only 'this'");
    }

    @Test
    void of_a_long_story_the_beginning_is_told_and_where_it_was() throws Exception {
        String story = IntStream.rangeClosed(1, 40)
                .mapToObj(line -> "line " + line)
                .collect(Collectors.joining("\n", "", "\n" + "x".repeat(5000) + "\n\tat org.tessera.SomeTest.run"));

        List<String> told = told("<testsuite><testcase name='long' classname='SomeTest'><failure>" + story
                + "</failure></testcase></testsuite>");

        assertThat(told)
                .hasSize(19)
                .startsWith("", "FAILED  SomeTest.long", "    line 1")
                .endsWith("    line 15", "    … and 27 lines more in the report", "    \tat org.tessera.SomeTest.run");
    }

    @Test
    void a_report_that_was_never_finished_hides_no_other() throws Exception {
        Path torn = Files.writeString(folder.resolve("TEST-a.xml"), "<testsuite><testcase name='a'");
        Path whole = Files.writeString(
                folder.resolve("TEST-b.xml"),
                "<testsuite><testcase name='b' classname='B'><error>why</error></testcase></testsuite>");

        assertThat(FailedTests.told(List.of(torn, whole)))
                .anyMatch(line -> line.contains("TEST-a.xml is no whole report"))
                .endsWith("", "FAILED  B.b", "    why");
    }

    @Test
    void where_none_failed_nothing_is_said() throws Exception {
        assertThat(told("<testsuite><testcase name='works' classname='SomeTest'><skipped/></testcase></testsuite>"))
                .isEmpty();
    }
}
