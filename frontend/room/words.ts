import type { Text } from './entities.ts';

/** The wording of the element, from the server's message bundles, and the language it is in. */
export class Words {
  readonly language: string;
  private readonly messages: Readonly<Record<string, string>>;

  constructor(messages: Readonly<Record<string, string>>, language: string) {
    this.messages = messages;
    this.language = language;
  }

  /** The wording of `board.<key>`, with `{0}`, `{1}`… replaced by `values`. */
  say(key: string, ...values: readonly (string | number)[]): string {
    return fill(this.messages[`board.${key}`] ?? key, values);
  }

  /** `<key>.one` for exactly one, else `<key>.many`; `{0}` is the number. */
  count(key: string, n: number, ...values: readonly (string | number)[]): string {
    return this.say(`${key}.${n === 1 ? 'one' : 'many'}`, n, ...values);
  }

  has(key: string): boolean {
    return `board.${key}` in this.messages;
  }

  /** A pack's own wording in this language. */
  of(text: Text | undefined): string {
    return text?.[this.language] ?? text?.en ?? '';
  }
}

/** Puts `values` in the places `{0}`, `{1}`…; a place without a value stays as it is. */
export function fill(pattern: string, values: readonly (string | number)[]): string {
  return pattern.replace(/\{(\d+)\}/g, (place, index) => String(values[Number(index)] ?? place));
}
