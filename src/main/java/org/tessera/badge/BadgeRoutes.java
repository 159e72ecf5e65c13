package org.tessera.badge;

import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RequestPredicates.POST;
import static org.springframework.web.servlet.function.RequestPredicates.accept;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.tessera.account.CurrentUser;
import org.tessera.account.DistrictId;
import org.tessera.account.PersonId;
import org.tessera.account.SignedIn;

/**
 * What other programs reach without signing in: the check, badges that are shown to everybody, issuers' keys and status lists.
 * Routes rather than a controller, because the same addresses are pages to people.
 */
@Configuration(proxyBeanMethods = false)
class BadgeRoutes {

    private static final MediaType CREDENTIAL = new MediaType("application", "vc+ld+json");
    private static final MediaType LINKED_DATA = new MediaType("application", "ld+json");
    private static final MediaType SVG = new MediaType("image", "svg+xml");
    private static final MediaType JWK = new MediaType("application", "jwk+json");
    private static final MediaType DID = new MediaType("application", "did+ld+json");

    /** Should somebody open a picture by itself: it is looked at, and does nothing else. */
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    /** What can be handed in. A form is none of it, so no page can hand in what its visitor did not choose. */
    private static final List<MediaType> TAKEN = List.of(
            MediaType.APPLICATION_JSON,
            new MediaType("application", "vc"),
            new MediaType("application", "*+json"),
            new MediaType("application", "vc+jwt"),
            new MediaType("application", "jwt"),
            MediaType.APPLICATION_OCTET_STREAM,
            MediaType.TEXT_PLAIN,
            MediaType.IMAGE_PNG,
            SVG);

    private final Badges badges;
    private final Checks checks;
    private final CurrentUser user;

    BadgeRoutes(Badges badges, Checks checks, CurrentUser user) {
        this.badges = badges;
        this.checks = checks;
        this.user = user;
    }

    @Bean
    RouterFunction<ServerResponse> badgeRouter() {
        return RouterFunctions.route()
                .route(POST("/verify"), this::check)
                .route(
                        GET("/badges/{badge}")
                                .and(accept(CREDENTIAL, LINKED_DATA))
                                .and(this::isNoPage),
                        this::credential)
                .route(GET("/badges/{badge}/credential.json"), this::credential)
                .route(GET("/badges/{badge}/badge.png"), request -> picture(request, MediaType.IMAGE_PNG, badges::png))
                .route(
                        GET("/badges/{badge}/badge.svg"),
                        request -> picture(request, SVG, (id, reader) -> badges.svg(id, reader)
                                .map(svg -> svg.getBytes(StandardCharsets.UTF_8))))
                .route(GET("/issuers/{district}/did.json"), this::did)
                .route(GET("/issuers/{district}/keys/{key}"), this::tokenKey)
                .route(GET("/issuers/{district}/status/{purpose}/{list}"), this::statusList)
                .build();
    }

    /** A picture of a badge for a reader. */
    private interface Baked {
        Optional<byte[]> of(BadgeId id, Optional<PersonId> reader);
    }

    private boolean isNoPage(ServerRequest request) {
        return request.headers().accept().stream().noneMatch(MediaType.TEXT_HTML::equalsTypeAndSubtype);
    }

    private ServerResponse check(ServerRequest request) throws IOException {
        MediaType type = request.headers().contentType().orElse(MediaType.APPLICATION_OCTET_STREAM);
        if (TAKEN.stream().noneMatch(taken -> taken.includes(type))) {
            return ServerResponse.status(HttpStatus.UNSUPPORTED_MEDIA_TYPE).build();
        }
        if (request.headers().contentLength().orElse(0) > Checks.LARGEST) {
            return ServerResponse.status(HttpStatus.CONTENT_TOO_LARGE).build();
        }
        byte[] handedIn = request.servletRequest().getInputStream().readNBytes(Checks.LARGEST + 1);
        if (handedIn.length > Checks.LARGEST) {
            return ServerResponse.status(HttpStatus.CONTENT_TOO_LARGE).build();
        }
        return checks.check(handedIn)
                .map(report -> ServerResponse.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(written(report).toString()))
                .orElseGet(() -> ServerResponse.status(HttpStatus.TOO_MANY_REQUESTS)
                        .header(HttpHeaders.RETRY_AFTER, "5")
                        .build());
    }

