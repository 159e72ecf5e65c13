package org.tessera.account;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The people of the demo, whom every feature may give something to do.
 *
 * @param team the design team most of it happens in
 * @param people everybody by first name in lower case: {@code ana} (facilitates), {@code ben} (presents), {@code cho},
 *     {@code dee}, {@code eli}, {@code fay} (the team), {@code gil} (coach, of another school), {@code ivy}
 *     (officer of the district, in no school and no team), {@code jun}, {@code kai}, {@code lia}, {@code max} and
 *     {@code nia} (the panel, a team of another school)
 */
public record DemoDistrict(DistrictId district, Team team, Map<String, Person> people) {

    public DemoDistrict {
        people = Map.copyOf(people);
    }

    /**
     * One of the people.
     *
     * @throws NullPointerException when nobody is called so
     */
    public Person person(String firstName) {
        return Objects.requireNonNull(people.get(firstName.toLowerCase(Locale.ROOT)), firstName);
    }
}
