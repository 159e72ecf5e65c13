import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { asClock } from '../room/countdown.ts';
import type { Person, TurnsEntity } from '../room/entities.ts';
import { slotOf } from '../room/slots.ts';
import { isDebrief } from '../room/talk.ts';
import { icon } from './icons.ts';
import { looks } from './looks.ts';
import { Part } from './part.ts';

const SECOND = 1_000;

/**
 * Whose turn it is: the round as it goes, the queue of hands where people talk as they like, the slots of small groups
 * whose talk is not kept; and at the end how much voice everybody had.
 */
@customElement('tessera-turns')
export class TurnsPart extends Part {
  static override styles = [
    looks,
    css`
      :host {
        display: block;
      }

      section {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.4rem 1rem;
        padding: 0.6rem 0.85rem;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--raised);
      }

      section.mine {
        border-color: var(--accent);
        background: var(--accent-soft);
      }

      section > p,
      section > dl {
        flex: 1 1 100%;
      }

      section.voice > p {
        flex: 1 1 20rem;
      }

      .head {
        flex: 1 1 24rem;
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.4rem 0.8rem;
      }

      .who {
        flex: 1;
        min-inline-size: 10rem;
        font-weight: 650;
      }

      .left {
        font-variant-numeric: tabular-nums;
        font-weight: 650;
      }

      ol {
        display: flex;
        flex-wrap: wrap;
        gap: 0.3rem;
        margin: 0;
        padding: 0;
        list-style: none;
      }

      li {
        padding: 0.15rem 0.6rem;
        border-radius: 1rem;
        border: 1px solid var(--line);
        font-size: 0.875em;
        color: var(--ink-soft);
      }

      li[aria-current='true'] {
        border-color: var(--accent);
        background: var(--accent);
        color: var(--tessera-on-accent, Canvas);
        font-weight: 600;
      }

      li.passed {
        text-decoration: line-through;
      }

      dl {
        display: grid;
        grid-template-columns: max-content max-content;
        gap: 0.15rem 1.2rem;
        margin: 0;
      }

      dt,
      dd {
        margin: 0;
      }

      dd {
        font-variant-numeric: tabular-nums;
      }

      label {
        display: inline-flex;
        align-items: center;
        gap: 0.5rem;
        min-block-size: 2rem;
      }

      p {
        margin: 0;
      }
    `,
  ];

