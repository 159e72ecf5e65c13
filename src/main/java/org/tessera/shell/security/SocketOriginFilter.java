package org.tessera.shell.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * Refuses WebSocket handshakes that a page of another site began. Browsers send cookies along with such handshakes and
 * do not ask first, so the origin is looked at for every socket there is: the rooms' and Flow's push.
 */
final class SocketOriginFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isHandshake(request.getHeader(HttpHeaders.UPGRADE))
                && !WebUtils.isSameOrigin(new ServletServerHttpRequest(request))) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean isHandshake(@Nullable String upgrade) {
        return "websocket".equalsIgnoreCase(upgrade);
    }
}
