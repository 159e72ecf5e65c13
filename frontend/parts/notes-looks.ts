import { css } from 'lit';

export const notesLooks = css`
  :host {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
    min-inline-size: 0;
  }

  .toolbar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.35rem 0.6rem;
    padding-block-end: 0.6rem;
  }

  .toolbar h2 {
    font-size: 1.1em;
  }

  .toolbar .end {
    margin-inline-end: auto;
  }

  .toolbar h2 span {
    color: var(--ink-soft);
    font-weight: 500;
  }

  .scroll {
    flex: 1;
    min-block-size: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
    padding: 3px;
    margin: -3px;
    display: flex;
    flex-direction: column;
    gap: 1rem;
    scrollbar-gutter: stable;
  }

  .budget {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.3rem 0.7rem;
    padding: 0.45rem 0.75rem;
    margin-block-end: 0.6rem;
    border-radius: var(--radius);
    background: var(--accent-soft);
    color: var(--ink);
  }

  .company {
    padding-block: 0.3rem;
  }

  :host([tight]) .company .soft {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }

  .budget .given {
    justify-content: start;
  }

  /* The mosaic */
  .mosaic {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 12.75rem), 1fr));
    gap: 0.65rem;
    min-block-size: 3rem;
    border-radius: var(--radius);
  }

  .mosaic > li,
  .stack > li {
    display: grid;
    min-inline-size: 0;
  }

  .clusters {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr));
    gap: 0.75rem;
    align-items: start;
  }

  .cluster {
    display: flex;
    flex-direction: column;
    gap: 0.55rem;
    padding: 0.6rem;
    border-radius: calc(var(--radius) + 0.3rem);
    background: var(--sunken);
    border: 1px solid var(--line);
  }

  .cluster > header,
  .row-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.2rem 0.5rem;
  }

  .cluster h3,
  .row-head h3 {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .name {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    padding: 0.1rem 0.35rem;
    margin-inline-start: -0.35rem;
    border: 0;
    border-radius: 0.35rem;
    background: transparent;
    font-weight: 650;
    text-align: start;
    overflow-wrap: anywhere;
  }

  .name.unnamed {
    color: var(--ink-soft);
    font-weight: 550;
    font-style: italic;
  }

  button.name:hover {
    background: color-mix(in srgb, var(--ink) 8%, transparent);
  }

  .name .icon {
    color: var(--ink-soft);
    inline-size: 1em;
    block-size: 1em;
  }

  .count {
    color: var(--ink-soft);
    font-size: 0.8125em;
  }

  .stack {
    display: flex;
    flex-direction: column;
    gap: 0.5rem;
  }

  .columns {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 13rem), 1fr));
    gap: 0.9rem;
    align-items: start;
  }

  .column > h3 {
    padding-block-end: 0.45rem;
    margin-block-end: 0.55rem;
    border-block-end: 2px solid var(--edge);
    display: flex;
    align-items: center;
    justify-content: space-between;
  }

  .none-yet {
    color: var(--ink-soft);
    padding: 0.4rem 0.1rem;
    font-size: 0.875em;
  }

  .section-head {
    display: flex;
    align-items: baseline;
    gap: 0.5rem;
    margin-block-end: 0.5rem;
  }

  details.earlier > summary {
    display: flex;
    align-items: center;
    gap: 0.45rem;
    padding: 0.35rem 0.4rem;
    border-radius: 0.45rem;
    color: var(--ink-soft);
    font-weight: 600;
    cursor: pointer;
    list-style: none;
  }

  details.earlier > summary::-webkit-details-marker {
    display: none;
  }

  details.earlier > summary:hover {
    color: var(--ink);
    background: color-mix(in srgb, var(--ink) 5%, transparent);
  }

  details.earlier > summary .icon {
    transition: rotate var(--quick);
  }

  details.earlier[open] > summary .icon {
    rotate: 90deg;
  }

  details.earlier > div {
    display: flex;
    flex-direction: column;
    gap: 0.75rem;
    padding-block-start: 0.5rem;
  }

  /* One's own words, which nobody else sees */
  .own {
    display: flex;
    flex-direction: column;
    gap: 0.6rem;
    padding: 0.7rem;
    border: 1px dashed var(--line-strong);
    border-radius: calc(var(--radius) + 0.3rem);
  }

  .own > header {
    display: flex;
    align-items: center;
    gap: 0.5rem;
  }

  .own > header p {
    margin-inline-start: auto;
  }

  /* The outline */
  .rows {
    display: flex;
    flex-direction: column;
    gap: 0.4rem;
  }

  .outline section {
    display: flex;
    flex-direction: column;
    gap: 0.4rem;
  }

  .outline > section[data-group] {
    margin-block-end: 1rem;
  }

  .outline .note {
    padding: 0.45rem 0.7rem 0.35rem;
    gap: 0.15rem;
    box-shadow: none;
    border-inline-start: 4px solid var(--strong);
  }

  .outline .note.plain {
    column-gap: 0.55rem;
  }

  .outline .acts {
    margin-inline-end: -0.5rem;
  }

  /* Carrying a note */
  .ghost {
    position: fixed;
    z-index: 50;
    margin: 0;
    pointer-events: none;
    rotate: 1.5deg;
    scale: 0.94;
    opacity: 0.92;
    box-shadow: var(--tessera-shadow-lifted, 0 10px 24px rgb(0 0 0 / 0.25));
    cursor: grabbing;
  }

  .carrying .note {
    user-select: none;
  }

  .carried {
    opacity: 0.35;
  }

  .land-on .note {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
  }

  .land-on {
    z-index: 60;
  }

  .land-on::after {
    content: attr(data-hint);
    position: absolute;
    inset-inline: 0;
    inset-block-end: -0.9rem;
    margin-inline: auto;
    inline-size: max-content;
    padding: 0.05rem 0.6rem;
    border-radius: 1rem;
    background: var(--accent);
    color: var(--on-accent);
    font-size: 0.8125em;
    font-weight: 600;
    z-index: 2;
  }

  li {
    position: relative;
  }

  .land-before::before,
  .land-after::before {
    content: '';
    position: absolute;
    z-index: 2;
    border-radius: 2px;
    background: var(--accent);
    inset-block: 0;
    inline-size: 4px;
  }

  .land-before::before {
    inset-inline-start: -0.5rem;
  }

  .land-after::before {
    inset-inline-end: -0.5rem;
  }

  .stack > .land-before::before,
  .stack > .land-after::before,
  .rows > .land-before::before,
  .rows > .land-after::before {
    inset-inline: 0;
    inset-block: auto;
    inline-size: auto;
    block-size: 4px;
  }

  .stack > .land-before::before,
  .rows > .land-before::before {
    inset-block-start: -0.4rem;
  }

  .stack > .land-after::before,
  .rows > .land-after::before {
    inset-block-end: -0.4rem;
  }

  .land-in {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
  }

  /* Teaching what belongs here */
  .empty {
    display: grid;
    justify-items: center;
    gap: 0.5rem;
    padding: 2rem 1rem;
    text-align: center;
    color: var(--ink-soft);
    text-wrap: balance;
  }

  .empty .tile {
    font-size: 1.5rem;
  }

  .empty strong {
    color: var(--ink);
  }

  .empty .example {
    max-inline-size: 32ch;
    padding: 0.5rem 0.8rem;
    border: 1px dashed var(--edge, var(--line));
    border-radius: var(--radius);
    background: var(--tint, transparent);
    color: var(--ink);
    text-align: start;
  }

  .typing {
    color: var(--ink-soft);
    font-size: 0.8125em;
    min-block-size: 1.4em;
  }

  .moving-hint {
    position: sticky;
    inset-block-end: 0;
    z-index: 3;
    align-self: center;
    padding: 0.35rem 0.9rem;
    border-radius: 2rem;
    background: var(--tessera-inverse, var(--ink));
    color: var(--tessera-on-inverse, var(--surface));
    font-size: 0.875em;
  }

  dialog {
    max-inline-size: min(30rem, calc(100vw - 2rem));
    inline-size: 100%;
    max-block-size: min(80vh, 40rem);
    padding: 1.1rem 1.25rem;
    border: 1px solid var(--line);
    border-radius: calc(var(--radius) + 0.35rem);
    background: var(--raised);
    color: var(--ink);
    box-shadow: var(--tessera-shadow-lifted, 0 10px 30px rgb(0 0 0 / 0.3));
  }

  dialog::backdrop {
    background: rgb(0 0 0 / 0.4);
  }

  dialog h2 {
    font-size: 1.1em;
    margin-block-end: 0.75rem;
  }

  dialog .options {
    display: grid;
    gap: 0.4rem;
    margin-block-end: 0.9rem;
  }

  dialog .options .button {
    justify-content: start;
  }

  dialog p {
    margin-block-end: 0.8rem;
  }

  dl.keys {
    display: grid;
    grid-template-columns: max-content 1fr;
    gap: 0.45rem 1rem;
    margin: 0 0 1rem;
  }

  dl.keys dt {
    display: flex;
    align-items: start;
    gap: 0.2rem;
  }

  dl.keys dd {
    margin: 0;
  }

  kbd {
    display: inline-block;
    min-inline-size: 1.7em;
    padding: 0.02rem 0.4rem;
    border: 1px solid var(--line-strong);
    border-block-end-width: 2px;
    border-radius: 0.3rem;
    background: var(--surface);
    font: inherit;
    font-size: 0.8125em;
    font-weight: 600;
    text-align: center;
  }

  .editor {
    display: grid;
    gap: 0.4rem;
  }

  .editor div {
    display: flex;
    gap: 0.4rem;
  }

  :host([tight]) .toolbar .word {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }

  /* The projector's wall: to be read from the back row */
  :host([wall]) .scroll {
    gap: 1.4rem;
    scrollbar-width: none;
  }

  :host([wall]) :is(.mosaic, .clusters) {
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 13em), 1fr));
  }

  :host([wall]) .mark {
    display: none;
  }
`;