    private static JsonObject written(Report report) {
        JsonArrayBuilder steps = Json.createArrayBuilder();
        for (Report.Step step : report.steps()) {
            JsonObjectBuilder one =
                    Json.createObjectBuilder().add("step", step.kind().name().toLowerCase(Locale.ROOT));
            switch (step.state()) {
                case Report.State.Holds() -> one.add("state", "holds");
                case Report.State.Fails(Reason reason, String where) ->
                    one.add("state", "fails").add("reason", reason.code()).add("where", where);
                case Report.State.NotChecked(Reason reason, String where) ->
                    one.add("state", "not_checked").add("reason", reason.code()).add("where", where);
            }
            steps.add(one);
        }
        return Json.createObjectBuilder()
                .add("outcome", report.outcome().name().toLowerCase(Locale.ROOT))
                .add("steps", steps)
                .build();
    }

    private ServerResponse credential(ServerRequest request) {
        return BadgeId.read(request.pathVariable("badge"))
                .flatMap(id -> badges.credential(id, reader()))
                .map(json -> ServerResponse.ok()
                        .contentType(CREDENTIAL)
                        .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                        .body(json.getBytes(StandardCharsets.UTF_8)))
                .orElseGet(BadgeRoutes::nothing);
    }

    private ServerResponse picture(ServerRequest request, MediaType type, Baked baked) {
        return BadgeId.read(request.pathVariable("badge"))
                .flatMap(id -> baked.of(id, reader()))
                .map(bytes -> ServerResponse.ok()
                        .contentType(type)
                        .header("Content-Security-Policy", POLICY)
                        .header("X-Content-Type-Options", "nosniff")
                        .body(bytes))
                .orElseGet(BadgeRoutes::nothing);
    }

    private ServerResponse did(ServerRequest request) {
        return district(request)
                .flatMap(badges::didDocument)
                .map(json -> ServerResponse.ok()
                        .contentType(DID)
                        .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                        .body(json.getBytes(StandardCharsets.UTF_8)))
                .orElseGet(BadgeRoutes::nothing);
    }

    private ServerResponse tokenKey(ServerRequest request) {
        return district(request)
                .flatMap(district -> badges.tokenKey(district, request.pathVariable("key")))
                .map(json -> ServerResponse.ok()
                        .contentType(JWK)
                        .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                        .body(json.getBytes(StandardCharsets.UTF_8)))
                .orElseGet(BadgeRoutes::nothing);
    }

    private ServerResponse statusList(ServerRequest request) {
        return district(request)
                .flatMap(district -> StatusPurpose.of(request.pathVariable("purpose"))
                        .flatMap(purpose -> number(request.pathVariable("list"))
                                .flatMap(list -> badges.statusList(district, purpose, list))))
                .map(json -> ServerResponse.ok()
                        .contentType(CREDENTIAL)
                        .cacheControl(CacheControl.noCache())
                        .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                        .body(json.getBytes(StandardCharsets.UTF_8)))
                .orElseGet(BadgeRoutes::nothing);
    }

    /** The same for what there is not and what one may not see. */
    private static ServerResponse nothing() {
        return ServerResponse.notFound().build();
    }

    private Optional<PersonId> reader() {
        return user.get().filter(one -> !one.guest()).map(SignedIn::id);
    }

    private static Optional<DistrictId> district(ServerRequest request) {
        return BadgeId.read(request.pathVariable("district")).map(id -> new DistrictId(id.value()));
    }

    private static Optional<Integer> number(String text) {
        return text.matches("0|[1-9][0-9]{0,5}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}
