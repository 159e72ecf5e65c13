import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';
import type { Consensus, Item, PhaseEntity, YesOrNo } from '../room/entities.ts';
import { checklistFor, itemsOf, outcomes, share } from '../room/items.ts';
import { icon } from './icons.ts';
import { instrumentLooks } from './instrument-looks.ts';
import { looks } from './looks.ts';
import { Part } from './part.ts';

const LIMIT = 2_000;
const SIDES = ['yes', 'no'] as const;

/** Item by item: yes or no, and why, until enough agree. */
@customElement('tessera-checklist')
export class Checklist extends Part {
  static override styles = [
    looks,
    instrumentLooks,
    css`
      .progress {
        display: flex;
        flex-wrap: wrap;
        gap: 0.3rem;
      }

      .progress button {
        display: inline-grid;
        place-items: center;
        min-inline-size: 2.25rem;
        min-block-size: 2.25rem;
        padding: 0 0.4rem;
        border: 1px solid var(--line-strong);
        border-radius: 0.5rem;
        background: var(--surface);
        font-weight: 650;
        font-variant-numeric: tabular-nums;
      }

      .progress button.yes,
      .progress button.no,
      .progress button.none {
        border-color: transparent;
        background: var(--sunken);
      }

      .progress button.yes {
        background: var(--tessera-good-soft, var(--accent-soft));
        color: var(--good-ink);
      }

      .progress button.none {
        background: var(--warn-soft);
        color: var(--warn-ink);
      }

      .progress button.here {
        border: 2px solid var(--accent);
      }

      .progress button[aria-current='true'] {
        box-shadow: 0 0 0 2px var(--surface), 0 0 0 4px var(--accent);
      }

      .progress .icon {
        inline-size: 0.9em;
        block-size: 0.9em;
      }

      .sides {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 0.6rem;
      }

      .sides label {
        display: flex;
        align-items: center;
        justify-content: center;
        gap: 0.5rem;
        min-block-size: 3.6rem;
        border: 1px solid var(--line-strong);
        border-radius: var(--radius);
        background: var(--surface);
        font-size: 1.15em;
        font-weight: 650;
        cursor: pointer;
      }

      .sides input {
        position: absolute;
        opacity: 0;
        inline-size: 1px;
        block-size: 1px;
      }

      .sides label:has(:checked) {
        border-color: var(--accent);
        background: var(--accent);
        color: var(--on-accent);
      }

      .sides label:has(:focus-visible) {
        outline: 2px solid var(--tessera-focus, Highlight);
        outline-offset: 2px;
      }

      .bar {
        position: relative;
        block-size: 1.5rem;
        border-radius: 0.4rem;
        background: var(--sunken);
        overflow: hidden;
      }

      .bar i {
        position: absolute;
        inset-block: 0;
        inset-inline-start: 0;
        background: var(--accent);
        opacity: 0.55;
        transition: inline-size var(--quick);
      }

      .bar.enough i {
        background: var(--good-ink);
        opacity: 1;
      }

      .mark {
        position: absolute;
        inset-block: 0;
        inline-size: 2px;
        background: var(--ink);
        box-shadow: 0 0 0 1.5px var(--surface);
      }

      .figures {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: 0.2rem 1rem;
        font-variant-numeric: tabular-nums;
      }

      .figures strong {
        font-weight: 650;
      }

      .whys li {
        display: grid;
        grid-template-columns: 2.6em 1fr;
        padding-block: 0.3rem;
        border-block-start: 1px solid var(--line);
        overflow-wrap: anywhere;
        white-space: pre-wrap;
      }

      .whys strong {
        font-size: 0.875em;
      }

      .verdict {
        display: flex;
        gap: 0.6rem;
        padding: 0.6rem 0.8rem;
        border-radius: var(--radius);
        background: var(--sunken);
        font-weight: 600;
      }

      .verdict.yes {
        background: var(--tessera-good-soft, var(--accent-soft));
        color: var(--good-ink);
      }

      .verdict.none {
        background: var(--warn-soft);
        color: var(--warn-ink);
      }

      .rationale {
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }

      .settle {
        padding-block-start: 0.8rem;
        border-block-start: 1px solid var(--line);
      }

      @media (forced-colors: active) {
        .bar {
          border: 1px solid;
        }

        .sides label:has(:checked) {
          border-width: 3px;
        }
      }
    `,
  ];

  @property({ type: Boolean }) wall = false;
  /** The item somebody looks at on their own; else the one the group is at. */
  @state() private looking: string | undefined;
  private groupAt: string | undefined;

