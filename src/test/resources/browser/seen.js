// Every piece of text that can be seen, shadow roots included.
() => {
    const texts = [];
    const walk = (node) => {
        if (node.nodeType === Node.TEXT_NODE) {
            const text = node.textContent.replace(/\s+/g, ' ').trim();
            if (text && node.parentElement?.checkVisibility()) texts.push(text);
            return;
        }
        if (node instanceof Element && ['STYLE', 'SCRIPT', 'TEMPLATE'].includes(node.tagName)) return;
        (node.shadowRoot ?? node).childNodes.forEach(walk);
        if (node.shadowRoot) node.childNodes.forEach(walk);
    };
    walk(document.body);
    return texts;
}
