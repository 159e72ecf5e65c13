/**
 * Counts words as the server does (`org.tessera.writing.Words`); `test/words.json` holds both to the same table. A word
 * is what stands between white space, long dashes and ellipses and has a letter or a digit; where a script sets no
 * spaces (Chinese, Japanese) each character is one.
 */
export function countWords(text: string): number {
  return text
    .replace(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu, ' $& ')
    .split(/[\p{White_Space}\u200B\uFEFF\u2014\u2015\u2026]+/u)
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece)).length;
}
