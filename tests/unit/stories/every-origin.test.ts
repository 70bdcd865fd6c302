// A step on all countries as it is told in one of them.
import { describe, expect, it } from 'vitest';
import { areTwoVoices, mayMeanAll, tellsOfAll } from '../../../src/stories/every-origin.ts';
import { aSource, rates } from './a-source.ts';

function voice(title: string, target: string, summary = '') {
  return aSource({ title, summary, facts: { targets: [target], rates: rates(15) } });
}

describe('a target that was read', () => {
  it('may only speak, where the text tells of all origins', () => {
    const told = voice('Norway regrets new US duties', 'NO', 'The global tariff goes up to 15%.');

    expect(tellsOfAll(told)).toBe(true);
    expect(mayMeanAll(told)).toBe(true);
  });

  it('may stand for many, where there are several or the headline has none', () => {
    expect(mayMeanAll(aSource({ facts: { targets: ['CN', 'IN', 'JP'] } }))).toBe(true);
    expect(mayMeanAll(voice('US delays duty on beds', 'VN', 'Makers in Vietnam cheer.'))).toBe(
      true,
    );
  });

  it('is meant, where the headline names it', () => {
    expect(mayMeanAll(voice('US puts 15% duty on Norwegian salmon', 'NO'))).toBe(false);
  });

  it('is one of two voices on one tariff', () => {
    const [north, south] = [
      voice('Norway regrets the new 15% global tariff', 'NO'),
      voice('New Zealand calls the 15% global tariff unjustified', 'NZ'),
    ];

    expect(areTwoVoices(north, south)).toBe(true);
    expect(areTwoVoices(north, voice('US puts 15% on New Zealand', 'NZ'))).toBe(false);
  });
});
