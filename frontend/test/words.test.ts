/// <reference types="node" />
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { countWords } from '../writing/words.ts';

const CASES = JSON.parse(readFileSync(join(import.meta.dirname, 'words.json'), 'utf8')) as {
  text: string;
  words: number;
}[];

describe('counting words', () => {
  for (const { text, words } of CASES) {
    it(`finds ${words} in ${JSON.stringify(text)}`, () => assert.equal(countWords(text), words));
  }
});
