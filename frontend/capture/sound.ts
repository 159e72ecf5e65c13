/** What a recorder knows of sound, without a browser. */

/** How loud a stretch of samples is, from 0 to 10; samples lie between -1 and 1. */
export function level(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) {
    sum += sample * sample;
  }
  const loudness = samples.length > 0 ? Math.sqrt(sum / samples.length) : 0;
  // speech lies between a hundredth and a half of the most; ears hear its logarithm
  return loudness < 0.003 ? 0 : Math.max(1, Math.min(10, Math.round((Math.log10(loudness) + 2.5) * 4.5)));
}

/** The key of the word for a level. */
export function loudness(level: number): 'silent' | 'quiet' | 'good' | 'loud' {
  return level === 0 ? 'silent' : level < 4 ? 'quiet' : level < 9 ? 'good' : 'loud';
}

/** Minutes and seconds, hours where there are some: 0:07, 12:30, 1:02:03. */
export function clock(millis: number): string {
  const seconds = Math.floor(millis / 1000);
  const two = (n: number): string => String(n).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** One sound of several, as a WAV file with one channel. A recording that was cut by a crash has a stretch for each time. */
export function wav(parts: readonly Float32Array[], rate: number): ArrayBuffer {
  const samples = parts.reduce((sum, part) => sum + part.length, 0);
  const file = new DataView(new ArrayBuffer(44 + samples * 2));
  const word = (at: number, text: string): void =>
    [...text].forEach((letter, i) => file.setUint8(at + i, letter.charCodeAt(0)));
  word(0, 'RIFF');
  file.setUint32(4, 36 + samples * 2, true);
  word(8, 'WAVEfmt ');
  file.setUint32(16, 16, true);
  file.setUint16(20, 1, true);
  file.setUint16(22, 1, true);
  file.setUint32(24, rate, true);
  file.setUint32(28, rate * 2, true);
  file.setUint16(32, 2, true);
  file.setUint16(34, 16, true);
  word(36, 'data');
  file.setUint32(40, samples * 2, true);
  let at = 44;
  for (const part of parts) {
    for (const sample of part) {
      file.setInt16(at, Math.round(Math.max(-1, Math.min(1, sample)) * 0x7fff), true);
      at += 2;
    }
  }
  return file.buffer as ArrayBuffer;
}
