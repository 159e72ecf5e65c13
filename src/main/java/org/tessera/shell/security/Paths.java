package org.tessera.shell.security;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/** What kind of caller a request comes from. */
final class Paths {

    private Paths() {}

    /** The path inside the application, without parameters. */
    static String of(HttpServletRequest request) {
        String info = request.getPathInfo();
        return info == null ? request.getServletPath() : request.getServletPath() + info;
    }

    /** Programs and the room's element: they get answers in JSON and are never sent to another page. */
    static boolean isForPrograms(HttpServletRequest request) {
        String path = of(request);
        return isInside(path, "/api") || isInside(path, "/live");
    }

    /** A person opening a page in a browser, rather than a page fetching something. */
    static boolean isPage(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return HttpMethod.GET.matches(request.getMethod())
                && accepted != null
                && accepted.contains(MediaType.TEXT_HTML_VALUE)
                && request.getParameter("v-r") == null
                && !isForPrograms(request)
                && !isInside(of(request), "/VAADIN");
    }

    /** What an open page asks while nobody is there: signs of life, pushes, and the room's line coming back. */
    static boolean isByItself(HttpServletRequest request) {
        String kind = request.getParameter("v-r");
        return "heartbeat".equals(kind)
                || "push".equals(kind)
                || (HttpMethod.GET.matches(request.getMethod()) && isInside(of(request), "/live"));
    }

    /** Whether {@code path} is {@code folder} or lies in it. */
    static boolean isInside(String path, String folder) {
        return path.equals(folder) || path.startsWith(folder + "/");
    }
}
