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
    ['Request for comments on a suspension', ['comments', 'halt']],
    ['Shares rise as Washington puts off levy', ['halt']],
    ['Abgabe auf Eis gelegt', ['halt']],
    ['Oslo regrets the global tariff', ['every-origin']],
    ['Washington puts duty on plate', []],
    ['Prórroga de la exención', ['extension']],
    ['El Supremo anula los aranceles', ['in-court']],
    ['Appeals court lets levies continue', ['in-court', 'stay']],
    ['Berufungsgericht: Zölle bleiben vorerst in Kraft', ['in-court', 'stay']],
    ['Appeals court rules levies illegal, they remain in place', ['in-court']],
    ['Levies remain in place', []],
    ['Ottawa backs down on beef duty', ['called-off']],
    ['Rom verzichtet auf Zölle', ['called-off']],
    ['Duty on beef unless Ottawa backs down', []],
    ['関税引き上げを撤回', ['called-off']],
    ['관세 철회 안하면 보복', ['in-answer']],
  ])('%s', (title, markers) => {
    expect([...stepMarkersIn(title)]).toEqual(markers);
  });

  it('does not find a marker inside a word', () => {
    expect([...stepMarkersIn('Semifinal of the courtship')]).not.toContain('definitive');
  });
});
