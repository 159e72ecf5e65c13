package org.tessera.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one run of a trial came to.
 *
 * @param trial which trial
 * @param subject what was under load
 * @param load how much of it
 * @param values by name, in the order in which they are told
 */
record Figures(String trial, String subject, String load, Map<String, Double> values) {

    Figures {
        values = new LinkedHashMap<>(values);
    }

    double of(String name) {
        return values.getOrDefault(name, Double.NaN);
    }

    /** Puts figures together by name. */
    static final class Gathering {

        private final Map<String, Double> values = new LinkedHashMap<>();

        Gathering and(String name, double value) {
            values.put(name, value);
            return this;
        }

        Figures of(String trial, String subject, String load) {
            return new Figures(trial, subject, load, values);
        }
    }
}
