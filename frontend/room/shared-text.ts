import { ChangeSet, type Text } from '@codemirror/state';
import { changeBetween, toText } from './text-diff.ts';

/** What an unsaved text needs to go on after a reload. */
export interface Unsaved {
  version: number;
  /** The text at `version`. */
  base: string;
  /** What its person sees, with everything typed since. */
  value: string;
  sent?: { id: string; changes: unknown };
}

/** The edit that is on its way, made for the base. */
interface Sent {
  id: string;
  changes: ChangeSet;
}

/** Gives an edit to the server and returns the command's id; with `id` it asks again about one sent before. */
export type SendEdit = (base: number, changes: unknown, id?: string) => string;

/**
 * A text several people type in, as one of them sees it: the server's text (`base`), the one edit on its way (`sent`)
 * and what was typed since (`tail`).
 *
 * The server puts all edits into one order. An edit names the version it was made for and is refused as stale if that
 * is no longer the latest, after the missed edits were sent; then it goes out again, rebased over them. Rebasing is
 * CodeMirror's: of two changes made side by side the server's counts as the earlier one. There is no editor, the person
 * types in a plain text field.
 */
export class SharedText {
  private base: Text;
  private at: number;
  private sent: Sent | undefined;
  private tail: ChangeSet;
  /** The newest text of a snapshot, while nobody here knows whether it holds `sent`. */
  private unsure: { text: string; version: number } | undefined;
  private readonly send: SendEdit;

  constructor(text: string, version: number, send: SendEdit, unsaved?: Unsaved) {
    this.send = send;
    this.base = toText(unsaved?.base ?? text);
    this.at = unsaved?.version ?? version;
    this.tail = ChangeSet.empty(this.base.length);
    if (unsaved) {
      this.sent = readSent(unsaved, this.base.length);
      this.tail = changeBetween(this.between().toString(), unsaved.value);
      this.replaced(text, version);
    }
  }

  /** What the text field shows. */
  get value(): string {
    return this.tail.apply(this.between()).toString();
  }

  /** The server's version this text stands on. */
  get version(): number {
    return this.at;
  }

  /** Whether everything typed is durable. */
  get saved(): boolean {
    return !this.sent && this.tail.empty;
  }

  /** What has to outlive the page, or `undefined` if everything is durable. */
  get unsaved(): Unsaved | undefined {
    if (this.saved) {
      return undefined;
    }
    return {
      version: this.at,
      base: this.base.toString(),
      value: this.value,
      sent: this.sent && { id: this.sent.id, changes: this.sent.changes.toJSON() },
    };
  }

  /** The person typed; `caret` is where the cursor stands now. */
  type(value: string, caret?: number): void {
    this.tail = this.tail.compose(changeBetween(this.value, value.replaceAll('\r', ''), caret));
  }

  /** Sends what waits, unless an edit is on its way already. */
  flush(): void {
    if (this.sent || this.tail.empty) {
      return;
    }
    const changes = this.tail;
    this.tail = ChangeSet.empty(changes.newLength);
    this.sent = { id: '', changes };
    this.sent.id = this.send(this.at, changes.toJSON());
  }

  /** Asks again about the edit on its way, after a reconnect. */
  resend(): void {
    if (this.sent) {
      this.send(this.at, this.sent.changes.toJSON(), this.sent.id);
    }
  }

  /**
   * An edit as the server ordered it, and the text after it.
   *
   * @param mine whether its author is this person, perhaps on another device
   * @returns how the shown text changed, for moving the cursor
   */
  edited(version: number, changes: unknown, text: string, mine: boolean): ChangeSet {
    if (version <= this.at) {
      return this.still();
    }
    if (this.unsure || version !== this.at + 1) {
      return this.replaced(text, version);
    }
    if (mine && this.sent && JSON.stringify(this.sent.changes.toJSON()) === JSON.stringify(changes)) {
      this.confirm();
      return this.still();
    }
    return this.receive(ChangeSet.fromJSON(changes), version);
  }

  /**
   * The whole text as a snapshot tells it. If an edit is on its way, the text may hold it or not: the edit is asked
   * about again under its id, and the answer settles it.
   */
  replaced(text: string, version: number): ChangeSet {
    if (version === this.at && text === this.base.toString()) {
      return this.still();
    }
    if (this.sent) {
      this.unsure = { text, version };
      return this.still();
    }
    return this.receive(changeBetween(this.base.toString(), text), version);
  }

  /** The server has made the edit durable. */
  acked(id: string): ChangeSet {
    if (this.sent?.id !== id) {
      return this.still();
    }
    this.confirm();
    return this.settle();
  }

  /** The edit was made for an older version, and the edits between have come: it waits to go out again. */
  stale(id: string): ChangeSet {
    if (this.sent?.id !== id) {
      return this.still();
    }
    this.tail = this.sent.changes.compose(this.tail);
    this.sent = undefined;
    return this.settle();
  }

  /** The edit was refused for good: the server's text stands again, and the person gets back what they had. */
  refused(id: string): { lost: string; moved: ChangeSet } | undefined {
    if (this.sent?.id !== id) {
      return undefined;
    }
    const lost = this.value;
    this.base = toText(this.unsure?.text ?? this.base.toString());
    this.at = this.unsure?.version ?? this.at;
    this.sent = undefined;
    this.unsure = undefined;
    this.tail = ChangeSet.empty(this.base.length);
    return { lost, moved: changeBetween(lost, this.value) };
  }

  private between(): Text {
    return this.sent ? this.sent.changes.apply(this.base) : this.base;
  }

  private confirm(): void {
    if (this.sent) {
      this.base = this.sent.changes.apply(this.base);
      this.at += 1;
      this.sent = undefined;
    }
  }

  private settle(): ChangeSet {
    const settled = this.unsure;
    this.unsure = undefined;
    return settled ? this.replaced(settled.text, settled.version) : this.still();
  }

  private receive(theirs: ChangeSet, version: number): ChangeSet {
    let seen = theirs;
    this.base = theirs.apply(this.base);
    this.at = version;
    if (this.sent) {
      const sent = this.sent.changes;
      this.sent = { ...this.sent, changes: sent.map(theirs) };
      seen = theirs.map(sent, true);
    }
    const moved = seen.map(this.tail, true);
    this.tail = this.tail.map(seen);
    return moved;
  }

  private still(): ChangeSet {
    return ChangeSet.empty(this.tail.newLength);
  }
}

/** The edit that was on its way when the page went; a damaged one counts as not sent, its words stand in `value`. */
function readSent(unsaved: Unsaved, length: number): Sent | undefined {
  if (!unsaved.sent) {
    return undefined;
  }
  try {
    const changes = ChangeSet.fromJSON(unsaved.sent.changes);
    return changes.length === length ? { id: unsaved.sent.id, changes } : undefined;
  } catch {
    return undefined;
  }
}
