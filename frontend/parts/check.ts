import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';
import type { Check as Outcome, Statement } from '../room/entities.ts';
import { icon } from './icons.ts';
import { looks } from './looks.ts';
import { Part } from './part.ts';

const FINGERS = [5, 4, 3, 2, 1, 0] as const;

/** The five-finger check: can everybody stand behind the text? */
@customElement('tessera-check')
export class Check extends Part {
  static override styles = [
    looks,
    css`
      :host {
        display: block;
        overflow-y: auto;
        padding: 3px;
        margin: -3px;
      }

      .check {
        display: grid;
        gap: 1rem;
      }

      blockquote {
        margin: 0;
        padding: 1rem 1.2rem;
        border-radius: calc(var(--radius) + 0.25rem);
        background: var(--accent-soft);
        font-size: 1.2em;
        line-height: 1.5;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        text-wrap: pretty;
      }

      legend {
        padding: 0;
        margin-block-end: 0.6rem;
        font-weight: 600;
      }

      .fingers {
        display: grid;
        gap: 0.4rem;
      }

      .fingers label {
        display: grid;
        grid-template-columns: auto auto 1fr;
        align-items: center;
        gap: 0.8rem;
        min-block-size: 2.9rem;
        padding: 0.35rem 0.9rem;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--raised);
        cursor: pointer;
      }

      .fingers label:has(:checked) {
        border-color: var(--accent);
        box-shadow: inset 0 0 0 1px var(--accent);
        background: var(--accent-soft);
      }

      .fingers label:has(:focus-visible) {
        outline: 2px solid var(--tessera-focus, Highlight);
        outline-offset: 2px;
      }

      .fingers input {
        inline-size: 1.15rem;
        block-size: 1.15rem;
        margin: 0;
        accent-color: var(--accent);
      }

      .number {
        font-size: 1.35em;
        font-weight: 700;
        font-variant-numeric: tabular-nums;
        inline-size: 1ch;
      }

      .given {
        margin-block-start: 0.6rem;
      }

      .result {
        display: grid;
        gap: 0.75rem;
      }

      .verdict {
        display: flex;
        align-items: center;
        gap: 0.6rem;
        padding: 0.7rem 0.9rem;
        border-radius: var(--radius);
        font-weight: 600;
      }

      .verdict.passed {
        background: var(--tessera-good-soft, var(--accent-soft));
        color: var(--good-ink);
      }

      .verdict.rework {
        background: var(--warn-soft);
        color: var(--warn-ink);
      }

      .bars {
        display: grid;
        grid-template-columns: auto 1fr auto;
        gap: 0.35rem 0.7rem;
        align-items: center;
      }

      .bar {
        block-size: 1.1rem;
        border-radius: 0.3rem;
        background: var(--sunken);
        overflow: hidden;
      }

      .bar i {
        display: block;
        block-size: 100%;
        background: var(--accent);
        border-radius: 0.3rem;
      }

      .bar.below i {
        background: var(--warn-ink);
      }
    `,
  ];

  @property({ type: Boolean }) wall = false;

  protected override render(): TemplateResult {
    const { seat } = this;
    const statement = seat.groupStatement;
    if (!statement) {
      return html`<p class="calm">${icon('text')} <span>${this.say('check.nothing')}</span></p>`;
    }
    const outcome = seat.all('checks').get(statement.id);
    return html`<div class="check">
      <blockquote>${seat.textOf(statement) || this.say('text.empty')}</blockquote>
      ${outcome
        ? this.outcomeTemplate(outcome)
        : seat.may('answer') && !this.wall
          ? this.questionTemplate(statement)
          : html`<p class="calm">
              ${icon(seat.phase?.instrument === 'fingers' ? 'private' : 'check')}
              <span>${this.say(seat.phase?.instrument === 'fingers' ? 'check.watching' : 'check.later')}</span>
            </p>`}
    </div>`;
  }

  private questionTemplate(statement: Statement): TemplateResult {
    const given = this.seat.all('answers').get(`${this.seat.you}:${statement.id}`)?.answer;
    const underWay = this.seat.waiting
      .filter(({ command }) => command.type === 'answer-check' && command.item === statement.id)
      .at(-1)?.command.answer as number | undefined;
    const answer = underWay ?? given;
    return html`<fieldset>
      <legend>${this.say('check.question')}</legend>
      <div class="fingers">
        ${FINGERS.map(
          (fingers) =>
            html`<label>
              <input
                type="radio"
                name="fingers"
                value=${fingers}
                .checked=${answer === fingers}
                @change=${() => this.seat.send('answer-check', { item: statement.id, answer: fingers })}
              />
              <span class="number" aria-hidden="true">${fingers}</span>
              <span><span class="aloud">${fingers}: </span>${this.say(`fingers.${fingers}`)}</span>
            </label>`,
        )}
      </div>
      <p class="soft small given" role="status">
        ${answer === undefined
          ? this.say('check.sealed')
          : html`${icon(underWay === undefined ? 'saved' : 'sending')} ${this.say('check.given', answer)}`}
      </p>
    </fieldset>`;
  }

  private outcomeTemplate(outcome: Outcome): TemplateResult {
    const words = this.seat.words;
    const phase = [...this.seat.all('phases').values()].find((each) => each.instrument === 'fingers');
    const least = phase?.least ?? 3;
    const most = Math.max(1, ...Object.values(outcome.counts));
    return html`<section class="result" aria-label=${this.say('check.result')}>
      <p class="verdict ${outcome.passed ? 'passed' : 'rework'}">
        ${icon(outcome.passed ? 'check' : 'change')}
        ${this.say(outcome.passed ? 'check.passed' : 'check.rework', least)}
      </p>
      <div class="bars" role="list">
        ${FINGERS.map((fingers) => {
          const count = outcome.counts[fingers] ?? 0;
          return html`<span class="number" aria-hidden="true">${fingers}</span>
            <span class="bar ${fingers < least ? 'below' : ''}" role="listitem"
              ><i style=${styleMap({ inlineSize: `${(100 * count) / most}%` })}></i
              ><span class="aloud">${this.say('check.row', fingers, words.count('people', count))}</span></span
            >
            <span aria-hidden="true">${count || nothing}</span>`;
        })}
      </div>
      <p class="soft small">${words.count('check.voters', outcome.voters)}</p>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tessera-check': Check;
  }
}
