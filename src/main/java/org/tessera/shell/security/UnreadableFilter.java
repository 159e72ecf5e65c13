package org.tessera.shell.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses addresses that no browser of ours sends and nobody can read: signs that are none, and a page's number that is no
 * number. Behind this door each would be noted as a failure of ours, with a long trace and with whatever a stranger wrote.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class UnreadableFilter extends OncePerRequestFilter {

    /** Methods whose parameters all stand in the address; to look at those of others would read their body. */
    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD");

    /** Flow's number of a page that is no number. */
    private static final Pattern NO_PAGE = Pattern.compile("(?:^|.*&)v-uiId=(?!-?\\d{1,9}(?:&|$)).*", Pattern.DOTALL);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isReadable(request)) {
            chain.doFilter(request, response);
        } else {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private boolean isReadable(HttpServletRequest request) {
        String query = request.getQueryString();
        if (query == null) {
            return true;
        }
        if (NO_PAGE.matcher(query).matches()) {
            return false;
        }
        if (WITHOUT_BODY.contains(request.getMethod())) {
            try {
                request.getParameterMap();
            } catch (IllegalStateException unreadable) {
                logger.debug("An address nobody can read", unreadable);
                return false;
            }
        }
        return true;
    }
}
