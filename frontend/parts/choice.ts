import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';
import type { Choice as Option, PhaseEntity } from '../room/entities.ts';
import { chosen } from '../room/talk.ts';
import { looks } from './looks.ts';
import { Part } from './part.ts';

/** One choice for each person, and at once how all have chosen. */
@customElement('tessera-choice')
export class Choice extends Part {
  static override styles = [
    looks,
    css`
      :host {
        display: block;
        overflow-y: auto;
        padding: 3px;
        margin: -3px;
      }

      fieldset {
        display: grid;
        gap: 0.6rem;
        margin: 0;
        padding: 0;
        border: 0;
      }

      legend {
        padding: 0;
        margin-block-end: 0.6rem;
        font-weight: 600;
      }

      .option {
        display: grid;
        gap: 0.4rem;
        padding: 0.7rem 0.9rem;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--raised);
      }

      label {
        display: grid;
        grid-template-columns: auto 1fr auto;
        align-items: center;
        gap: 0.8rem;
        min-block-size: 2.4rem;
        cursor: pointer;
      }

      .plain {
        grid-template-columns: 1fr auto;
        cursor: default;
      }

      .option:has(:checked) {
        border-color: var(--accent);
        box-shadow: inset 0 0 0 1px var(--accent);
        background: var(--accent-soft);
      }

      .option:has(:focus-visible) {
        outline: 2px solid var(--tessera-focus, Highlight);
        outline-offset: 2px;
      }

      input {
        inline-size: 1.15rem;
        block-size: 1.15rem;
        margin: 0;
        accent-color: var(--accent);
      }

      .count {
        font-weight: 700;
        font-variant-numeric: tabular-nums;
      }

      .bar {
        block-size: 0.5rem;
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

      .who {
        color: var(--ink-soft);
        font-size: 0.9375em;
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ type: Boolean }) wall = false;

  protected override render(): TemplateResult | typeof nothing {
    const phase = this.phase;
    if (!phase) {
      return nothing;
    }
    const { seat } = this;
    const by = chosen(seat.all('picks').values(), phase.id);
    const chooses = phase.id === seat.phase?.id && seat.may('choose') && !this.wall;
    const mine = this.mine(by);
    const most = Math.max(1, ...[...by.values()].map((people) => people.length));
    return html`<fieldset>
      <legend>${this.say(chooses ? 'choice.yours' : 'choice.all')}</legend>
      ${(phase.choices ?? []).map((option) => this.optionTemplate(option, by.get(option.id) ?? [], mine, most, chooses))}
    </fieldset>`;
  }

  /** The phase that chooses now, or else the last one that did. */
  private get phase(): PhaseEntity | undefined {
    const { seat } = this;
    return seat.phase?.instrument === 'choice'
      ? seat.phase
      : [...seat.all('phases').values()]
          .filter((phase) => phase.instrument === 'choice' && phase.state !== 'ahead')
          .sort((a, b) => b.ordinal - a.ordinal)[0];
  }

  private mine(by: Map<string, string[]>): string | undefined {
    const waiting = this.seat.waiting.filter(({ command }) => command.type === 'choose').at(-1);
    return waiting
      ? String(waiting.command.choice)
      : [...by.entries()].find(([, people]) => people.includes(this.seat.you))?.[0];
  }

  private optionTemplate(
    option: Option,
    people: string[],
    mine: string | undefined,
    most: number,
    chooses: boolean,
  ): TemplateResult {
    const { seat } = this;
    const words = html`<span>${seat.words.of(option.text)}</span><span class="count">${people.length}</span>`;
    return html`<div class="option">
      ${chooses
        ? html`<label
            ><input
              type="radio"
              name="choice"
              value=${option.id}
              .checked=${mine === option.id}
              @change=${() => seat.send('choose', { choice: option.id })}
            />${words}</label
          >`
        : html`<label class="plain">${words}</label>`}
      <div class="bar" aria-hidden="true"><i style=${styleMap({ inlineSize: `${(people.length / most) * 100}%` })}></i></div>
      ${people.length > 0
        ? html`<span class="who">${people.map((person) => seat.nameOf(person)).filter(Boolean).join(', ')}</span>`
        : nothing}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tessera-choice': Choice;
  }
}
