package org.tessera.badge;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An SVG picture with a credential in it: an element {@code openbadges:credential}, once, whose text is JSON or whose attribute
 * {@code verify} is a token.
 */
final class BakedSvg {

    private static final String NAMESPACE = "https://purl.imsglobal.org/ob/v3p0";
    private static final String NAME = "credential";
    private static final int DEEPEST = 200;
    private static final int MOST_EVENTS = 100_000;

    private BakedSvg() {}

    /** The picture with the credential in it, as the first thing inside. */
    static String bake(String svg, String credential) {
        int open = svg.indexOf('>', svg.indexOf("<svg")) + 1;
        if (open == 0) {
            throw new IllegalArgumentException("no SVG");
        }
        // the end of a CDATA section cannot stand in one
        String text = credential.replace("]]>", "]]]]><![CDATA[>");
        return svg.substring(0, open)
                + "<openbadges:credential xmlns:openbadges=\"" + NAMESPACE + "\"><![CDATA[" + text
                + "]]></openbadges:credential>"
                + svg.substring(open);
    }

    /** What was baked into the picture. No document type, no entity, no other file is ever read. */
    static byte[] read(byte[] svg) throws Unsound {
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new ByteArrayInputStream(svg));
            String found = null;
            int depth = 0;
            for (int events = 0; reader.hasNext(); events++) {
                int event = reader.next();
                if (event == XMLStreamConstants.DTD
                        || event == XMLStreamConstants.ENTITY_REFERENCE
                        || events > MOST_EVENTS) {
                    throw new Unsound(Reason.BROKEN_IMAGE, "");
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    if (++depth > DEEPEST) {
                        throw new Unsound(Reason.TOO_DEEP, "");
                    }
                    if (NAME.equals(reader.getLocalName()) && NAMESPACE.equals(reader.getNamespaceURI())) {
                        if (found != null) {
                            throw new Unsound(Reason.TWO_CREDENTIALS_IN_IMAGE, "");
                        }
                        String token = reader.getAttributeValue(null, "verify");
                        String text = reader.getElementText();
                        depth--;
                        found = text.isBlank() && token != null ? token : text;
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                }
            }
            if (found == null) {
                throw new Unsound(Reason.NO_CREDENTIAL_IN_IMAGE, "");
            }
            return found.getBytes(StandardCharsets.UTF_8);
        } catch (XMLStreamException _) {
            throw new Unsound(Reason.BROKEN_IMAGE, "");
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((_, _, _, _) -> {
            throw new XMLStreamException("nothing else is read");
        });
        return factory;
    }
}
