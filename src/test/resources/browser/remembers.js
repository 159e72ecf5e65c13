// Where in the page any of the words can still be found: on the screen or behind it, in attributes, in what the elements and
// the window hold as properties, and in what the browser stores. Called with the words; gives a list of places.
(words) => {
  const isPrototype = (thing) => Object.hasOwn(thing, 'constructor');
  const found = new Set();
  const seen = new Set();
  const look = (text, where) => {
    if (words.some((word) => text.includes(word))) {
      found.add(`${where}: ${text.slice(0, 80)}`);
    }
  };
  for (const [name, storage] of [['localStorage', localStorage], ['sessionStorage', sessionStorage]]) {
    for (let i = 0; i < storage.length; i++) {
      look(storage.key(i) + storage.getItem(storage.key(i)), name);
    }
  }
  const waiting = [
    [document, 'document'],
    [window, 'window'],
  ];
  const add = (thing, where) => {
    if (typeof thing === 'string') {
      look(thing, where);
    } else if ((typeof thing === 'object' || typeof thing === 'function') && thing !== null && !seen.has(thing)) {
      seen.add(thing);
      waiting.push([thing, where]);
    }
  };
  while (waiting.length > 0 && seen.size < 500_000) {
    const [thing, where] = waiting.pop();
    if (thing instanceof Node && !isPrototype(thing)) {
      const here = `${where}/${thing.nodeName.toLowerCase()}`;
      thing.childNodes.forEach((child) => add(child, here));
      add(thing.shadowRoot, here);
      look(thing.nodeValue ?? '', here);
      look(typeof thing.value === 'string' ? thing.value : '', `${here}.value`);
      [...(thing.attributes ?? [])].forEach((attribute) => look(attribute.value, `${here}@${attribute.name}`));
    }
    if (thing instanceof Map && !isPrototype(thing)) {
      thing.forEach((value, key) => (add(key, where), add(value, `${where}[…]`)));
    } else if (thing instanceof Set && !isPrototype(thing)) {
      thing.forEach((value) => add(value, `${where}{…}`));
    }
    for (const key of Reflect.ownKeys(thing)) {
      try {
        const property = Object.getOwnPropertyDescriptor(thing, key);
        if (property && 'value' in property) {
          add(property.value, where.length > 200 ? where : `${where}.${String(key)}`);
        }
      } catch {
        // a property of another origin tells nothing
      }
    }
  }
  return [...found];
};
