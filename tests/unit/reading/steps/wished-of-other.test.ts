// What one state wants of another is no step of that other, in whatever language and mood the wish is put.
import { describe, expect, it } from 'vitest';
import { readItem } from '../../../../src/reading/read-item.ts';

const WISHES: readonly (readonly [lang: string, title: string])[] = [
  ['es', 'La propuesta de Ghana es que Perú suspenda los aranceles al cacao'],
  ['pt', 'O pedido de Gana é que o Peru suspenda as tarifas sobre o cacau'],
  ['fr', 'Le souhait du Ghana est que le Pérou supprime les droits de douane sur le cacao'],
  ['it', 'La richiesta del Ghana è che il Perù sospenda i dazi sul cacao'],
  ['de', 'Ghana hofft, dass Peru die Zölle auf Kakao senkt'],
  ['nl', 'Ghana wil dat Peru de heffingen op cacao verlaagt'],
  ['pl', 'Ghana chce, aby Peru zniosło cła na kakao'],
  ['ru', 'Гана хочет, чтобы Перу отменило пошлины на какао'],
  ['ja', '「ガーナはカカオ関税の対象外に」、ガーナ通商相がペルーに要請'],
];
const DEEDS: readonly (readonly [lang: string, title: string, action: string])[] = [
  ['es', 'Ghana celebra que Perú suspende los aranceles al cacao', 'suspended'],
  ['pt', 'Gana confirma que o Peru suspende as tarifas sobre o cacau', 'suspended'],
  ['it', 'Il Perù annuncia che sospende i dazi sul cacao del Ghana', 'suspended'],
  ['de', 'Peru teilt mit, dass es die Zölle auf Kakao aus Ghana senkt', 'reduced'],
];

describe('a wish', () => {
  it.each(WISHES)('%s: "%s" asks for relief', (lang, title) => {
    const { action } = readItem({ title, summary: '', published: '2026-03-10', lang });
    expect(action).toBe('exemption-sought');
  });

  it.each(DEEDS)('%s: "%s" tells a deed', (lang, title, told) => {
    const { action } = readItem({ title, summary: '', published: '2026-03-10', lang });
    expect(action).toBe(told);
  });
});
