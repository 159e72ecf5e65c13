/// <reference types="node" />
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';

const FRONTEND = join(import.meta.dirname, '..');
const MESSAGES = join(FRONTEND, '..', 'src', 'main', 'resources', 'messages');

const bundle = (file: string): Map<string, string> =>
  new Map(
    readFileSync(join(MESSAGES, file), 'utf8')
      .split('\n')
      .filter((line) => line.includes('=') && !line.startsWith('#'))
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );

const code = ['', 'room', 'parts']
  .flatMap((folder) => readdirSync(join(FRONTEND, folder)).map((file) => join(FRONTEND, folder, file)))
  .filter((file) => file.endsWith('.ts') && !/tessera-(upload|recorder|sketch|photo|waiting)\.ts$/.test(file))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');
const uploading = readFileSync(join(FRONTEND, 'tessera-upload.ts'), 'utf8');

const english = bundle('board.properties');
const spanish = bundle('board_es.properties');

const KINDS = [
  'note',
  'observation',
  'question',
  'interpretation',
  'implication',
  'helped',
  'change',
  'works',
  'doubt',
  'clarify',
  'clarifying',
  'probing',
  'feedback',
  'warm',
  'cool',
  'notice',
  'wonder',
  'speculation',
  'theme',
  'idea',
  'heard',
  'unheard',
  'resource',
  'passage',
  'assumption',
  'agree',
  'argue',
  'aspire',
  'hope',
  'fear',
  'norm',
  'intention',
];

describe('the wording of the board', () => {
  it('has the same keys in both languages', () => {
    assert.deepEqual([...spanish.keys()], [...english.keys()]);
  });

  it('has the same places to fill in', () => {
    for (const [key, pattern] of english) {
      const places = (text: string) => [...new Set(text.match(/\{\d\}/g) ?? [])].sort();
      assert.deepEqual(places(spanish.get(key)!), places(pattern), key);
    }
  });

  it('uses no straight apostrophe, which MessageFormat would swallow', () => {
    for (const [key, text] of [...english, ...spanish]) {
      assert.equal(text.includes("'"), false, key);
    }
  });

  it('has every key the code names outright', () => {
    const said = [
      ...[...code.matchAll(/\bsay\('([\w.-]+)'/g)].map((match) => match[1]!),
      ...[...code.matchAll(/\bsay\([^;{}'`]*\? '([\w.-]+)' : '([\w.-]+)'/g)].flatMap((match) => [match[1]!, match[2]!]),
    ];
    const counted = [...code.matchAll(/\bcount\('([\w.-]+)'/g)].flatMap((match) => [`${match[1]}.one`, `${match[1]}.many`]);
    const missing = [...said, ...counted].filter((key) => !english.has(`board.${key}`));
    assert.deepEqual(missing, []);
    assert.equal(said.length > 100, true);
  });

  for (const [prefix, names] of Object.entries({
    kind: KINDS,
    kinds: KINDS,
    'empty.kind': KINDS,
    example: KINDS,
    'write.placeholder': [...KINDS, 'private'],
    'write.to': ['open', 'sealed', 'private', 'listening', 'turn', 'scribe', 'locked', 'spent', 'between'],
    empty: ['open', 'private', 'sealed', 'waiting', 'listening', 'turn', 'scribe', 'locked', 'between', 'beside', 'closed'],
    act: ['edit', 'remove', 'post', 'keep', 'move', 'group', 'insert'],
    own: ['private', 'sealed', 'aside'],
    pane: ['pages', 'texts', 'check', 'goals', 'items', 'checklist', 'scores', 'agreement', 'questions', 'norms', 'choice', 'notes'],
    'checklist.settle': ['yes', 'no', 'none'],
    'checklist.settled': ['yes', 'no', 'none'],
    'checklist.share': ['yes', 'no'],
    tally: ['lowest', 'highest'],
    link: ['live', 'connecting', 'broken', 'signed-out', 'forbidden', 'gone'],
    material: ['work', 'context', 'rubric', 'text'],
    fingers: ['0', '1', '2', '3', '4', '5'],
    'clock.say': ['five', 'two', 'one', 'end'],
  })) {
    it(`has a word for every ${prefix}`, () => {
      assert.deepEqual(
        names.filter((name) => !english.has(`board.${prefix}.${name}`)),
        [],
      );
    });
  }
});

describe('the wording of uploads', () => {
  const exhibits = bundle('exhibit.properties');

  it('has every key the code names outright, in both languages', () => {
    const said = [...uploading.matchAll(/\bsay\('([\w.-]+)'/g)].map((match) => `exhibit.upload.${match[1]}`);
    assert.equal(said.length > 15, true);
    assert.deepEqual(
      said.filter((key) => !exhibits.has(key)),
      [],
    );
    assert.deepEqual([...bundle('exhibit_es.properties').keys()], [...exhibits.keys()]);
  });
});
