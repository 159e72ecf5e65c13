package org.tessera.account;

/**
 * What a feature adds to the demo: rooms, evidence, a submission. Spring beans, run in the order of
 * {@link org.springframework.core.annotation.Order} once the people are there, at every start in demo mode.
 */
@FunctionalInterface
public interface DemoPart {

    /** Adds what is not there yet, through the services. Running twice changes nothing. */
    void addTo(DemoDistrict demo);
}
