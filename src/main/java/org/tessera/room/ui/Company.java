package org.tessera.room.ui;

import java.util.List;
import java.util.Optional;
import org.tessera.room.MemberId;
import org.tessera.room.Sitter;

/**
 * The people at a page's device, as one of them sees it.
 *
 * @param sitters everybody there, in the order of their coming; nobody while the device is not shared
 * @param holder who has the device
 * @param first whose sign-in the device is
 */
record Company(List<Sitter> sitters, MemberId holder, MemberId first) {

    Company {
        sitters = List.copyOf(sitters);
    }

    boolean isShared() {
        return !sitters.isEmpty();
    }

    boolean isFirst() {
        return holder.equals(first);
    }

    Optional<Sitter> me() {
        return sitters.stream().filter(sitter -> sitter.member().equals(holder)).findFirst();
    }

    List<Sitter> others() {
        return sitters.stream()
                .filter(sitter -> !sitter.member().equals(holder))
                .toList();
    }
}
