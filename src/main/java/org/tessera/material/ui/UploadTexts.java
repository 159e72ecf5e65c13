package org.tessera.material.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.upload.UploadI18N;
import java.util.List;
import org.tessera.material.IntakeRefusal;

/** What Vaadin's upload says itself, in our words. */
final class UploadTexts {

    private UploadTexts() {}

    static UploadI18N of(Component speaker, Object[] limits) {
        String choose = speaker.getTranslation("material.upload.choose");
        String drop = speaker.getTranslation("material.upload.drop");
        String broken = speaker.getTranslation(IntakeRefusal.INTERRUPTED.key());
        String tooLarge = speaker.getTranslation(IntakeRefusal.TOO_LARGE.key(), limits);
        String cancel = speaker.getTranslation("material.upload.cancel");
        return new UploadI18N()
                .setAddFiles(new UploadI18N.AddFiles().setOne(choose).setMany(choose))
                .setDropFiles(new UploadI18N.DropFiles().setOne(drop).setMany(drop))
                .setError(new UploadI18N.Error()
                        .setTooManyFiles(speaker.getTranslation("material.upload.one-at-a-time"))
                        .setFileIsTooBig(tooLarge)
                        .setIncorrectFileType(speaker.getTranslation(IntakeRefusal.KIND_NOT_ACCEPTED.key())))
                .setFile(
                        new UploadI18N.File().setRemove(cancel).setStart(choose).setRetry(choose))
                .setUploading(new UploadI18N.Uploading()
                        .setStatus(new UploadI18N.Uploading.Status()
                                .setConnecting(speaker.getTranslation("material.upload.arriving"))
                                .setStalled(speaker.getTranslation("material.upload.stalled"))
                                .setProcessing(speaker.getTranslation("material.upload.preparing"))
                                .setHeld(speaker.getTranslation("material.upload.waiting")))
                        .setRemainingTime(new UploadI18N.Uploading.RemainingTime()
                                .setPrefix(speaker.getTranslation("material.upload.left") + " ")
                                .setUnknown(""))
                        .setError(new UploadI18N.Uploading.Error()
                                .setServerUnavailable(broken)
                                .setUnexpectedServerError(broken)
                                .setForbidden(broken)
                                .setFileTooLarge(tooLarge)))
                .setUnits(List.of("B", "kB", "MB", "GB"), 1000);
    }
}