  protected override render(): TemplateResult {
    const { seat } = this;
    const phase = checklistFor(seat.phase, seat.all('phases'), seat.all('consensus'));
    const items = phase ? itemsOf(phase, seat.all('phases'), seat.all('items')) : [];
    if (!phase || items.length === 0) {
      return html`<p class="calm">${icon('outline')} <span>${this.say('checklist.nothing')}</span></p>`;
    }
    const open = items.find((item) => this.consensus(phase, item)?.open);
    if (open?.id !== this.groupAt) {
      this.groupAt = open?.id;
      this.looking = undefined;
    }
    const item = items.find((each) => each.id === this.looking) ?? open ?? items[0]!;
    const settled = items.filter((each) => this.consensus(phase, each)?.settled).length;
    return html`<div class="sheet">
      <div class="under">
        <span class="count">${this.say('checklist.progress', settled, items.length)}</span>
        <div class="progress" role="group" aria-label=${this.say('checklist.items')}>
          ${items.map((each, i) => this.stepTemplate(phase, each, i, each === item, each === open))}
        </div>
      </div>
      ${this.itemTemplate(phase, item, items.indexOf(item), items.length, open)}
    </div>`;
  }

  private consensus(phase: PhaseEntity, item: Item): Consensus | undefined {
    return this.seat.all('consensus').get(`${phase.id}:${item.id}`);
  }

  private stepTemplate(phase: PhaseEntity, item: Item, i: number, shown: boolean, here: boolean): TemplateResult {
    const settled = this.consensus(phase, item)?.settled;
    const name = [
      `${i + 1}. ${this.seat.words.of(item.text)}`,
      settled ? this.say(`checklist.settled.${settled}`) : this.say('checklist.open'),
      here ? this.say('checklist.here') : '',
    ].filter(Boolean);
    return html`<button
      type="button"
      class="${settled ?? ''} ${here ? 'here' : ''}"
      aria-current=${shown ? 'true' : 'false'}
      aria-label=${name.join(', ')}
      title=${name.join(', ')}
      @click=${() => (this.looking = item.id)}
    >
      ${settled ? icon(settled === 'yes' ? 'saved' : settled === 'no' ? 'close' : 'minus') : i + 1}
    </button>`;
  }

  private itemTemplate(phase: PhaseEntity, item: Item, i: number, of: number, open: Item | undefined): TemplateResult {
    const { seat } = this;
    const consensus = this.consensus(phase, item);
    const running = seat.phase?.id === phase.id && !this.wall;
    const answers = running && seat.may('answer') && !consensus?.settled;
    const settles = running && seat.may('settle');
    return html`<section class="card" aria-label=${this.say('checklist.number', i + 1, of)}>
      <span class="count">${this.say('checklist.number', i + 1, of)}</span>
      <h2>${seat.words.of(item.text)}</h2>
      ${open && item !== open && running
        ? html`<p class="row">
            <span class="soft small">${this.say('checklist.elsewhere', seat.words.of(open.text))}</span>
            <button type="button" class="button slim" @click=${() => (this.looking = undefined)}>
              ${this.say('checklist.back')}
            </button>
          </p>`
        : nothing}
      ${answers ? this.answerTemplate(phase, item) : this.reasonNotTemplate(running, consensus)}
      ${consensus ? this.shareTemplate(consensus, phase.threshold ?? 80) : nothing}
      ${consensus?.settled ? this.settledTemplate(consensus) : nothing}
      ${settles && consensus ? this.settleTemplate(phase, item, consensus) : nothing}
    </section>`;
  }

  private reasonNotTemplate(running: boolean, consensus: Consensus | undefined): TemplateResult | typeof nothing {
    return running && !consensus?.settled && !this.seat.may('answer')
      ? html`<p class="calm">
          ${icon('private')}
          <span>${this.say(this.seat.me?.role === 'presenter' ? 'checklist.listening' : 'checklist.watching')}</span>
        </p>`
      : nothing;
  }

  // Answering

  private answerTemplate(phase: PhaseEntity, item: Item): TemplateResult {
    const { seat } = this;
    const given = seat.all('opinions').get(`${seat.you}:${phase.id}:${item.id}`);
    const underWay = seat.waiting
      .filter(({ command }) => command.type === 'answer-item' && command.item === item.id)
      .at(-1)?.command;
    const answer = (underWay?.answer as YesOrNo | undefined) ?? given?.answer;
    const why = this.draftOf(`why:${item.id}`) ?? (underWay?.why as string | undefined) ?? given?.why ?? '';
    return html`<fieldset>
        <legend class="aloud">${this.say('checklist.question')}</legend>
        <div class="sides">
          ${SIDES.map(
            (side) =>
              html`<label>
                <input
                  type="radio"
                  name="side-${item.id}"
                  .checked=${answer === side}
                  @change=${() => this.answer(item, side)}
                />
                ${icon(side === 'yes' ? 'saved' : 'close')} ${this.say(`checklist.${side}`)}
              </label>`,
          )}
        </div>
      </fieldset>
      <label class="under">
        <span>${this.say('checklist.why')}</span>
        <textarea
          class="field"
          rows="2"
          maxlength=${LIMIT}
          data-why=${item.id}
          .value=${why}
          @input=${(event: InputEvent) => this.write(`why:${item.id}`, event)}
          @change=${() => answer && this.answer(item, answer)}
        ></textarea>
        <span class="state" role="status"
          >${answer === undefined
            ? this.say('checklist.unsigned')
            : html`${icon(underWay ? 'sending' : 'saved')}
              ${underWay ? this.say('note.sending') : this.say('checklist.given', this.say(`checklist.${answer}`))}`}</span
        >
      </label>`;
  }