  private ticking = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    this.ticking = window.setInterval(() => this.seat?.phase?.round?.seconds && this.requestUpdate(), SECOND);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.ticking);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { seat } = this;
    const { phase } = seat;
    if (!phase || phase.state !== 'running') {
      return nothing;
    }
    const turns = seat.all('turns').get(phase.id);
    if (phase.visibility === 'unrecorded' && phase.round?.seconds) {
      return this.slotTemplate();
    }
    if (turns && turns.order.length > 0) {
      return this.roundTemplate(turns);
    }
    return html`${this.queueTemplate(turns)} ${this.voiceTemplate()}`;
  }

  // A round

  private roundTemplate(turns: TurnsEntity): TemplateResult {
    const { seat } = this;
    const mine = turns.speaking.includes(seat.you);
    const spoken = turns.speaking.length > 0;
    const over = turns.at >= turns.order.length;
    const holders = this.names(turns.speaking);
    const sentence = mine
      ? this.say('turns.mine')
      : spoken
        ? this.say('turns.theirs', holders)
        : over
          ? this.say('turns.over')
          : this.say('turns.silence');
    return html`<section class=${mine ? 'mine' : ''} aria-label=${this.say('turns.label')}>
      <div class="head">
        <span class="who">${sentence}</span>
        ${turns.until && !over ? html`<span class="left">${this.leftUntil(turns.until)}</span>` : nothing}
        ${spoken && (mine || seat.conducts)
          ? html`<button class="button" @click=${() => seat.send('end-turn', {})}>
                ${this.say(mine ? 'turns.done' : 'turns.done.for', holders)}
              </button>
              <button class="button" @click=${() => seat.send('pass-turn', {})}>
                ${this.say(mine ? 'turns.pass' : 'turns.pass.for', holders)}
              </button>`
          : nothing}
      </div>
      <ol>
        ${turns.order.map(
          (party, place) =>
            html`<li
              aria-current=${place === turns.at && !over ? 'true' : 'false'}
              class=${party.every((person) => turns.passed.includes(person)) ? 'passed' : ''}
            >
              ${this.names(party)}${party.every((person) => turns.passed.includes(person))
                ? html`<span class="aloud"> ${this.say('turns.passed')}</span>`
                : nothing}
            </li>`,
        )}
      </ol>
    </section>`;
  }

  // Open talk

  private queueTemplate(turns: TurnsEntity | undefined): TemplateResult | typeof nothing {
    const { seat } = this;
    const hands = [...seat.all('people').values()]
      .filter((person) => person.hand)
      .sort((a, b) => String(a.hand).localeCompare(String(b.hand)));
    const speaking = turns?.speaking ?? [];
    if (hands.length === 0 && speaking.length === 0) {
      return nothing;
    }
    const mine = speaking.includes(seat.you);
    return html`<section class=${mine ? 'mine' : ''} aria-label=${this.say('turns.queue')}>
      <div class="head">
        <span class="who"
          >${speaking.length > 0
            ? mine
              ? this.say('turns.floor.mine')
              : this.say('turns.floor', this.names(speaking))
            : this.say('turns.hands', hands.length)}</span
        >
        ${speaking.length > 0 && (mine || seat.conducts)
          ? html`<button class="button" @click=${() => seat.send('end-turn', {})}>
              ${this.say(mine ? 'turns.done' : 'turns.done.for', this.names(speaking))}
            </button>`
          : nothing}
        ${seat.conducts && hands.length > 0
          ? html`<button class="button primary" @click=${() => seat.send('give-floor', { person: hands[0]!.id })}>
              ${icon('check')} ${this.say('turns.give', hands[0]!.name)}
            </button>`
          : nothing}
      </div>
      ${hands.length > 0
        ? html`<ol>
            ${hands.map((person) => html`<li>${person.name}</li>`)}
          </ol>`
        : nothing}
    </section>`;
  }

  // Talk that is not kept

  private slotTemplate(): TemplateResult | typeof nothing {
    const { seat } = this;
    const group = [...seat.all('pairs').values()].find((pair) => pair.people.includes(seat.you));
    const slot = group && seat.phase ? slotOf(seat.phase, group.people, seat.now()) : undefined;
    if (!slot) {
      return nothing;
    }
    const mine = slot.speaker === seat.you;
    const next = slot.next && this.say('turns.slot.next', this.names([slot.next]));
    return html`<section class=${mine ? 'mine' : ''} aria-label=${this.say('turns.label')}>
      <div class="head">
        <span class="who"
          >${slot.speaker
            ? mine
              ? this.say('turns.slot.mine')
              : this.say('turns.slot', this.names([slot.speaker]))
            : this.say('turns.slot.over')}</span
        >
        ${slot.speaker ? html`<span class="left">${asClock(slot.left)}</span>` : nothing}
      </div>
      <p>${slot.speaker ? this.say('turns.slot.rule') : nothing} ${next ?? nothing}</p>
    </section>`;
  }

  // Voice

  /** At the end: one's own figures first, everybody's once all have agreed. */
  private voiceTemplate(): TemplateResult | typeof nothing {
    const { seat } = this;
    const own = seat.all('voices').get(seat.you);
    if (!isDebrief(seat.phase) || seat.me?.role === 'coach' || (!own && seat.all('voices').size === 0)) {
      return nothing;
    }
    const shared = [...seat.all('voices').values()].filter((voice) => voice.shared);
    return html`<section class="voice" aria-label=${this.say('turns.voice')}>
      <p>${seat.words.count('turns.voice.mine', own?.turns ?? 0, asClock(own?.seconds ?? 0))}</p>
      ${shared.length > 0
        ? html`<dl>
            ${shared.map(
              (voice) =>
                html`<dt>${seat.nameOf(voice.by)}</dt>
                  <dd>${this.say('turns.voice.each', voice.turns, asClock(voice.seconds))}</dd>`,
            )}
          </dl>`
        : nothing}
      <label
        ><input
          type="checkbox"
          .checked=${own?.agreed ?? false}
          @change=${(event: Event) =>
            seat.send('share-voice', { agreed: (event.target as HTMLInputElement).checked })}
        />
        ${this.say('turns.voice.share')}</label
      >
    </section>`;
  }

  private leftUntil(until: string): string {
    const paused = this.seat.phase?.pausedAt;
    const now = paused ? Date.parse(paused) : this.seat.now();
    return asClock(Math.max(0, Math.ceil((Date.parse(until) - now) / SECOND)));
  }

  private names(people: readonly Person[]): string {
    return people.map((person) => this.seat.nameOf(person)).join(', ');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tessera-turns': TurnsPart;
  }
}
