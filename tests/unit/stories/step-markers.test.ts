// Words that name a step within a dispute, in several languages.
import { describe, expect, it } from 'vitest';
import { stepMarkersIn } from '../../../src/stories/step-markers.ts';

describe('step markers', () => {
  it.each([
    ['Hanoi sets provisional duty', ['provisional']],
    ['Vorläufige Zölle auf Rohre', ['provisional']],
    ['Droits définitifs sur les tubes', ['definitive']],
    ['Commerce makes final determination', ['definitive']],
    ['Bonded stock rule prolonged', ['extension']],
    ['Remboursement des droits', ['refund']],
    ['Duty takes effect today', ['in-force']],
    ['Neue Abgabe tritt in Kraft', ['in-force']],
    ['関税が発効', ['in-force']],
    ['Judge rules on levies', ['in-court']],
    ['Request for comments on a suspension', ['comments']],
    ['Washington puts duty on plate', []],
  ])('%s', (title, markers) => {
    expect([...stepMarkersIn(title)]).toEqual(markers);
  });

  it('does not find a marker inside a word', () => {
    expect([...stepMarkersIn('Semifinal of the courtship')]).not.toContain('definitive');
  });
});
