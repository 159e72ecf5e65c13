import { svg, type SVGTemplateResult } from 'lit';

/** Line drawings on a 24 × 24 grid, drawn in the colour of the text around them. Decoration: a word stands beside each. */
const PATHS = {
  // Kinds of note
  note: 'M5 4h14v11l-5 5H5zM19 15h-5v5',
  observation: 'M2.5 12s3.5-6.5 9.5-6.5 9.5 6.5 9.5 6.5-3.5 6.5-9.5 6.5S2.5 12 2.5 12zM12 9.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6z',
  question: 'M8.2 8.6a3.9 3.9 0 1 1 5.6 3.9c-1.2.6-1.8 1.3-1.8 2.7M12 19.2v.1',
  interpretation: 'M9 18h6M10 21h4M12 3a6.2 6.2 0 0 0-3.6 11.2c.7.5 1.1 1.3 1.1 2.1h5c0-.8.4-1.6 1.1-2.1A6.2 6.2 0 0 0 12 3z',
  implication: 'M4 18c0-6 4-9 11-9M11 4.5 15.8 9 11 13.5M19.5 5v14',
  helped: 'M12 20s-7.5-4.6-7.5-10A4.3 4.3 0 0 1 12 7.3 4.3 4.3 0 0 1 19.5 10c0 5.4-7.5 10-7.5 10z',
  change: 'M4.5 10.5A7.7 7.7 0 0 1 19 8.6M19.5 4v4.8h-4.8M19.5 13.5A7.7 7.7 0 0 1 5 15.4M4.5 20v-4.8h4.8',
  works: 'M4.5 12.8 9.4 18 19.5 6.5',
  doubt: 'M12 4.2 21 19.5H3zM12 10v4.5M12 17v.1',
  clarify: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.3 15.3 20.5 20.5',
  clarifying: 'M8.2 8.6a3.9 3.9 0 1 1 5.6 3.9c-1.2.6-1.8 1.3-1.8 2.7M12 19.2v.1',
  probing: 'M12 4v9M8.5 9.5 12 13l3.5-3.5M5 17.5c2 2 4.3 3 7 3s5-1 7-3',
  feedback: 'M4 5h16v11H11l-4.5 4v-4H4zM8 9h8M8 12.2h5',
  norm: 'M12 3.5 19.5 7v5c0 4.4-3 7.3-7.5 8.8C7.5 19.3 4.5 16.4 4.5 12V7z',
  choice: 'M12 3v6M12 9l-6 4v8M12 9l6 4v8M9.5 5.5 12 3l2.5 2.5',
  people: 'M8.5 6a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM3 19.5c0-3 2.3-5 5.5-5s5.5 2 5.5 5M16 7.5a2.4 2.4 0 1 1 0 4.8M16.5 14.8c2.6.2 4.5 2 4.5 4.7',
  // States
  private: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  sealed: 'M3.5 6.5h17v11.5h-17zM3.5 7.2 12 13.2l8.5-6',
  aside: 'M4 5h16v14H4zM4 13h4.5l1.2 2.5h4.6l1.2-2.5H20',
  sending: 'M12 3.5a8.5 8.5 0 1 1-8.5 8.5',
  saved: 'M5 12.6 9.7 17.5 19 7',
  link: 'M5 12a7 7 0 0 1 14 0M8.4 12a3.6 3.6 0 0 1 7.2 0M12 12v.1',
  broken: 'M3.5 3.5l17 17M5 12a7 7 0 0 1 4-6.3M19 12a7 7 0 0 0-5.6-6.9M8.4 12c0-.9.3-1.7.9-2.4M12 12v.1M8 18h8',
  // Doing
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  close: 'M6 6l12 12M18 6 6 18',
  edit: 'M4.5 19.5l1-4.2L16.3 4.5l3.2 3.2L8.7 18.5zM13.8 7l3.2 3.2',
  remove: 'M5 7h14M9.5 7V4.5h5V7M7 7l.8 12.5h8.4L17 7M10.3 10.5v5.5M13.7 10.5v5.5',
  move: 'M12 3v18M3 12h18M9 6l3-3 3 3M9 18l3 3 3-3M6 9l-3 3 3 3M18 9l3 3-3 3',
  group: 'M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM16.5 13.5v6M13.5 16.5h6',
  post: 'M12 19V6M6.5 11 12 5.5 17.5 11M5 21.5h14',
  undo: 'M8.5 5 4 9.5 8.5 14M4.5 9.5h9a5.5 5.5 0 0 1 0 11H9',
  chain: 'M9.5 14.5l5-5M10.5 6.8 12.2 5a4.2 4.2 0 0 1 6 6l-1.8 1.7M13.5 17.2 11.8 19a4.2 4.2 0 0 1-6-6l1.8-1.7',
  insert: 'M4 5h16M4 10h8M4 15h6M13 15.5h7M17 12l3.5 3.5L17 19',
  grip: 'M9 5v.1M15 5v.1M9 12v.1M15 12v.1M9 19v.1M15 19v.1',
  board: 'M4 4h7v9H4zM13 4h7v5h-7zM13 11h7v9h-7zM4 15h7v5H4z',
  outline: 'M9 6h11M9 12h11M9 18h11M4.5 6v.1M4.5 12v.1M4.5 18v.1',
  help: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM9.6 9.7a2.5 2.5 0 1 1 3.6 2.3c-.8.4-1.2.9-1.2 1.8M12 16.6v.1',
  page: 'M6 3h8.5L19 7.5V21H6zM14 3v5h5',
  text: 'M5 6V4h14v2M12 4v16M9 20h6',
  goals: 'M5 21V4h12l-2.5 4L17 12H5',
  check: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM8 12.3l3 3 5-6',
  next: 'M9 5.5 15.5 12 9 18.5',
  previous: 'M15 5.5 8.5 12 15 18.5',
  fold: 'M4 4.5h16v15H4zM10 4.5v15M16.5 9.5 14 12l2.5 2.5',
  unfold: 'M4 4.5h16v15H4zM10 4.5v15M14 9.5l2.5 2.5-2.5 2.5',
  region: 'M4 8.5V4h4.5M15.5 4H20v4.5M20 15.5V20h-4.5M8.5 20H4v-4.5M9 9h6v6H9z',
  fit: 'M3 12h18M7 8l-4 4 4 4M17 8l4 4-4 4',
  bell: 'M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 2h-15zM10 21h4',
  quiet: 'M6 16.5V11a6 6 0 0 1 9-5.2M18 11v5.5l1.5 2h-15M10 21h4M4 4l16 16',
  hourglass: 'M7 3.5h10M7 20.5h10M8 3.5c0 5 3 5.5 3.6 8.5C11 15 8 15.5 8 20.5M16 3.5c0 5-3 5.5-3.6 8.5.6 3 3.6 3.5 3.6 8.5',
  same: 'M5 9.5h14M5 14.5h14',
  apart: 'M12 4v16M8.5 8.5 5 12l3.5 3.5M15.5 8.5 19 12l-3.5 3.5',
  pause: 'M8.5 5v14M15.5 5v14',
  dot: 'M12 6.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11z',
} as const;

export type IconName = keyof typeof PATHS;

/** Kinds of note that are drawn like another: there are more kinds than drawings people can tell apart. */
const LIKE: Record<string, IconName> = {
  clarifying: 'clarify',
  probing: 'question',
  feedback: 'helped',
  warm: 'helped',
  cool: 'question',
  notice: 'observation',
  wonder: 'question',
  speculation: 'interpretation',
  theme: 'group',
  idea: 'interpretation',
  heard: 'observation',
  unheard: 'question',
  resource: 'link',
  passage: 'text',
  assumption: 'doubt',
  agree: 'works',
  argue: 'doubt',
  aspire: 'goals',
  hope: 'helped',
  fear: 'doubt',
  norm: 'check',
  intention: 'implication',
};

/** The drawing called `name`; an unknown kind of note gets the plain note's. */
export function icon(name: string, className = 'icon'): SVGTemplateResult {
  const path = PATHS[name as IconName] ?? PATHS[LIKE[name] ?? 'note'];
  return svg`<svg class=${className} viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.9"
    stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false"><path d=${path}></path></svg>`;
}
