import { describe, expect, it } from 'vitest';
import { ACTIONS } from '../../../../src/domain/reading.ts';
import {
  ACTION_OF,
  OBJECTS,
  stagesOf,
  WEIGHT_OF,
} from '../../../../src/reading/objects/action-table.ts';
import { inMood } from '../../../../src/reading/steps/read-mood.ts';
import { wordTerms } from '../../../../src/reference/trade-words.ts';

describe('the action table', () => {
  it('has a row and a weight for every verb family of the English word list', () => {
    const families = new Set(
      wordTerms('en')
        .filter((term) => term.class === 'verb')
        .map((term) => term.value),
    );
    const without = [...families].filter((family) => ACTION_OF[family] === undefined);
    expect(new Set(without)).toEqual(new Set(['quota']));
    for (const family of Object.keys(ACTION_OF)) expect(families).toContain(family);
    for (const family of Object.keys(WEIGHT_OF)) expect(ACTION_OF).toHaveProperty(family);
  });

  it('names only known objects and actions', () => {
    for (const row of Object.values(ACTION_OF)) {
      for (const [about, action] of Object.entries(row)) {
        expect(OBJECTS).toContain(about);
        expect(ACTIONS).toContain(action);
      }
    }
  });

  it('keeps the stage of the measure untouched by relief that is sought, granted or refused', () => {
    for (const action of ['exempted', 'exemption-sought', 'exemption-denied'] as const) {
      expect(stagesOf(action, true).stage).toBeNull();
      expect(stagesOf(action, true).relief).not.toBeNull();
    }
  });

  it('calls an act in force only when its day has come', () => {
    expect(stagesOf('imposed', true).stage).toBe('in-force');
    expect(stagesOf('imposed', false).stage).toBe('announced');
    expect(stagesOf('threatened', true).stage).toBe('threatened');
  });
});

describe('moods', () => {
  it.each([
    ['imposed', 'impose', 'threat', 'threatened'],
    ['increased', 'raise', 'plan', 'proposed'],
    ['removed', 'remove', 'plan', 'proposed'],
    ['exempted', 'exempt', 'seek', 'exemption-sought'],
    ['exempted', 'exempt', 'not', 'exemption-denied'],
    ['imposed', 'start', 'cond', 'imposed'],
    ['imposed', 'impose', 'urge', null],
    ['imposed', 'impose', 'not', null],
    ['imposed', 'impose', 'plain', 'imposed'],
  ] as const)('%s of family %s in mood %s is %s', (action, family, mood, told) => {
    expect(inMood(action, family, mood)).toBe(told);
  });
});
