const PART = 64 * 1024;
const PRIME = 0x100000001b3n;
const MASK = 0xffffffffffffffffn;

/**
 * A digest of the first and the last part of a file and of its length (FNV-1a, 64 bits): tells whether somebody who comes
 * back picked the file they began with. It guards against a mistake, not against anybody; and unlike the browser's own
 * digests it works where a school serves its pages over plain http.
 */
export async function ends(file: Blob): Promise<string> {
  const parts = [file.slice(0, PART), file.slice(Math.max(PART, file.size - PART))];
  let digest = 0xcbf29ce484222325n;
  const take = (byte: number): void => {
    digest = ((digest ^ BigInt(byte)) * PRIME) & MASK;
  };
  [...String(file.size)].forEach((digit) => take(digit.charCodeAt(0)));
  for (const part of parts) {
    new Uint8Array(await part.arrayBuffer()).forEach(take);
  }
  return digest.toString(16).padStart(16, '0');
}
