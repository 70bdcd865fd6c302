// What a trade tribunal finds, and inquiries that a title only names. A grid in our own words.
import { describe, expect, it } from 'vitest';
import { readItem } from '../../../src/reading/read-item.ts';

function read(title: string, summary = ''): string {
  const { relevance, action, imposers, targets } = readItem({
    title,
    summary,
    published: '2026-03-10',
    lang: 'en',
  });
  const [by, on] = [imposers, targets].map((facts) => facts.map(({ value }) => value).join());
  return `${relevance} ${action} ${by}>${on}`;
}

const WHO = [
  ['Canada', 'CA'],
  ['CITT', 'CA'],
  ['US ITC', 'US'],
  ['USITC', 'US'],
] as const;
const FINDS = ['determines', 'finds', 'rules', 'concludes', 'confirms', 'sees'];

describe('injury found', () => {
  it.each(WHO)('%s decides, and the goods come from Peru', (who, code) => {
    const wrong = FINDS.flatMap((finds) => [
      `${who} ${finds} injury from Peruvian rebar imports`,
      `${who} ${finds} material injury from Peruvian rebar`,
      `${who} ${finds} injury caused by dumped rebar from Peru`,
    ])
      .map((title) => [title, read(title)])
      .filter(([, got]) => got !== `yes other ${code}>PE`);
    expect(wrong).toEqual([]);
  });
});

describe('an inquiry that a title only names', () => {
  const NAMES = [
    'Preliminary injury inquiry',
    'Injury inquiry:',
    'Anti-dumping investigation:',
    'Safeguard inquiry into',
  ];
  it.each(NAMES)('%s steel strapping from Peru is opened', (name) => {
    expect(read(`${name} steel strapping from Peru`)).toBe('yes investigation-opened >PE');
  });

  it.each(['timeline', 'schedule', 'review postponed', 'what importers should know'])(
    'is not opened by a title about its %s',
    (about) => {
      expect(read(`Anti-dumping investigation ${about}: steel strapping`)).not.toMatch(/^yes/);
    },
  );
});

describe('customs guidance on a duty', () => {
  const GUIDES = ['issues guidance on', 'provides guidance on', 'posts filing instructions for'];
  it.each(GUIDES)('CBP %s it relays the act', (guides) => {
    const title = `CBP ${guides} Section 232 duties on trucks`;
    expect(read(title)).toBe('yes imposed US>WORLD');
  });
});
