/// <reference types="node" />
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Note, Norm, PhaseEntity } from '../room/entities.ts';
import { chosen, draftsOf, isDebrief, isKeptForFeedback, isOffBoard, questionsOf, takesFeedbackLater } from '../room/talk.ts';

const phase = (id: string, instrument: PhaseEntity['instrument'], kinds: string[] = []): PhaseEntity => ({
  id,
  instrument,
  kinds,
  ordinal: 0,
  name: { en: id },
  mode: 'OPEN',
  visibility: 'open',
  may: {},
  state: 'running',
});

const phases = new Map(
  [
    phase('clarify', 'questions', ['clarifying']),
    phase('feedback', 'board', ['warm', 'cool']),
    phase('write', 'board', ['norm']),
    phase('condense', 'norms', ['norm']),
  ].map((each) => [each.id, each]),
);

let ordinal = 0;
const note = (id: string, fields: Partial<Note> = {}): Note => ({
  id,
  by: 'ana',
  text: id,
  kind: 'clarifying',
  phase: 'clarify',
  state: 'posted',
  x: 0,
  y: 0,
  ordinal: ordinal++,
  ...fields,
});

describe('the question log', () => {
  it('keeps feedback for a later step only where there is one', () => {
    const asking = { ...phase('clarify', 'questions'), ordinal: 1 };
    const giving = { ...phase('give', 'board', ['warm', 'cool']), ordinal: 2 };
    const looking = { ...phase('look', 'board', ['helped', 'change']), ordinal: 3 };
    const all = (...list: PhaseEntity[]): Map<string, PhaseEntity> => new Map(list.map((each) => [each.id, each]));

    assert.equal(takesFeedbackLater(all(asking, giving, looking), asking), true);
    assert.equal(takesFeedbackLater(all(asking, giving, looking), giving), false);
    assert.equal(takesFeedbackLater(all(asking, looking), asking), false);
    assert.equal(takesFeedbackLater(all(asking, giving), undefined), false);
  });

  it('holds questions in their order, with the answers under each', () => {
    const how = note('how');
    const who = note('who');
    const answer = note('answer', { kind: 'note', replyTo: 'how' });

    assert.deepEqual(questionsOf([who, answer, how], phases), [
      { question: how, answers: [answer] },
      { question: who, answers: [] },
    ]);
  });

  it('has lost what is feedback, and never had what is private or of a board', () => {
    const others = [
      note('advice', { kind: 'feedback' }),
      note('mine', { state: 'private' }),
      note('clear', { kind: 'warm', phase: 'feedback' }),
    ];

    assert.deepEqual(questionsOf(others, phases), []);
  });

  it('keeps questions and answers off every board', () => {
    const current = phases.get('feedback');

    assert.equal(isOffBoard(note('how'), phases, current), true);
    assert.equal(isOffBoard(note('answer', { kind: 'note', replyTo: 'how' }), phases, current), true);
    assert.equal(isOffBoard(note('clear', { kind: 'warm', phase: 'feedback' }), phases, current), false);
  });

  it('lets feedback onto the board once the questions are over', () => {
    const advice = note('advice', { kind: 'feedback' });

    assert.equal(isOffBoard(advice, phases, phases.get('clarify')), true);
    assert.equal(isOffBoard(advice, phases, phases.get('feedback')), false);
  });
});

describe('a question that became feedback', () => {
  const event = (by: string, of: Note) => ({ event: 'e', at: '', by, type: 'note-retagged', put: { notes: [of] } });
  const advice = note('advice', { kind: 'feedback', by: 'eva' });

  it('is told to its writer alone', () => {
    assert.equal(isKeptForFeedback(event('ana', advice), 'eva'), true);
    assert.equal(isKeptForFeedback(event('ana', advice), 'leo'), false);
    assert.equal(isKeptForFeedback(event('eva', advice), 'eva'), false);
    assert.equal(isKeptForFeedback(event('ana', { ...advice, kind: 'probing' }), 'eva'), false);
  });
});

describe('drafts of norms', () => {
  it('come with the norm they became', () => {
    const listen = note('listen', { kind: 'norm', phase: 'write' });
    const time = note('time', { kind: 'norm', phase: 'condense' });
    const norm: Norm = { id: 'listen', text: 'We listen.', hard: 0, ordinal: 0 };

    assert.deepEqual(draftsOf([time, listen, note('how')], new Map([['listen', norm]])), [
      { draft: listen, norm },
      { draft: time, norm: undefined },
    ]);
  });

  it('lie among the norms while those are taken up, and those of that step stay there', () => {
    const early = note('listen', { kind: 'norm', phase: 'write' });

    assert.equal(isOffBoard(early, phases, phases.get('condense')), true);
    assert.equal(isOffBoard(early, phases, phases.get('feedback')), false);
    assert.equal(isOffBoard(note('time', { kind: 'norm', phase: 'condense' }), phases, phases.get('feedback')), true);
  });
});

describe('a choice', () => {
  it('is counted by what was chosen in the phase', () => {
    const picks = [
      { id: '1', by: 'ana', phase: 'choose', choice: 'north' },
      { id: '2', by: 'eva', phase: 'choose', choice: 'north' },
      { id: '3', by: 'leo', phase: 'choose', choice: 'south' },
      { id: '4', by: 'leo', phase: 'other', choice: 'north' },
    ];

    assert.deepEqual([...chosen(picks, 'choose')], [
      ['north', ['ana', 'eva']],
      ['south', ['leo']],
    ]);
  });
});

describe('a debrief', () => {
  it('asks both what helped and what to change', () => {
    assert.equal(isDebrief(phase('debrief', 'board', ['helped', 'change'])), true);
    assert.equal(isDebrief(phase('react', 'board', ['works', 'change'])), false);
    assert.equal(isDebrief(undefined), false);
  });
});
