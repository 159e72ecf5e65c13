package org.tessera.room.socket;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.tessera.account.CurrentUser;
import org.tessera.account.SignedIn;
import org.tessera.material.MaterialId;
import org.tessera.material.Materials;
import org.tessera.room.RoomSummary;
import org.tessera.room.Rooms;

/** What programs ask about rooms: which there are, whether one may enter, and the pages of unlocked materials. */
@RestController
class RoomApi {

    private final Rooms rooms;
    private final RoomGate gate;
    private final CurrentUser current;
    private final Materials materials;

    RoomApi(Rooms rooms, RoomGate gate, CurrentUser current, Materials materials) {
        this.rooms = rooms;
        this.gate = gate;
        this.current = current;
        this.materials = materials;
    }

    @GetMapping(path = "/api/rooms", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<List<Map<String, @Nullable Object>>> list() {
        Optional<SignedIn> visitor = current.get();
        if (visitor.isEmpty()) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
        }
        return ResponseEntity.ok(
                rooms.roomsOf(visitor.get().id()).stream().map(RoomApi::json).toList());
    }

    @GetMapping(path = "/api/rooms/{room}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, @Nullable Object>> one(@PathVariable String room) {
        RoomGate.Knock knock = gate.knock(room, Optional.empty());
        RoomGate.Visit visit = knock.visit();
        if (visit == null) {
            throw knock.refusal();
        }
        return ResponseEntity.of(rooms.find(visit.room(), visit.visitor()).map(RoomApi::json));
    }

    private static Map<String, @Nullable Object> json(RoomSummary room) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", room.id().toString());
        json.put("title", room.title());
        json.put("protocol", room.pack().toString());
        json.put("status", room.status().name().toLowerCase(Locale.ROOT));
        json.put("phase", room.phase().orElse(null));
        return json;
    }

    /** A page of material as a picture; of locked material there is none, and the answer does not tell which it is. */
    @GetMapping("/rooms/{room}/materials/{material}/pages/{page}.png")
    ResponseEntity<byte[]> page(@PathVariable String room, @PathVariable String material, @PathVariable int page) {
        RoomGate.Knock knock = gate.knock(room, Optional.empty());
        RoomGate.Visit visit = knock.visit();
        if (visit == null) {
            throw knock.refusal();
        }
        return materialId(material)
                .filter(id -> rooms.shows(visit.room(), id))
                .flatMap(id -> materials.page(id, page))
                .map(picture -> ResponseEntity.ok()
                        .contentType(MediaType.IMAGE_PNG)
                        // asked for anew each time: a page may be covered or held back at any moment
                        .cacheControl(CacheControl.noCache().cachePrivate())
                        .eTag(DigestUtils.md5DigestAsHex(picture.png()))
                        .header("X-Content-Type-Options", "nosniff")
                        .header("Content-Security-Policy", "sandbox; default-src 'none'")
                        .body(picture.png()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Optional<MaterialId> materialId(String text) {
        try {
            return Optional.of(new MaterialId(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
