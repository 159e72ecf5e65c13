import { css } from 'lit';

/** What checklist, score sheet and tally share. */
export const instrumentLooks = css`
  :host {
    display: block;
    /* What is hidden from the eyes scrolls here too, and not the page. */
    position: relative;
    overflow-y: auto;
    padding: 3px;
    margin: -3px;
  }

  .sheet {
    display: grid;
    gap: 0.9rem;
  }

  .card {
    display: grid;
    gap: 0.8rem;
    padding: 1rem 1.1rem;
    border: 1px solid var(--line);
    border-radius: calc(var(--radius) + 0.25rem);
    background: var(--raised);
  }

  .card h2 {
    font-size: 1.15em;
    line-height: 1.4;
    text-wrap: pretty;
    overflow-wrap: anywhere;
  }

  .count {
    color: var(--ink-soft);
    font-size: 0.875em;
    font-weight: 600;
  }

  .levels {
    display: flex;
    flex-wrap: wrap;
    gap: 0.45rem;
  }

  .levels label {
    display: grid;
    place-items: center;
    min-inline-size: 3rem;
    min-block-size: 2.9rem;
    padding: 0.2rem 0.9rem;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    background: var(--surface);
    font-weight: 650;
    font-variant-numeric: tabular-nums;
    cursor: pointer;
  }

  .levels input {
    position: absolute;
    opacity: 0;
    inline-size: 1px;
    block-size: 1px;
  }

  .levels label:has(:checked) {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
  }

  .levels label:has(:focus-visible) {
    outline: 2px solid var(--tessera-focus, Highlight);
    outline-offset: 2px;
  }

  .levels label:has(:disabled) {
    cursor: not-allowed;
    opacity: 0.6;
  }

  .under {
    display: grid;
    gap: 0.35rem;
  }

  .under > span:first-child {
    font-size: 0.875em;
    font-weight: 600;
  }

  .state {
    display: inline-flex;
    align-items: center;
    gap: 0.35em;
    min-block-size: 1.4em;
    color: var(--ink-soft);
    font-size: 0.8125em;
  }

  .under > .row {
    margin-block-start: 0.35rem;
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    align-items: center;
  }

  @media (forced-colors: active) {
    .levels label:has(:checked) {
      border-width: 3px;
    }
  }
`;
