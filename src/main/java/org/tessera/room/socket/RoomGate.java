package org.tessera.room.socket;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriTemplate;
import org.tessera.account.CurrentUser;
import org.tessera.account.SignInId;
import org.tessera.account.SignedIn;
import org.tessera.room.Admission;
import org.tessera.room.Device;
import org.tessera.room.MemberId;
import org.tessera.room.RoomId;
import org.tessera.room.Rooms;

/** Who may come in: the same answer for the socket, its way around and the room's address in the API. */
@Component
class RoomGate implements HandshakeInterceptor {

    static final String VISIT = "visit";
    /** Whether frames come as bytes, which spares everybody turning texts into bytes and back. */
    static final String BYTES = "bytes";

    private static final UriTemplate ADDRESS = new UriTemplate("/live/rooms/{room}");

    private final Rooms rooms;
    private final CurrentUser current;

    RoomGate(Rooms rooms, CurrentUser current) {
        this.rooms = rooms;
        this.current = current;
    }

    /** Somebody let in. */
    record Visit(Device device, MemberId member, SignedIn visitor, Optional<String> since) {

        RoomId room() {
            return device.room();
        }
    }

    /** The outcome of knocking: a visit, or the status that says why not. */
    record Knock(HttpStatus status, @Nullable Visit visit) {

        /** For those who asked by HTTP: the status, with a sentence that is the same whatever stood at the address. */
        ResponseStatusException refusal() {
            return new ResponseStatusException(status);
        }
    }

    Knock knock(String room, Optional<String> since) {
        Optional<SignedIn> visitor = current.get();
        Optional<SignInId> signIn = current.signIn();
        if (visitor.isEmpty() || signIn.isEmpty()) {
            return new Knock(HttpStatus.UNAUTHORIZED, null);
        }
        Optional<RoomId> id = roomId(room);
        if (id.isEmpty()) {
            return new Knock(HttpStatus.NOT_FOUND, null);
        }
        return switch (rooms.enter(id.get(), visitor.get())) {
            case Admission.Entered entered ->
                new Knock(
                        HttpStatus.OK,
                        new Visit(new Device(id.get(), signIn.get()), entered.member(), visitor.get(), since));
            case Admission.Unknown unknown -> new Knock(HttpStatus.NOT_FOUND, null);
            case Admission.Elsewhere elsewhere -> new Knock(HttpStatus.FORBIDDEN, null);
        };
    }

    static Optional<RoomId> roomId(String text) {
        try {
            return Optional.of(new RoomId(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public boolean beforeHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            Map<String, Object> attributes) {
        String room = ADDRESS.match(request.getURI().getPath()).getOrDefault("room", "");
        var asked = UriComponentsBuilder.fromUri(request.getURI()).build().getQueryParams();
        Knock knock = knock(room, Optional.ofNullable(asked.getFirst("since")));
        if (knock.visit() == null) {
            response.setStatusCode(knock.status());
            return false;
        }
        attributes.put(VISIT, knock.visit());
        attributes.put(BYTES, "bytes".equals(asked.getFirst("as")));
        return true;
    }

    @Override
    public void afterHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            @Nullable Exception exception) {}
}
