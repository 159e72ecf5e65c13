package org.tessera.shell;

import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Makes small what every connection holds for as long as it is open. A page of a meeting has two, over which seldom more
 * than a few hundred bytes go at a time; with Tomcat's own sizes both together held 84 kB. What is longer goes in parts.
 */
@Component
class SocketTuning implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

    /** Where a frame is encoded, where it waits to be sent, and where frames come in. Tomcat takes it from nowhere else. */
    private static final String WEB_SOCKET = "org.apache.tomcat.websocket.DEFAULT_BUFFER_SIZE";

    private static final String IN = "socket.appReadBufSize";
    private static final String OUT = "socket.appWriteBufSize";

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        System.setProperty(WEB_SOCKET, "2048");
        factory.addConnectorCustomizers(connector -> {
            connector.setProperty(IN, "4096");
            connector.setProperty(OUT, "4096");
        });
    }
}
