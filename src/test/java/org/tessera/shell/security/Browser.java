package org.tessera.shell.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** As much of a browser as signing in needs: it keeps cookies, posts forms, and shows redirects instead of following. */
final class Browser {

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    Browser(int port) {
        this.port = port;
    }

    /** Opens a page as a person does. */
    HttpResponse<String> open(String path) {
        return send(request(path).header("Accept", "text/html").GET());
    }

    /** Asks as a program does. */
    HttpResponse<String> ask(String path) {
        return send(request(path).header("Accept", "application/json").GET());
    }

    /** Posts a form with a valid token. */
    HttpResponse<String> post(String path, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("_csrf", token());
        return postBare(path, all);
    }

    /** Posts a form as it is. */
    HttpResponse<String> postBare(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    /** Sends any request, with the cookies kept so far. */
    HttpResponse<String> send(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    String token() {
        return new JsonMapper().readTree(ask("/api/csrf").body()).get("token").asString();
    }

    Optional<String> cookie(String name) {
        return Optional.ofNullable(cookies.get(name));
    }

    /** Forgets a cookie, as after a restart of the server the session cookie means nothing. */
    void drop(String name) {
        cookies.remove(name);
    }

    void set(String name, String value) {
        cookies.put(name, value);
    }

    /** The path a response sends the browser to, without host. */
    static String target(HttpResponse<?> response) {
        URI to = URI.create(response.headers().firstValue("Location").orElse(""));
        return to.getRawQuery() == null ? to.getPath() : to.getPath() + "?" + to.getRawQuery();
    }

    private void keep(String setCookie) {
        String pair = setCookie.split(";", 2)[0];
        int equals = pair.indexOf('=');
        String value = pair.substring(equals + 1);
        if (value.isEmpty()) {
            cookies.remove(pair.substring(0, equals));
        } else {
            cookies.put(pair.substring(0, equals), value);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
