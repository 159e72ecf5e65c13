package org.tessera.credit;

/** What came of writing a rule. */
public sealed interface RuleAnswer {

    /** It stands. */
    record Written(Rule rule) implements RuleAnswer {}

    /** It does not, and why. */
    record Refused(RuleRefusal why) implements RuleAnswer {}
}
