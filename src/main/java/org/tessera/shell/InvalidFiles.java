package org.tessera.shell;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.tessera.yaml.InvalidYamlException;

/** Says which lines of which files keep the product from starting, where a stack trace would stand otherwise. */
final class InvalidFiles extends AbstractFailureAnalyzer<InvalidYamlException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, InvalidYamlException invalid) {
        return new FailureAnalysis(
                "Files that Tessera starts with are not right:\n\n" + invalid.getMessage(),
                "Correct these lines and start again. The rules of protocols stand in docs/how-to/write-a-protocol.md.",
                invalid);
    }
}
