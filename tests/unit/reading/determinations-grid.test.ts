// Who determines dumping, subsidies or injury, in whatever words: a step of that office, and one that imposes nothing by itself.
// What only waits for the determination, or moves its day, is none. A grid in our own words.
import { describe, expect, it } from 'vitest';
import { readItem } from '../../../src/reading/read-item.ts';

const OFFICES = [
  ['DOC', 'US'],
  ['Commerce', 'US'],
  ['US Commerce Department', 'US'],
  ['USITC', 'US'],
  ['CBSA', 'CA'],
  ['CITT', 'CA'],
  ['DGTR', 'IN'],
  ['European Commission', 'EU'],
  ['TRA', 'GB'],
  ['MOFCOM', 'CN'],
  ['ITAC', 'ZA'],
] as const;
const VERBS =
  'makes|issues|announces|publishes|reaches|hands down|releases|renders|delivers|posts'.split('|');
const STAGES =
  'preliminary|final|affirmative preliminary|final affirmative|preliminary affirmative'.split('|');
const KINDS =
  'antidumping|countervailing|AD|CVD|anti-dumping duty|dumping|AD/CVD|subsidy|injury|anti-circumvention'.split(
    '|',
  );
const NOUNS = 'determination|ruling|finding|decision|determinations|findings'.split('|');
const GOODS = [
  'on softwood lumber from Canada',
  'in steel rebar from Turkey',
  'regarding aluminum foil from China',
  'concerning paper plates from Thailand',
];

const pick = <Of>(list: readonly Of[], at: number): Of => list[at % list.length] as Of;

function readTitle(title: string) {
  return readItem({ title, summary: '', published: '2026-03-10', lang: 'en' });
}

describe('an office that determines', () => {
  it.each(OFFICES)('is the imposer of a determination: %s', (office, code) => {
    const wrong = KINDS.flatMap((kind, row) =>
      STAGES.flatMap((stage, column) => {
        const at = row * STAGES.length + column;
        const title = `${office} ${pick(VERBS, at)} ${stage} ${kind} ${pick(NOUNS, at)} ${pick(GOODS, at)}`;
        const { relevance, action, imposers } = readTitle(title);
        const isRead =
          relevance === 'yes' &&
          ['other', 'imposed', 'proposed'].includes(action ?? '') &&
          imposers.map(({ value }) => value).join() === code;
        return isRead ? [] : [`${title}: ${relevance} ${action}`];
      }),
    );
    expect(wrong).toEqual([]);
  });
});

const NOT_YET = [
  'Commerce postpones {what} on softwood lumber from Canada',
  'Postponement of {what}: Softwood Lumber From Canada',
  'Deadline for {what} on softwood lumber from Canada extended',
  'Commerce delays {what} on softwood lumber from Canada',
  'Canadian mills await {what} on softwood lumber',
  '{what} on softwood lumber from Canada due in May',
  'Commerce sets date for {what} on softwood lumber from Canada',
];

describe('a determination that is only awaited', () => {
  it.each(NOT_YET)('is no news of a step: %s', (frame) => {
    const wrong = KINDS.slice(0, 5)
      .map((kind) => frame.replace('{what}', `final ${kind} determination`))
      .filter((title) => readTitle(title).relevance === 'yes');
    expect(wrong).toEqual([]);
  });
});