  private answer(item: Item, answer: YesOrNo): void {
    const why = this.renderRoot.querySelector<HTMLTextAreaElement>(`[data-why="${CSS.escape(item.id)}"]`)?.value.trim() ?? '';
    this.seat.drafts?.set(`why:${item.id}`, '');
    this.seat.send('answer-item', { item: item.id, answer, why });
  }

  private draftOf(name: string): string | undefined {
    return this.seat.drafts?.get(name) || undefined;
  }

  private write(name: string, event: InputEvent): void {
    this.seat.drafts?.set(name, (event.target as HTMLTextAreaElement).value);
  }

  // Where the group stands

  private shareTemplate(of: Consensus, threshold: number): TemplateResult {
    const side: YesOrNo = of.no > of.yes ? 'no' : 'yes';
    const enough = of.answered > 0 && of.percent >= threshold;
    const sentence =
      of.answered === 0
        ? this.say('checklist.nobody', of.entitled)
        : this.say(`checklist.share.${side}`, share(side === 'yes' ? of.yes : of.no, of.answered), threshold);
    return html`<div class="under">
      <div class="bar ${enough ? 'enough' : ''}" aria-hidden="true">
        <i style=${styleMap({ inlineSize: `${of.percent}%` })}></i>
        <span class="mark" style=${styleMap({ insetInlineStart: `calc(${threshold}% - 1px)` })}></span>
      </div>
      <div class="figures">
        <strong>${sentence}</strong>
        <span class="soft">${this.say('checklist.counts', of.yes, of.no, of.answered, of.entitled)}</span>
      </div>
    </div>`;
  }

  private settledTemplate(of: Consensus): TemplateResult {
    return html`<p class="verdict ${of.settled}">
        ${icon(of.settled === 'yes' ? 'check' : of.settled === 'no' ? 'close' : 'minus')}
        ${this.say(`checklist.settled.${of.settled}`)}
      </p>
      ${of.rationale ? html`<p class="rationale">${of.rationale}</p>` : nothing}
      ${of.whys.length > 0
        ? html`<div class="under">
            <span>${this.say('checklist.whys')}</span>
            <ul role="list" class="whys">
              ${of.whys.map((why) => html`<li><strong>${this.say(`checklist.${why.answer}`)}</strong><span>${why.why}</span></li>`)}
            </ul>
          </div>`
        : nothing}`;
  }

  // Settling

  private settleTemplate(phase: PhaseEntity, item: Item, of: Consensus): TemplateResult {
    if (of.settled || !of.open) {
      return html`<div class="settle row">
        <button type="button" class="button" @click=${() => this.seat.send('open-item', { item: item.id })}>
          ${icon(of.settled ? 'change' : 'next')} ${this.say(of.settled ? 'checklist.again' : 'checklist.goHere')}
        </button>
      </div>`;
    }
    const can = outcomes(of, phase.threshold ?? 80);
    const waits = can.missing > 0 && !this.seat.leads;
    const name = `rationale:${item.id}`;
    return html`<div class="settle under">
      <label class="under">
        <span>${this.say(can.none ? 'checklist.rationale.needed' : 'checklist.rationale')}</span>
        <textarea
          class="field"
          rows="2"
          maxlength=${LIMIT}
          data-rationale=${item.id}
          .value=${this.draftOf(name) ?? of.rationale}
          @input=${(event: InputEvent) => {
            this.write(name, event);
            this.requestUpdate();
          }}
        ></textarea>
      </label>
      <div class="row">
        ${can.yes ? this.settleButton(item, 'yes', true) : nothing} ${can.no ? this.settleButton(item, 'no', true) : nothing}
        ${can.none ? this.settleButton(item, 'none', Boolean(this.draftOf(name)?.trim())) : nothing}
      </div>
      ${can.missing > 0
        ? html`<p class="soft small">
            ${this.seat.words.count(waits ? 'checklist.wait' : 'checklist.missing', can.missing)}
          </p>`
        : nothing}
    </div>`;
  }

  private settleButton(item: Item, agreed: YesOrNo | 'none', can: boolean): TemplateResult {
    return html`<button
      type="button"
      class="button ${agreed === 'none' ? '' : 'primary'}"
      aria-disabled=${can ? 'false' : 'true'}
      @click=${() => can && this.settle(item, agreed)}
    >
      ${icon(agreed === 'none' ? 'minus' : 'check')} ${this.say(`checklist.settle.${agreed}`)}
    </button>`;
  }

  private settle(item: Item, agreed: YesOrNo | 'none'): void {
    const field = this.renderRoot.querySelector<HTMLTextAreaElement>(`[data-rationale="${CSS.escape(item.id)}"]`);
    const rationale = field?.value.trim() ?? '';
    this.seat.drafts?.set(`rationale:${item.id}`, '');
    this.seat.send('settle-item', { item: item.id, agreed, rationale });
    this.tell(this.say(`checklist.settled.${agreed}`));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tessera-checklist': Checklist;
  }
}
