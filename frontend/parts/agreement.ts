import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Grid, GridRow, PhaseEntity } from '../room/entities.ts';
import { earlier, endOf, sheetsFor, tallyOf, type TallyRow } from '../room/items.ts';
import { icon } from './icons.ts';
import { instrumentLooks } from './instrument-looks.ts';
import { looks } from './looks.ts';
import { Part } from './part.ts';

const LIMIT = 2_000;

/** All score sheets side by side, how far they agree, and for each row the score the group agrees on. */
@customElement('tessera-agreement')
export class Agreement extends Part {
  static override styles = [
    looks,
    instrumentLooks,
    css`
      .wide {
        position: relative;
        overflow-x: auto;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--raised);
      }

      .wide:focus-visible {
        outline: 2px solid var(--tessera-focus, Highlight);
        outline-offset: 2px;
      }

      table {
        inline-size: 100%;
        border-collapse: collapse;
        font-variant-numeric: tabular-nums;
      }

      caption {
        text-align: start;
        padding: 0.6rem 0.75rem;
        font-weight: 650;
      }

      th,
      td {
        padding: 0.45rem 0.35rem;
        border-block-start: 1px solid var(--line);
        text-align: center;
        vertical-align: top;
      }

      thead th {
        font-size: 0.8125em;
        font-weight: 600;
        color: var(--ink-soft);
      }

      thead th:first-child {
        text-align: start;
      }

      th:first-child {
        padding-inline-start: 0.75rem;
      }

      th[scope='row'] {
        min-inline-size: 7rem;
        text-align: start;
        font-weight: 600;
        overflow-wrap: anywhere;
      }

      td {
        white-space: nowrap;
      }

      .rows .chip[aria-pressed='true'] {
        border-color: var(--accent);
        background: var(--accent-soft);
        color: var(--accent-ink);
      }

      .rows .chip {
        min-block-size: 2rem;
        min-inline-size: 2.4rem;
        justify-content: center;
      }

      td b {
        display: inline-grid;
        place-items: center;
        min-inline-size: 1.9em;
        min-block-size: 1.9em;
        border-radius: 0.4em;
        font-weight: 650;
      }

      td b.lowest,
      td b.highest {
        background: var(--warn-soft);
        color: var(--warn-ink);
        border: 1px solid currentColor;
      }

      td small {
        display: block;
        font-size: 0.75em;
      }

      tr.here th[scope='row'] {
        box-shadow: inset 3px 0 0 var(--accent);
      }

      dl {
        display: flex;
        flex-wrap: wrap;
        gap: 0.2rem 1.5rem;
        margin: 0;
      }

      dl div {
        display: flex;
        gap: 0.5rem;
        align-items: baseline;
      }

      dt {
        color: var(--ink-soft);
        font-size: 0.8125em;
      }

      dd {
        margin: 0;
        font-weight: 650;
        font-variant-numeric: tabular-nums;
      }

      .rows {
        display: flex;
        flex-wrap: wrap;
        gap: 0.3rem;
      }

      .evidence li {
        display: grid;
        grid-template-columns: 2em 1fr;
        gap: 0.5rem;
        padding-block: 0.4rem;
        border-block-start: 1px solid var(--line);
        overflow-wrap: anywhere;
        white-space: pre-wrap;
      }

      .first {
        font-weight: 600;
        color: var(--warn-ink);
      }

      .rationale {
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }

      .lacks {
        margin: 0;
        color: var(--danger-ink);
        font-weight: 550;
      }
    `,
  ];

  @property({ type: Boolean }) wall = false;
  @state() private looking: string | undefined;
  /** The level somebody has chosen and not yet recorded, by row. */
  @state() private chosen: Record<string, number> = {};
  /** The row somebody wanted to record without a reason. */
  @state() private lacking = '';

