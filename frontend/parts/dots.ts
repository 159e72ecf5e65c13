import { css, html, nothing, type TemplateResult } from 'lit';
import { dotsOf } from '../room/acts.ts';
import type { Tally } from '../room/entities.ts';
import type { Seat } from '../room/seat.ts';
import { icon } from './icons.ts';

/** The dots on a note or group: one's own while the vote runs, everybody's once it is over. */
export function dotsTemplate(
  target: string,
  name: string,
  seat: Seat,
  tally: Tally | undefined,
  tabindex: number,
): TemplateResult | typeof nothing {
  const words = seat.words;
  if (seat.may('vote')) {
    const { given, left, underWay } = dotsOf(seat, target);
    const shown = Math.max(0, given + underWay);
    return html`<span class="dots" role="group" aria-label=${words.say('dots.on', name)}>
      <button
        type="button"
        class="tool"
        data-act="unvote"
        data-on=${target}
        tabindex=${tabindex}
        aria-label=${words.say('dots.take')}
        title=${words.say('dots.take')}
        aria-disabled=${shown === 0 ? 'true' : nothing}
      >
        ${icon('minus')}
      </button>
      <span class="given" aria-hidden="true"
        >${Array.from({ length: shown }, (_, i) => html`<i class=${i < given ? 'dot' : 'dot hollow'}></i>`)}${shown === 0
          ? html`<i class="dot none"></i>`
          : nothing}</span
      >
      <span class="aloud" aria-live="polite">${words.count('dots.yours', shown)}</span>
      <button
        type="button"
        class="tool"
        data-act="vote"
        data-on=${target}
        tabindex=${tabindex}
        aria-label=${words.say('dots.give')}
        title=${left === 0 ? words.say('dots.spent') : words.say('dots.give')}
        aria-disabled=${left === 0 ? 'true' : nothing}
      >
        ${icon('plus')}
      </button>
    </span>`;
  }
  const count = tally?.counts[target] ?? 0;
  if (count > 0) {
    return html`<span class="tally" title=${words.count('dots.count', count)}
      ><span class="given" aria-hidden="true"
        >${Array.from({ length: Math.min(count, 8) }, () => html`<i class="dot"></i>`)}</span
      ><b aria-hidden="true">${count}</b><span class="aloud">${words.count('dots.count', count)}</span></span
    >`;
  }
  return nothing;
}

export const dotsLooks = css`
  .dots,
  .tally {
    display: inline-flex;
    align-items: center;
    gap: 0.1rem;
    color: var(--ink);
  }

  .tally {
    gap: 0.4em;
  }

  .dots .tool {
    border: 1px solid var(--line);
    border-radius: 50%;
    background: var(--raised);
    color: var(--ink);
    inline-size: 1.9rem;
    block-size: 1.9rem;
  }

  .given {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 3px;
    justify-content: center;
    min-inline-size: 1.6rem;
    padding-inline: 0.2rem;
  }

  .tally .given {
    min-inline-size: 0;
    padding: 0;
  }

  .dot {
    inline-size: 0.72rem;
    block-size: 0.72rem;
    border-radius: 50%;
    border: 2px solid var(--accent);
    background: var(--accent);
  }

  .dot.hollow {
    background: transparent;
  }

  .dot.none {
    border: 1.5px dashed var(--line-strong);
    background: transparent;
  }

  @media (pointer: coarse) {
    .dots .tool {
      inline-size: 2.6rem;
      block-size: 2.6rem;
    }
  }
`;
