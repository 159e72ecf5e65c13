import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { leftToPost } from '../room/acts.ts';
import type { Returned } from '../room/drafts.ts';
import type { Writing } from '../room/rights.ts';
import { newId } from '../room/ids.ts';
import { isDebrief } from '../room/talk.ts';
import { isAdvice, isJudgement } from '../room/undertone.ts';
import { icon } from './icons.ts';
import { looks } from './looks.ts';
import { Part } from './part.ts';

/** What stands in the field, as it is kept in the browser at every keystroke. */
interface Draft {
  phase: string;
  text: string;
  /** Where it would have gone when it was typed. */
  to: Writing;
}

const DRAFT = 'composer';
const LIMIT = 2_000;
const QUESTIONS = new Set(['clarifying', 'probing', 'question']);
/** Where a note may also be kept to oneself. */
const SHARED: ReadonlySet<Writing> = new Set<Writing>(['open', 'group', 'sealed', 'anonymous', 'scribe']);
const DRAWINGS: Partial<Record<Writing | 'spent', string>> = {
  open: 'board',
  scribe: 'board',
  group: 'people',
  sealed: 'sealed',
  anonymous: 'sealed',
};
/** How far a note goes: to oneself, to all without a name, later to all, to a few, to all at once. */
const REACH: Partial<Record<Writing, number>> = { anonymous: 1, sealed: 2, group: 3, scribe: 4, open: 4 };

/** The field in which notes are written. Whatever stands in it is safe from reloads, sleep and lost networks. */
@customElement('tessera-composer')
export class Composer extends Part {
  static override styles = [
    looks,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-block-size: 0;
      }

      /* On a low screen what came back gives way first, and then it all scrolls here and not the page. */
      :host([back]) {
        overflow-y: auto;
      }

      .composer {
        display: grid;
        flex: none;
        gap: 0.5rem;
        padding: 0.7rem;
        border: 1px solid var(--line);
        border-radius: calc(var(--radius) + 0.25rem);
        background: var(--raised);
        box-shadow: var(--tessera-shadow-up, 0 -2px 12px rgb(0 0 0 / 0.06));
      }

      .composer.own {
        border-style: dashed;
        border-color: var(--line-strong);
        background:
          repeating-linear-gradient(
            135deg,
            transparent 0 9px,
            color-mix(in srgb, var(--ink) 3.5%, transparent) 9px 10px
          ),
          var(--raised);
      }

      .composer.aside {
        gap: 0;
        padding: 0.5rem 0.6rem;
      }

      .head,
      .foot {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.35rem 0.6rem;
      }

      .line {
        display: flex;
        gap: 0.5rem;
        align-items: end;
      }

      .line textarea {
        flex: 1;
      }

      .kinds {
        display: flex;
        flex-wrap: wrap;
        gap: 0.3rem;
      }

      .kinds label {
        display: inline-flex;
        align-items: center;
        gap: 0.4em;
        padding: 0.15rem 0.65rem 0.15rem 0.3rem;
        border: 1px solid var(--edge);
        border-radius: 2rem;
        background: var(--tint);
        color: var(--word);
        font-size: 0.875em;
        font-weight: 600;
        cursor: pointer;
      }

      .kinds label:has(:checked) {
        border-color: var(--strong);
        box-shadow: inset 0 0 0 1px var(--strong);
      }

      .kinds label:has(:focus-visible) {
        outline: 2px solid var(--tessera-focus, Highlight);
        outline-offset: 2px;
      }

      .kinds input {
        position: absolute;
        opacity: 0;
        pointer-events: none;
      }

      .kinds .tile {
        border-radius: 1rem;
      }

      .where {
        display: inline-flex;
        align-items: center;
        gap: 0.4em;
        color: var(--ink-soft);
      }

      .where strong {
        color: var(--ink);
        font-weight: 600;
      }

      .only-me {
        display: inline-flex;
        align-items: center;
        gap: 0.4em;
        margin-inline-start: auto;
        cursor: pointer;
      }

      .only-me input {
        inline-size: 1.05rem;
        block-size: 1.05rem;
        accent-color: var(--accent);
      }

      .chip .tool {
        inline-size: 1.4rem;
        block-size: 1.4rem;
      }

      .hint {
        color: var(--ink-soft);
        font-size: 0.8125em;
      }

      .left {
        margin-inline-start: auto;
      }

      /* However much came back, the board keeps its place: the latest shows, the others are a scroll away. */
      .all-returned {
        display: grid;
        gap: 0.5rem;
        flex: 0 1 auto;
        min-block-size: 4.5rem;
        max-block-size: min(10.5rem, 32dvh);
        margin-block-end: 0.5rem;
        overflow-y: auto;
      }

