package org.tessera.portfolio;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.tessera.credential.Credential;
import org.tessera.credential.CredentialId;
import org.tessera.proof.PackageDraft;
import org.tessera.proof.Packages;

/**
 * One or more submissions, ready to be taken to a platform.
 *
 * @param name a file name that tells nobody who made it
 * @param bytes how large all files in it are together
 * @param folders one for each submission, in their order
 * @param missing credentials of the stack for which nothing has been handed in
 */
public record SubmissionPackage(
        String name,
        Profile profile,
        PackageDraft draft,
        long bytes,
        List<Folder> folders,
        List<CredentialId> missing) {

    public SubmissionPackage {
        folders = List.copyOf(folders);
        missing = List.copyOf(missing);
    }

    /** The papers of one submission, and what is not among them and why. */
    public record Folder(Credential credential, List<LeftOut> leftOut) {
        public Folder {
            leftOut = List.copyOf(leftOut);
        }
    }

    /** What is left out of its folders, and why. */
    public List<LeftOut> leftOut() {
        return folders.stream().flatMap(folder -> folder.leftOut().stream()).toList();
    }

    /** The paths of the documents, in their order. */
    public List<String> documents() {
        return draft.files().stream().map(PackageDraft.File::path).toList();
    }

    void writeTo(OutputStream out, Packages packages) throws IOException {
        packages.write(draft, out);
    }
}