  protected override render(): TemplateResult {
    const { seat } = this;
    const phases = seat.all('phases');
    const running = seat.phase?.instrument === 'agreement' ? seat.phase : undefined;
    const phase = (running && earlier(running, phases, 'scores')) ?? sheetsFor(phases, seat.all('grids'));
    const grid = phase && seat.all('grids').get(phase.id);
    if (!phase || !grid) {
      return html`<p class="calm">${icon('sealed')} <span>${this.say('tally.nothing')}</span></p>`;
    }
    const rows = tallyOf(phase, phases, seat.all('items'), seat.all('scores'), grid, seat.all('settled'));
    const people = [...seat.all('people').values()]
      .filter((person) => rows.some((row) => row.scores.has(person.id)))
      .sort((a, b) => this.place(a.id) - this.place(b.id));
    const agreeing = running !== undefined || rows.some((row) => row.agreed);
    const row = rows.find((each) => each.item.id === this.looking) ?? rows.find((each) => !each.agreed) ?? rows[0];
    return html`<div class="sheet">
      ${this.figuresTemplate(grid)}
      <div class="wide" tabindex="0" role="region" aria-label=${this.say('tally.title')}>
        <table>
          <caption>${this.say('tally.title')}</caption>
          <thead>
            <tr>
              <th scope="col">${this.say('tally.row')}</th>
              ${people.map((person) => html`<th scope="col">${person.name}</th>`)}
              <th scope="col">${this.say('tally.spread')}</th>
              <th scope="col">${this.say('tally.same')}</th>
              ${agreeing ? html`<th scope="col">${this.say('tally.agreed')}</th>` : nothing}
            </tr>
          </thead>
          <tbody>
            ${rows.map(
              (each) =>
                html`<tr class=${running && each === row ? 'here' : ''}>
                  <th scope="row">${seat.words.of(each.item.text)}</th>
                  ${people.map((person) => this.cellTemplate(each, person.id))}
                  <td>${this.spread(each.figures)}</td>
                  <td>${this.percent(each.figures?.exact)}</td>
                  ${agreeing ? html`<td>${each.agreed ? html`<b>${each.agreed.level}</b>` : '–'}</td>` : nothing}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <p class="soft small">${this.say(grid.kappa === null ? 'tally.undefined.why' : 'tally.what')}</p>
      ${agreeing && row ? this.discussTemplate(phase, rows, row, running !== undefined) : nothing}
    </div>`;
  }

  private figuresTemplate(grid: Grid): TemplateResult {
    return html`<dl>
        <div><dt>${this.say('tally.exact')}</dt><dd>${this.percent(grid.exact)}</dd></div>
        <div><dt>${this.say('tally.adjacent')}</dt><dd>${this.percent(grid.adjacent)}</dd></div>
        <div>
          <dt>${this.say('tally.kappa')}</dt>
          <dd>${grid.kappa === null ? this.say('tally.undefined') : this.number(grid.kappa)}</dd>
        </div>
      </dl>`;
  }

  private cellTemplate(row: TallyRow, person: string): TemplateResult {
    const score = row.scores.get(person);
    if (!score) {
      return html`<td><span aria-hidden="true">–</span><span class="aloud">${this.say('tally.noScore')}</span></td>`;
    }
    const end = endOf(score.level, row.figures);
    return html`<td>
      <b class=${end ?? ''}>${score.level}</b>${end ? html`<small>${this.say(`tally.${end}`)}</small>` : nothing}
    </td>`;
  }

  private spread(row: GridRow | undefined): string {
    if (!row || row.lowest === null) {
      return '–';
    }
    return row.lowest === row.highest ? String(row.lowest) : `${row.lowest}–${row.highest}`;
  }

  private percent(value: number | null | undefined): string {
    return value === null || value === undefined ? '–' : this.say('tally.percent', value);
  }

  private number(value: number): string {
    return value.toLocaleString(this.seat.words.language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  }

  /** Where somebody stands in the list of people. */
  private place(person: string): number {
    return this.seat.all('people').get(person)?.ordinal ?? 0;
  }

  // One row after another

  private discussTemplate(phase: PhaseEntity, rows: TallyRow[], row: TallyRow, running: boolean): TemplateResult {
    const { seat } = this;
    const name = seat.words.of(row.item.text);
    const settles = running && seat.may('settle') && !this.wall;
    const scores = [...row.scores.values()].sort((a, b) => a.level - b.level || this.place(a.by) - this.place(b.by));
    const first = scores.filter((score) => endOf(score.level, row.figures)).map((score) => seat.nameOf(score.by));
    return html`<section class="card" aria-label=${name}>
      <div class="rows" role="group" aria-label=${this.say('tally.rows')}>
        ${rows.map(
          (each, i) =>
            html`<button
              type="button"
              class="chip"
              aria-pressed=${each === row ? 'true' : 'false'}
              aria-label=${`${i + 1}. ${seat.words.of(each.item.text)}`}
              @click=${() => (this.looking = each.item.id)}
            >
              ${each.agreed ? icon('saved') : nothing} ${i + 1}
            </button>`,
        )}
      </div>
      <h2>${name}</h2>
      ${running && first.length > 0
        ? html`<p class="first">${this.say('tally.first', first.join(', '))}</p>`
        : nothing}
      <ul role="list" class="evidence">
        ${scores.map(
          (score) =>
            html`<li>
              <strong>${score.level}</strong
              ><span>${seat.nameOf(score.by)}${score.evidence ? html`: ${score.evidence}` : nothing}${score.late
                  ? html` <span class="chip late">${this.say('note.late')}</span>`
                  : nothing}</span>
            </li>`,
        )}
      </ul>
      ${settles
        ? this.settleTemplate(phase, row)
        : row.agreed
          ? html`<p><strong>${this.say('tally.agreedOn', row.agreed.level)}</strong></p>
              ${row.agreed.rationale ? html`<p class="rationale">${row.agreed.rationale}</p>` : nothing}`
          : html`<p class="soft small">${this.say('tally.notYet')}</p>`}
    </section>`;
  }

  private settleTemplate(phase: PhaseEntity, row: TallyRow): TemplateResult {
    const { seat } = this;
    const item = row.item.id;
    const draft = `anchor:${item}`;
    const level = this.chosen[item] ?? row.agreed?.level;
    const rationale = seat.drafts?.get(draft) || row.agreed?.rationale || '';
    const saved = row.agreed && row.agreed.level === level && row.agreed.rationale === rationale.trim();
    const lacks = this.lacking === item && rationale.trim() === '';
    return html`<div class="under">
      <span>${this.say('tally.agree')}</span>
      <div class="levels" role="radiogroup" aria-label=${this.say('tally.agree')}>
        ${Array.from({ length: phase.levels ?? 4 }, (_, n) => n + 1).map(
          (each) =>
            html`<label>
              <input
                type="radio"
                name="agreed-${item}"
                .checked=${level === each}
                @change=${() => (this.chosen = { ...this.chosen, [item]: each })}
              />
              ${each}
            </label>`,
        )}
      </div>
      <label class="under">
        <span>${this.say('tally.why')}</span>
        <textarea
          class="field"
          rows="2"
          maxlength=${LIMIT}
          data-anchor=${item}
          aria-required="true"
          aria-invalid=${lacks ? 'true' : 'false'}
          aria-describedby=${lacks ? `lacks-${item}` : nothing}
          .value=${rationale}
          @input=${(event: InputEvent) => {
            seat.drafts?.set(draft, (event.target as HTMLTextAreaElement).value);
            this.requestUpdate();
          }}
        ></textarea>
      </label>
      ${lacks ? html`<p class="lacks" id="lacks-${item}" role="alert">${this.say('tally.whyMissing')}</p>` : nothing}
      <div class="row">
        <button
          type="button"
          class="button primary"
          aria-disabled=${level && !saved ? 'false' : 'true'}
          @click=${() => level && !saved && this.settle(item, level)}
        >
          ${icon('check')} ${this.say('tally.record')}
        </button>
        ${saved ? html`<span class="state" role="status">${icon('saved')} ${this.say('note.saved')}</span>` : nothing}
      </div>
    </div>`;
  }

  private settle(item: string, level: number): void {
    const field = this.renderRoot.querySelector<HTMLTextAreaElement>(`[data-anchor="${CSS.escape(item)}"]`);
    const rationale = field?.value.trim() ?? '';
    if (rationale === '') {
      // Later scores are held against the reason, so that it is asked for before anything is sent.
      this.lacking = item;
      field?.focus();
      return;
    }
    this.lacking = '';
    this.seat.send('settle-score', { item, level, rationale });
    this.seat.drafts?.set(`anchor:${item}`, '');
    // Whoever records stays at the row until the group goes on.
    this.looking = item;
    const { [item]: _, ...others } = this.chosen;
    this.chosen = others;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tessera-agreement': Agreement;
  }
}
