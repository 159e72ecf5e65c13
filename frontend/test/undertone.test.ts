/// <reference types="node" />
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isAdvice, isJudgement } from '../room/undertone.ts';

const undertones = {
  advice: ['why don t you', 'have you thought of', 'no seria mejor', 'deberias'],
  judgement: ['good', 'should have', 'muy bien'],
};

describe('a question', () => {
  it('reads like advice by how a sentence of it begins', () => {
    assert.equal(isAdvice('Have you thought of groups?', undertones), true);
    assert.equal(isAdvice('It is long. Why don’t you split it?', undertones), true);
    assert.equal(isAdvice('¿No sería mejor en parejas?', undertones), true);
    assert.equal(isAdvice('How long have you thought of this?', undertones), false);
    assert.equal(isAdvice('¿Qué crees que deberías oír?', undertones), false);
  });
});

describe('a description', () => {
  it('reads like a judgement by a word of it that it does not quote', () => {
    assert.equal(isJudgement('A good start', undertones), true);
    assert.equal(isJudgement('They should have drawn it.', undertones), true);
    assert.equal(isJudgement('The goods are listed', undertones), false);
    assert.equal(isJudgement('She writes “a good idea”', undertones), false);
  });
});
