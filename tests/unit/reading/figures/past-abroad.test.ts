import { describe, expect, it } from 'vitest';
import { readItem } from '../../../../src/reading/read-item.ts';

const CASES = [
  [
    'de',
    'Ghana erhebt 35 Prozent Zoll auf Reis aus Kenia',
    'Das ist mehr als die im April angekündigten 20 Prozent.',
  ],
  [
    'nl',
    'Ghana voert heffing van 35 procent in op rijst uit Kenia',
    'Dat is hoger dan de 20 procent die in april werd aangekondigd.',
  ],
  [
    'nl',
    'Ghana voert heffing van 35 procent in op rijst uit Kenia',
    'In mei dreigde Ghana nog met 50 procent.',
  ],
  [
    'fr',
    'Le Ghana impose des droits de 35% sur le riz du Kenya',
    'En mai, il menaçait encore le Kenya de 50%.',
  ],
  ['pl', 'Ghana nakłada cło 35 proc. na ryż z Kenii', 'W maju groziła cłem 50 proc.'],
  ['ru', 'Гана вводит пошлину 35% на рис из Кении', 'В мае она грозила пошлиной 50%.'],
] as const;

describe('a rate that was threatened or announced before', () => {
  it.each(CASES)('%s: is none of the step: %s %s', (lang, title, summary) => {
    const read = readItem({ title, summary, published: '2025-06-10', lang });
    expect(read.rates.map(({ value }) => value)).toEqual([35]);
  });
});
