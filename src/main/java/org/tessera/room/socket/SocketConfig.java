package org.tessera.room.socket;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;

/** Opens the socket, to pages of the same origin only, which is Spring's default. */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class SocketConfig implements WebSocketConfigurer {

    private final RoomSocket socket;
    private final RoomGate gate;

    SocketConfig(RoomSocket socket, RoomGate gate) {
        this.socket = socket;
        this.gate = gate;
    }

    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        registry.addHandler(socket, "/live/rooms/{room}").addInterceptors(gate);
    }
}
