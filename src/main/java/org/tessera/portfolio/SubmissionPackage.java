package org.tessera.portfolio;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.tessera.proof.PackageDraft;
import org.tessera.proof.Packages;

/**
 * A submission, ready to be taken to a platform.
 *
 * @param name a file name that tells nobody who made it
 * @param bytes how large all files in it are together
 * @param leftOut what is not in it, and why
 */
public record SubmissionPackage(String name, Profile profile, PackageDraft draft, long bytes, List<LeftOut> leftOut) {

    public SubmissionPackage {
        leftOut = List.copyOf(leftOut);
    }

    /** The paths of the documents, in their order. */
    public List<String> documents() {
        return draft.files().stream().map(PackageDraft.File::path).toList();
    }

    void writeTo(OutputStream out, Packages packages) throws IOException {
        packages.write(draft, out);
    }
}
