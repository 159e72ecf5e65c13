import { css } from 'lit';

/** What all parts look like: type, buttons, fields, the colours of the kinds of note. The tokens come from the theme. */
export const looks = css`
  :host {
    --ink: var(--tessera-ink, CanvasText);
    --ink-soft: var(--tessera-ink-soft, GrayText);
    --line: var(--tessera-line, color-mix(in srgb, currentColor 18%, transparent));
    --line-strong: var(--tessera-line-strong, color-mix(in srgb, currentColor 55%, transparent));
    --surface: var(--tessera-surface, Canvas);
    --raised: var(--tessera-raised, Canvas);
    --sunken: var(--tessera-sunken, Canvas);
    --accent: var(--tessera-accent, AccentColor);
    --on-accent: var(--tessera-on-accent, AccentColorText);
    --accent-ink: var(--tessera-accent-ink, LinkText);
    --accent-soft: var(--tessera-accent-soft, color-mix(in srgb, AccentColor 12%, Canvas));
    --warn-ink: var(--tessera-warn-ink, currentColor);
    --warn-soft: var(--tessera-warn-soft, Canvas);
    --danger-ink: var(--tessera-danger-ink, currentColor);
    --danger-soft: var(--tessera-danger-soft, Canvas);
    --good-ink: var(--tessera-good-ink, currentColor);
    --radius: var(--tessera-radius, 0.625rem);
    --shadow: var(--tessera-shadow, 0 1px 3px rgb(0 0 0 / 0.12));
    --quick: 160ms;
    color: var(--ink);
    font: inherit;
    font-size: var(--board-font-size, 0.9375rem);
    line-height: 1.45;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  [hidden] {
    display: none !important;
  }

  h2,
  h3,
  h4,
  p,
  ul,
  ol,
  figure,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
  }

  ul,
  ol {
    list-style: none;
  }

  h2,
  h3,
  h4 {
    font-size: inherit;
    font-weight: 600;
    text-wrap: balance;
  }

  .icon {
    inline-size: 1.2em;
    block-size: 1.2em;
    flex: none;
    vertical-align: -0.22em;
  }

  .aloud {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .soft {
    color: var(--ink-soft);
  }

  .small {
    font-size: 0.8125em;
  }

  button {
    font: inherit;
    color: inherit;
    cursor: pointer;
  }

  :host(:focus-visible),
  :is(button, input, textarea, select, a, summary, [tabindex]):focus-visible {
    outline: 2px solid var(--tessera-focus, Highlight);
    outline-offset: 2px;
  }

  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.4em;
    min-block-size: 2.25rem;
    padding: 0.25rem 0.8rem;
    border: 1px solid var(--line);
    border-radius: 0.5rem;
    background: var(--raised);
    font-weight: 550;
    text-align: start;
    transition: background-color var(--quick), border-color var(--quick);
  }

  .button:hover {
    border-color: var(--line-strong);
  }

  .button.primary {
    border-color: transparent;
    background: var(--accent);
    color: var(--on-accent);
  }

  .button.primary:hover {
    background: color-mix(in oklab, var(--accent) 88%, var(--ink));
  }

  .button.quiet {
    border-color: transparent;
    background: transparent;
    color: var(--accent-ink);
  }

  .button.quiet:hover,
  .tool:hover {
    background: color-mix(in srgb, var(--ink) 8%, transparent);
  }

  .button.slim {
    min-block-size: 1.85rem;
    padding: 0.1rem 0.6rem;
    font-size: 0.875em;
  }

  .button[aria-disabled='true'],
  .tool[aria-disabled='true'] {
    opacity: 0.5;
    cursor: not-allowed;
  }

  .tool {
    display: inline-grid;
    place-items: center;
    inline-size: 2rem;
    block-size: 2rem;
    padding: 0;
    border: 0;
    border-radius: 0.45rem;
    background: transparent;
    color: var(--ink-soft);
    transition: background-color var(--quick), color var(--quick);
  }

  .tool:hover,
  .tool[aria-pressed='true'] {
    color: var(--ink);
  }

  .tool[aria-pressed='true'] {
    background: var(--accent-soft);
    color: var(--accent-ink);
  }

  @media (pointer: coarse) {
    .tool {
      inline-size: 2.5rem;
      block-size: 2.5rem;
    }

    .button,
    .button.slim {
      min-block-size: 2.5rem;
    }
  }

  .choices {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 2px;
    padding: 2px;
    border-radius: 0.6rem;
    background: var(--sunken);
  }

  .choices button {
    display: inline-flex;
    align-items: center;
    gap: 0.35em;
    min-block-size: 2rem;
    padding: 0.1rem 0.7rem;
    border: 0;
    border-radius: 0.45rem;
    background: transparent;
    color: var(--ink-soft);
    font-weight: 550;
    white-space: nowrap;
  }

  .choices button[aria-pressed='true'] {
    background: var(--raised);
    color: var(--ink);
    box-shadow: var(--shadow);
  }

  .field {
    inline-size: 100%;
    padding: 0.5rem 0.65rem;
    border: 1px solid var(--line-strong);
    border-radius: 0.5rem;
    background: var(--raised);
    color: var(--ink);
    font: inherit;
    line-height: 1.45;
  }

  @media (pointer: coarse) {
    .field {
      /* Below 16 px phones zoom into the page when a field is entered. */
      font-size: max(16px, 1em);
    }
  }

  textarea.field {
    display: block;
    resize: none;
    field-sizing: content;
    min-block-size: 2.4rem;
    max-block-size: 12rem;
    overflow-y: auto;
  }

  .chip {
    display: inline-flex;
    align-items: center;
    gap: 0.3em;
    padding: 0.05rem 0.5rem;
    border: 1px solid var(--line);
    border-radius: 1rem;
    background: var(--raised);
    font-size: 0.8125em;
    font-weight: 550;
    white-space: nowrap;
  }

  button.chip:hover {
    border-color: var(--line-strong);
  }

  .calm {
    display: flex;
    gap: 0.6rem;
    align-items: flex-start;
    padding: 0.6rem 0.8rem;
    border-radius: var(--radius);
    background: var(--sunken);
  }

  .calm .icon {
    margin-block-start: 0.1em;
  }

  /* A kind of note is a hue; how light or strong it appears follows the colour scheme. */
  .kind {
    --hue: var(--tessera-hue-note, 250);
    --strength: 1;
    --tint: light-dark(
      oklch(0.976 calc(0.014 * var(--strength)) var(--hue)),
      oklch(0.288 calc(0.028 * var(--strength)) var(--hue))
    );
    --edge: light-dark(
      oklch(0.885 calc(0.038 * var(--strength)) var(--hue)),
      oklch(0.4 calc(0.05 * var(--strength)) var(--hue))
    );
    --strong: light-dark(
      oklch(0.5 calc(0.115 * var(--strength)) var(--hue)),
      oklch(0.74 calc(0.115 * var(--strength)) var(--hue))
    );
    --on-strong: light-dark(white, oklch(0.2 0.02 var(--hue)));
    --word: light-dark(
      oklch(0.42 calc(0.1 * var(--strength)) var(--hue)),
      oklch(0.86 calc(0.085 * var(--strength)) var(--hue))
    );
  }

  .kind-note {
    --strength: 0.35;
  }

  .kind-observation {
    --hue: var(--tessera-hue-observation, 235);
  }

  .kind-question {
    --hue: var(--tessera-hue-question, 75);
  }

  .kind-interpretation {
    --hue: var(--tessera-hue-interpretation, 300);
  }

  .kind-implication {
    --hue: var(--tessera-hue-implication, 165);
  }

  .kind-helped {
    --hue: var(--tessera-hue-helped, 350);
  }

  .kind-change {
    --hue: var(--tessera-hue-change, 50);
  }

  .kind-works {
    --hue: var(--tessera-hue-works, 150);
  }

  .kind-doubt {
    --hue: var(--tessera-hue-doubt, 25);
  }

  .kind-clarify {
    --hue: var(--tessera-hue-clarify, 95);
  }

  .kind-clarifying {
    --hue: var(--tessera-hue-clarifying, 85);
  }

  .kind-probing {
    --hue: var(--tessera-hue-probing, 60);
  }

  .kind-feedback {
    --hue: var(--tessera-hue-feedback, 330);
  }

  .kind-warm {
    --hue: var(--tessera-hue-warm, 40);
  }

  .kind-cool {
    --hue: var(--tessera-hue-cool, 220);
  }

  .kind-notice {
    --hue: var(--tessera-hue-notice, 235);
  }

  .kind-wonder {
    --hue: var(--tessera-hue-wonder, 285);
  }

  .kind-speculation {
    --hue: var(--tessera-hue-speculation, 310);
  }

  .kind-theme {
    --hue: var(--tessera-hue-theme, 165);
  }

  .kind-heard {
    --hue: var(--tessera-hue-heard, 235);
  }

  .kind-unheard {
    --hue: var(--tessera-hue-unheard, 285);
  }

  .kind-idea {
    --hue: var(--tessera-hue-idea, 95);
  }

  .kind-resource {
    --hue: var(--tessera-hue-resource, 195);
  }

  .kind-passage {
    --hue: var(--tessera-hue-passage, 255);
  }

  .kind-assumption {
    --hue: var(--tessera-hue-assumption, 20);
  }

  .kind-agree {
    --hue: var(--tessera-hue-agree, 150);
  }

  .kind-argue {
    --hue: var(--tessera-hue-argue, 10);
  }

  .kind-aspire {
    --hue: var(--tessera-hue-aspire, 180);
  }

  .kind-hope {
    --hue: var(--tessera-hue-hope, 130);
  }

  .kind-fear {
    --hue: var(--tessera-hue-fear, 275);
  }

  .kind-norm {
    --hue: var(--tessera-hue-norm, 205);
  }

  .kind-intention {
    --hue: var(--tessera-hue-intention, 168);
  }

  .kind-word {
    display: inline-flex;
    align-items: center;
    gap: 0.45em;
    color: var(--word);
    font-size: 0.8125em;
    font-weight: 650;
  }

  /* The tessera: a small square of the kind's colour with its drawing. */
  .tile {
    display: inline-grid;
    place-items: center;
    flex: none;
    inline-size: 1.6em;
    block-size: 1.6em;
    border-radius: 0.3em;
    background: var(--strong);
    color: var(--on-strong);
  }

  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      transition: none !important;
      animation: none !important;
      scroll-behavior: auto !important;
    }
  }

  @media (forced-colors: active) {
    .tile,
    .choices button[aria-pressed='true'] {
      border: 1px solid;
    }
  }
`;
