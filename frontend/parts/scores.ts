import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Item, PhaseEntity } from '../room/entities.ts';
import { itemsOf } from '../room/items.ts';
import { icon } from './icons.ts';
import { instrumentLooks } from './instrument-looks.ts';
import { looks } from './looks.ts';
import { Part } from './part.ts';

const LIMIT = 2_000;
const PAUSE = 900;

/** One's own score sheet: a level and its evidence for each row, sealed until all sheets open. */
@customElement('tessera-scores')
export class Scores extends Part {
  static override styles = [
    looks,
    instrumentLooks,
    css`
      ol {
        display: grid;
        gap: 0.8rem;
      }

      .done .count {
        color: var(--good-ink);
      }
    `,
  ];

  @property({ type: Boolean }) wall = false;
  private readonly timers = new Map<string, number>();

  protected override render(): TemplateResult {
    const { seat } = this;
    const phase = seat.phase;
    if (phase?.instrument !== 'scores') {
      return html`<p class="calm">${icon('sealed')} <span>${this.say('scores.later')}</span></p>`;
    }
    const items = itemsOf(phase, seat.all('phases'), seat.all('items'));
    if (items.length === 0) {
      return html`<p class="calm">${icon('outline')} <span>${this.say('scores.nothing')}</span></p>`;
    }
    if (this.wall || !seat.may('score')) {
      return html`<p class="calm">
        ${icon('sealed')}
        <span>${this.say(phase.locked && !this.wall ? 'scores.locked' : 'scores.watching')}</span>
      </p>`;
    }
    const done = items.filter((item) => this.given(phase, item).level).length;
    return html`<div class="sheet">
      <p class="calm">${icon('sealed')} <span>${this.say('scores.sealed')}</span></p>
      <p class="count" role="status">${this.say('scores.progress', done, items.length)}</p>
      <ol role="list">
        ${repeat(
          items,
          (item) => item.id,
          (item, i) => this.rowTemplate(phase, item, i),
        )}
      </ol>
    </div>`;
  }

  private given(phase: PhaseEntity, item: Item): { level: number; evidence: string; sending: boolean; late: boolean } {
    const { seat } = this;
    const saved = seat.all('scores').get(`${seat.you}:${phase.id}:${item.id}`);
    const command = seat.waiting
      .filter(({ command }) => command.type === 'submit-score' && command.item === item.id)
      .at(-1)?.command;
    return {
      level: (command?.level as number | undefined) ?? saved?.level ?? 0,
      evidence: (command?.evidence as string | undefined) ?? saved?.evidence ?? '',
      sending: command !== undefined,
      late: saved?.late ?? false,
    };
  }

  private rowTemplate(phase: PhaseEntity, item: Item, i: number): TemplateResult {
    const given = this.given(phase, item);
    const draft = this.seat.drafts?.get(`evidence:${item.id}`) ?? '';
    const levels = Array.from({ length: phase.levels ?? 4 }, (_, n) => n + 1);
    const name = this.seat.words.of(item.text);
    return html`<li class="card ${given.level ? 'done' : ''}">
      <h2><span class="count">${i + 1}.</span> ${name}</h2>
      <div class="levels" role="radiogroup" aria-label=${this.say('scores.level', name)}>
        ${levels.map(
          (level) =>
            html`<label>
              <input
                type="radio"
                name="level-${item.id}"
                value=${level}
                .checked=${given.level === level}
                @change=${() => this.save(item, level)}
              />
              ${level}
            </label>`,
        )}
      </div>
      <label class="under">
        <span>${this.say('scores.evidence')}</span>
        <textarea
          class="field"
          rows="2"
          maxlength=${LIMIT}
          data-evidence=${item.id}
          aria-label=${this.say('scores.evidence.for', name)}
          placeholder=${this.say('scores.evidence.example')}
          .value=${draft || given.evidence}
          @input=${(event: InputEvent) => this.typed(item, given.level, (event.target as HTMLTextAreaElement).value)}
          @change=${() => given.level && this.save(item, this.given(phase, item).level)}
        ></textarea>
        <span class="state" role="status">${this.stateTemplate(given.level, given.sending, draft !== '')}</span>
        ${given.late ? html`<span class="chip late">${icon('hourglass')} ${this.say('note.late')}</span>` : nothing}
      </label>
    </li>`;
  }

  private stateTemplate(level: number, sending: boolean, unsaved: boolean): TemplateResult | typeof nothing {
    if (!level) {
      return unsaved ? html`${this.say('scores.levelFirst')}` : nothing;
    }
    return sending || unsaved
      ? html`${icon('sending')} ${this.say('note.sending')}`
      : html`${icon('saved')} ${this.say('note.saved')}`;
  }

  private typed(item: Item, level: number, evidence: string): void {
    this.seat.drafts?.set(`evidence:${item.id}`, evidence);
    clearTimeout(this.timers.get(item.id));
    if (level) {
      this.timers.set(
        item.id,
        window.setTimeout(() => this.save(item, level), PAUSE),
      );
    }
    this.requestUpdate();
  }

  private save(item: Item, level: number): void {
    clearTimeout(this.timers.get(item.id));
    const field = this.renderRoot.querySelector<HTMLTextAreaElement>(`[data-evidence="${CSS.escape(item.id)}"]`);
    this.seat.drafts?.set(`evidence:${item.id}`, '');
    this.seat.send('submit-score', { item: item.id, level, evidence: field?.value.trim() ?? '' });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tessera-scores': Scores;
  }
}
