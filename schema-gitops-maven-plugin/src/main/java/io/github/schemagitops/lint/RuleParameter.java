package io.github.schemagitops.lint;

/**
 * A value that a project can give to a rule.
 *
 * @param name as one writes it behind the rule's id
 * @param defaultValue used when the project says nothing; may be empty
 * @param meaning one sentence for the rule's page
 */
public record RuleParameter(String name, String defaultValue, String meaning) {}
