/** The phrases by which words betray what they mean beside what they say; the server's own list. */
export interface Undertones {
  advice: readonly string[];
  judgement: readonly string[];
}

/** Lower-case words without accents, one space between them. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Whether `text`, meant as a question, reads like advice. */
export function isAdvice(text: string, { advice }: Undertones): boolean {
  return text
    .split(/[.!?;:…\n]+/u)
    .map((sentence) => `${plain(sentence)} `)
    .some((sentence) => advice.some((phrase) => sentence.startsWith(`${phrase} `)));
}

/** Whether `text`, meant as a description, reads like a judgement; what it quotes is the work's. */
export function isJudgement(text: string, { judgement }: Undertones): boolean {
  const words = ` ${plain(text.replace(/“[^”]*”|«[^»]*»|"[^"]*"/gu, ' '))} `;
  return judgement.some((phrase) => words.includes(` ${phrase} `));
}
