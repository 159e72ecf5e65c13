// Hears what a screen reader would be told: every change of a live region, in the page and in its shadow roots.
// Everything heard goes to the test as it is heard, so that it outlives the page.
(() => {
  const LIVE = '[role=status], [role=alert], [aria-live=polite], [aria-live=assertive]';
  const last = new WeakMap();

  const wordsOf = (region) => region.textContent.replace(/\s+/g, ' ').trim();

  const tell = (region) => {
    const words = wordsOf(region);
    if (words && last.get(region) !== words) {
      window.tesseraHears(words);
    }
    last.set(region, words);
  };

  // What stands in a region from its beginning is not said, unless it is an alert.
  const appeared = (region) => (region.matches('[role=alert]') ? tell(region) : last.set(region, wordsOf(region)));

  const hear = (changes) => {
    const regions = new Set();
    for (const { target, addedNodes } of changes) {
      const element = target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement;
      const region = element?.closest(LIVE);
      if (region) {
        regions.add(region);
      }
      for (const node of addedNodes) {
        if (node.nodeType === Node.ELEMENT_NODE) {
          [node, ...node.querySelectorAll('*')].filter((each) => each.matches(LIVE)).forEach(appeared);
        }
      }
    }
    regions.forEach(tell);
  };

  const listenIn = (root) =>
    new MutationObserver(hear).observe(root, { childList: true, characterData: true, subtree: true });

  const attachShadow = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    const root = attachShadow.call(this, options);
    listenIn(root);
    return root;
  };
  listenIn(document);
})();
