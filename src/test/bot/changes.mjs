// Changes to a statement's text: a ChangeSet is an array over the old text in UTF-16 units, which is how JavaScript
// counts anyway. `n` keeps n, `[n]` deletes n, `[n, "line", "line"]` replaces n by the lines joined with a line break.

/** The replacements a ChangeSet makes, each `{from, to, text}` in units of the old text; and the old text's length. */
function replacements(changes) {
  const found = [];
  let at = 0;
  for (const part of changes) {
    if (typeof part === 'number') {
      at += part;
    } else {
      const [length, ...lines] = part;
      found.push({ from: at, to: at + length, text: lines.join('\n') });
      at += length;
    }
  }
  return { found, length: at };
}

function changeSet(found, length) {
  const changes = [];
  let at = 0;
  for (const { from, to, text } of found) {
    if (from > at) {
      changes.push(from - at);
    }
    changes.push(text === '' ? [to - from] : [to - from, ...text.split('\n')]);
    at = to;
  }
  if (length > at) {
    changes.push(length - at);
  }
  return changes;
}

/** The ChangeSet which puts `text` at `at` into a text of `length` units. */
export function insertion(at, text, length) {
  return changeSet([{ from: at, to: at, text }], length);
}

/** The text after the changes; throws a RangeError where the changes were made for a text of another length. */
export function applied(changes, text) {
  const { found, length } = replacements(changes);
  if (length !== text.length) {
    throw new RangeError(`changes over ${length} units do not fit a text of ${text.length}`);
  }
  let result = '';
  let at = 0;
  for (const { from, to, text: inserted } of found) {
    result += text.slice(at, from) + inserted;
    at = to;
  }
  return result + text.slice(at);
}

/** `mine` as it reads after `theirs`, where both were made for the same text. What they put at my place stays before. */
export function rebased(mine, theirs) {
  const other = replacements(theirs);
  const grown = other.found.reduce((sum, { from, to, text }) => sum + text.length - (to - from), 0);
  const moved = (place, after) => {
    let shift = 0;
    for (const { from, to, text } of other.found) {
      if (from > place || (from === place && !after)) {
        break;
      }
      if (place < to) {
        return from + shift + (after ? text.length : 0);
      }
      shift += text.length - (to - from);
    }
    return place + shift;
  };
  const found = replacements(mine).found.map(({ from, to, text }) => {
    const start = moved(from, true);
    return { from: start, to: Math.max(start, moved(to, to === from)), text };
  });
  return changeSet(found, other.length + grown);
}