      .returned {
        display: grid;
        gap: 0.45rem;
        padding: 0.6rem 0.75rem;
        border-radius: var(--radius);
        background: var(--warn-soft);
        border: 1px solid var(--warn-ink);
      }

      .returned q {
        quotes: none;
        padding-inline-start: 0.6rem;
        border-inline-start: 3px solid var(--warn-ink);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        max-block-size: 7rem;
        overflow-y: auto;
      }

      .returned div {
        display: flex;
        flex-wrap: wrap;
        gap: 0.35rem;
      }

      /* On a low screen the room goes to the notes; how the field works is also in the list of keys. */
      @media (max-height: 56rem) {
        .foot > .hint:not(.undertone, .left) {
          display: none;
        }
      }

      @media (max-width: 30rem) {
        .composer {
          padding: 0.55rem 0.6rem;
        }

        .hint,
        .where.short {
          display: none;
        }
      }
    `,
  ];

  @state() private onlyMe = false;
  @state() private kind: string | undefined;
  @query('textarea') private field!: HTMLTextAreaElement | null;
  private phaseSeen: string | undefined;
  private personSeen = '';
  private text = '';

  override focus(): void {
    this.field?.focus();
  }

  /** Puts words into the field, after what stands there. */
  insert(text: string): void {
    this.write(this.text ? `${this.text}\n${text}` : text);
    this.focus();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { seat } = this;
    if (!seat?.known) {
      return;
    }
    if (this.personSeen !== seat.you) {
      this.personSeen = seat.you;
      this.restore();
    }
    const phase = seat.phase?.id;
    if (phase && phase !== this.phaseSeen) {
      this.enterPhase(phase);
    }
    this.takeBack();
  }

  private restore(): void {
    const draft = this.draft();
    this.text = draft?.text ?? '';
    this.phaseSeen = draft?.phase;
  }

  /**
   * Words begun in one phase never slip out in the next: they stay in the field only if they would be seen by no more
   * people than when they were typed.
   */
  private enterPhase(phase: string): void {
    const { seat } = this;
    const draft = this.draft();
    const before = !draft || this.onlyMe ? 0 : (REACH[draft.to] ?? 0);
    if (this.text && draft && this.phaseSeen && (REACH[seat.writing] ?? 0) > before) {
      seat.drafts?.giveBack({ id: newId(), text: this.text, phase: this.phaseSeen, reason: 'LEFT' });
      this.write('');
    }
    this.phaseSeen = phase;
    this.onlyMe = false;
    this.kind = undefined;
    this.keepDraft();
  }

  /** A note refused in this very phase goes straight back into the empty field. */
  private takeBack(): void {
    const { seat } = this;
    const back = seat.drafts?.returned.find((words) => words.phase === seat.phase?.id && words.kind);
    if (back && !this.text && back.reason !== 'LEFT' && this.sends) {
      this.kind = back.kind && seat.phase?.kinds.includes(back.kind) ? back.kind : this.kind;
      seat.drafts?.settled(back.id);
      this.write(back.text);
    }
  }

  private draft(): Draft | undefined {
    const stored = this.seat.drafts?.get(DRAFT);
    try {
      return stored ? (JSON.parse(stored) as Draft) : undefined;
    } catch {
      // A damaged draft cannot be read by anybody; the next keystroke replaces it.
      return undefined;
    }
  }

  private write(text: string): void {
    this.text = text;
    if (this.field) {
      this.field.value = text;
    }
    this.keepDraft();
    this.requestUpdate();
  }

  private keepDraft(): void {
    const draft: Draft = {
      phase: this.phaseSeen ?? '',
      text: this.text,
      to: this.onlyMe ? 'private' : this.seat.writing,
    };
    this.seat.drafts?.set(DRAFT, this.text ? JSON.stringify(draft) : '');
  }

  private get sends(): boolean {
    return !['waiting', 'closed', 'unrecorded'].includes(this.seat.writing);
  }

  private get goesToMe(): boolean {
    return this.onlyMe || this.isSpent || ['private', 'listening', 'turn', 'locked', 'between', 'groupless'].includes(this.seat.writing);
  }

  /** Whether the board has taken as many notes of this person as the phase allows. */
  private get isSpent(): boolean {
    return (this.seat.writing === 'open' || this.seat.writing === 'group') && leftToPost(this.seat) === 0;
  }

  /** What a note is meant as if nobody says so. A debrief asks its questions one after the other. */
  private get usual(): string | undefined {
    const { seat, kinds } = this;
    const helped = [...seat.board.notes.values()].some(
      (note) => note.kind === 'helped' && note.state === 'posted' && seat.isMine(note),
    );
    return isDebrief(seat.phase) && helped ? 'change' : kinds[0];
  }

  private get kinds(): string[] {
    return this.seat.phase?.kinds ?? [];
  }

  protected override render(): TemplateResult | typeof nothing {
    const { seat } = this;
    if (!seat.known) {
      return nothing;
    }
    // Where nothing is kept there is nothing to write in; what was begun before waits in the browser.
    if (seat.writing === 'waiting' || seat.writing === 'unrecorded') {
      return nothing;
    }
    const returned = (seat.drafts?.returned ?? []).toReversed();
    this.toggleAttribute('back', returned.length > 0);
    return html`${returned.length > 0
      ? html`<section class="all-returned" aria-label=${this.say('returned.title')}>
          ${returned.map((words) => this.returnedTemplate(words))}
        </section>`
      : nothing}
    ${seat.writing === 'closed'
      ? html`<p class="calm">${icon('saved')} <span>${this.say('write.closed')}</span></p>`
      : this.fieldTemplate()}`;
  }

  private fieldTemplate(): TemplateResult {
    const { seat, goesToMe, kinds } = this;
    const where = this.isSpent ? 'spent' : this.onlyMe ? 'private' : seat.writing;
    const kind = this.kind ?? this.usual ?? 'note';
    const words = seat.words;
    // In steps whose work is elsewhere, such as voting, the field for private notes stays small.
    const isAside = seat.writing === 'listening' && !seat.phase?.may.post?.length;
    return html`<form class="composer ${goesToMe ? 'own' : ''} ${isAside ? 'aside' : ''}" @submit=${this.submitted}>
      <div class="head" ?hidden=${isAside}>
        ${kinds.length > 1
          ? this.kindsTemplate(kind)
          : goesToMe
            ? nothing
            : html`<span class="kind kind-${kind} kind-word"
                ><span class="tile">${icon(kind)}</span>${this.say(`kind.${kind}`)}</span
              >`}
        <span class="where ${where === 'open' ? 'short' : ''}">${this.whereTemplate(where)}</span>
        ${(SHARED.has(seat.writing) && !this.isSpent)
          ? html`<label class="only-me"
              ><input type="checkbox" .checked=${this.onlyMe} @change=${this.toggled} />${icon('private')}
              ${this.say('write.onlyMe')}</label
            >`
          : nothing}
      </div>
      <div class="line">
        <textarea
          class="field"
          rows="1"
          maxlength=${LIMIT}
          aria-label=${this.say('write.label')}
          placeholder=${words.say(goesToMe ? 'write.placeholder.private' : `write.placeholder.${kind}`)}
          title=${isAside ? words.say('write.to.private') : nothing}
          .value=${this.text}
          @input=${this.typed}
          @keydown=${this.pressed}
        ></textarea>
        <button class="button primary">
          ${icon(goesToMe ? 'private' : 'plus')} ${this.say(goesToMe ? 'write.keep' : 'write.add')}
        </button>
      </div>
      <div class="foot">
        ${seat.anchor
          ? html`<span class="chip"
              >${icon('region')} ${this.say('write.anchored', seat.anchor.page)}
              <button
                type="button"
                class="tool small"
                aria-label=${this.say('write.unanchor')}
                @click=${() => seat.aim(undefined)}
              >
                ${icon('close')}
              </button></span
            >`
          : nothing}
        ${this.answeringTemplate()}
        <span class="hint" ?hidden=${isAside}>${this.say('write.hint')}</span>
        <span class="hint undertone" role="status">${this.undertoneOf(kind)}</span>
        ${this.text.length > LIMIT * 0.8
          ? html`<span class="hint left">${this.say('write.left', LIMIT - this.text.length)}</span>`
          : nothing}
      </div>
    </form>`;
  }

  private answeringTemplate(): TemplateResult | typeof nothing {
    const { seat } = this;
    const answered = seat.board.notes.get(seat.answering ?? '');
    if (!answered || this.goesToMe) {
      return nothing;
    }
    return html`<span class="chip answering"
      >${icon('feedback')} <span>${this.say('write.answering', answered.text)}</span>
      <button
        type="button"
        class="tool small"
        aria-label=${this.say('write.unanswer')}
        @click=${() => seat.answer(undefined)}
      >
        ${icon('close')}
      </button></span
    >`;
  }

  /** A soft word to the writer before the note is posted, where the protocol knows this mistake; it hinders nothing. */
  private undertoneOf(kind: string): string {
    const { seat, text } = this;
    const knows = (at: string): boolean => seat.phase?.mistakes?.some((mistake) => mistake.at === at) ?? false;
    if (!text || this.goesToMe) {
      return '';
    }
    if (knows('advice') && QUESTIONS.has(kind) && isAdvice(text, seat.undertones)) {
      return this.say('write.advice');
    }
    return knows('judgement') && isJudgement(text, seat.undertones) ? this.say('write.judgement') : '';
  }

  private kindsTemplate(chosen: string): TemplateResult {
    return html`<div class="kinds" role="radiogroup" aria-label=${this.say('write.kind')}>
      ${this.kinds.map(
        (kind) =>
          html`<label class="kind kind-${kind}"
            ><input
              type="radio"
              name="kind"
              value=${kind}
              .checked=${kind === chosen}
              @change=${() => {
                this.kind = kind;
              }}
            /><span class="tile">${icon(kind)}</span>${this.say(`kind.${kind}`)}</label
          >`,
      )}
    </div>`;
  }

  private whereTemplate(where: Writing | 'spent'): TemplateResult {
    const drawing = DRAWINGS[where] ?? 'private';
    return html`${icon(drawing)}
      <span
        ><strong>${this.say(`write.to.${where}`)}</strong> ${this.seat.words.has(`write.why.${where}`)
          ? this.say(`write.why.${where}`)
          : nothing}</span
      >`;
  }

  private returnedTemplate(words: Returned): TemplateResult {
    const phase = this.seat.words.of(this.seat.all('phases').get(words.phase ?? '')?.name);
    const why =
      words.reason === 'LEFT'
        ? this.say('returned.left', phase || this.say('returned.earlier'))
        : words.message || this.say('returned.refused');
    return html`<article class="returned">
      <p>${icon('hourglass')} ${why}</p>
      <q>${words.text}</q>
      <div>
        ${this.sends
          ? html`<button type="button" class="button slim" @click=${() => this.reuse(words)}>
                ${this.say('returned.reuse')}
              </button>
              <button type="button" class="button slim" @click=${() => this.keepForMe(words)}>
                ${icon('private')} ${this.say('returned.keep')}
              </button>`
          : nothing}
        <button type="button" class="button slim quiet" @click=${() => this.settle(words)}>
          ${this.say('returned.discard')}
        </button>
      </div>
    </article>`;
  }

  private readonly typed = (event: InputEvent): void => {
    this.text = (event.target as HTMLTextAreaElement).value;
    this.keepDraft();
    if (!this.goesToMe) {
      this.seat.gesture('type');
    }
    this.requestUpdate();
  };

  private readonly pressed = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.add();
    }
  };

  private readonly submitted = (event: SubmitEvent): void => {
    event.preventDefault();
    this.add();
    this.focus();
  };

  private readonly toggled = (event: Event): void => {
    this.onlyMe = (event.target as HTMLInputElement).checked;
    this.keepDraft();
    this.focus();
  };

  private add(): void {
    const text = this.text.trim();
    if (!text || !this.sends) {
      return;
    }
    const { seat } = this;
    const fields: Record<string, unknown> = { note: newId(), text };
    const kind = this.kind ?? this.usual;
    if (kind) {
      fields.kind = kind;
    }
    if (seat.anchor) {
      fields.anchor = seat.anchor;
    }
    if (this.goesToMe) {
      fields.private = true;
    }
    if (seat.writing === 'anonymous' || seat.phase?.timing === 'before') {
      // A note that comes late is refused rather than shown with its writer's name in the next step; one for work before
      // the meeting is kept for that work.
      fields.phase = seat.phase?.id;
    }
    if (seat.answering && !this.goesToMe) {
      fields.replyTo = seat.answering;
      seat.answer(undefined);
    }
    if (seat.writing === 'scribe' && !this.onlyMe) {
      fields.speaker = seat.standing.turns?.speaking[0];
    }
    seat.send('add-note', fields);
    this.write('');
    if (seat.anchor) {
      seat.aim(undefined);
    }
  }

  private reuse(words: Returned): void {
    this.seat.drafts?.settled(words.id);
    this.insert(words.text);
  }

  private keepForMe(words: Returned): void {
    this.seat.drafts?.settled(words.id);
    const left = this.seat.all('phases').get(words.phase ?? '');
    // What was begun before the meeting stays work before the meeting, however late it is.
    const phase = left?.timing === 'before' && left.state === 'done' ? { phase: left.id } : {};
    this.seat.send('add-note', { note: newId(), text: words.text, private: true, ...phase });
  }

  private settle(words: Returned): void {
    this.seat.drafts?.settled(words.id);
    this.seat.changed();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tessera-composer': Composer;
  }
}
