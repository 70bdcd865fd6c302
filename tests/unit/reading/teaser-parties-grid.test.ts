// Who takes a step and who is hit by it must not depend on which other countries the text mentions. Every title meets every
// sentence of teaser-tables.ts about a third country; the sentence between them and the countries change from cell to cell.
import { describe, expect, it } from 'vitest';
import { printReading } from '../../../src/reading/print-reading.ts';
import { readItem } from '../../../src/reading/read-item.ts';
import { fill, fillTitle, partyOf } from './teaser-casts.ts';
import { FIRST, SECOND, type Sentence, TITLES, type Title } from './teaser-tables.ts';

type Cell = { readonly title: Title; readonly first: Sentence; readonly second: Sentence };

function imposersOf({ title, first, second }: Cell): readonly ('A' | '')[] {
  if (title.namesImposer || first.namesImposer === 'yes') return ['A'];
  const mayBe = first.namesImposer === 'may' || second.namesImposer === 'may';
  return mayBe ? ['A', ''] : [''];
}

function targetsOf({ title, first }: Cell): readonly ('B' | 'WORLD')[] {
  if (title.hits === 'B' || (title.hits === 'nobody' && first.namesTarget === 'yes')) return ['B'];
  return title.hits === 'nobody' && first.namesTarget === 'may' ? ['B', 'WORLD'] : ['WORLD'];
}

/** The misreading of one cell, or nothing. */
function misread(cell: Cell, turn: number): string {
  const title = fillTitle(cell.title.text, turn);
  const summary = `${fill(cell.first.text, turn)} ${fill(cell.second.text, turn)}`.trim();
  const reading = readItem({ title, summary, published: '2026-03-10', lang: 'en' });
  const { imposers, targets } = printReading('x', reading);
  const codeOf = (party: string): string =>
    party === 'A' || party === 'B' ? partyOf(turn, party).code : party;
  const isRight =
    imposersOf(cell).map(codeOf).includes(imposers.join()) &&
    targetsOf(cell).map(codeOf).includes(targets.join());
  return isRight ? '' : `${title} // ${summary}: ${imposers.join()} > ${targets.join()}`;
}

function isAbout(sentence: Sentence, title: Title): boolean {
  const mayStand = title.hits !== 'all' || sentence.namesTarget === 'no';
  return sentence.kinds.includes(title.kind) && mayStand;
}

// "India said it would respond" tells who is hit where nothing else does.
function speaksOfTarget(second: Sentence, title: Title): boolean {
  return title.hits === 'B' || !second.text.includes('{B');
}

describe('a country that the text only mentions', () => {
  it.each(Object.entries(SECOND))('takes no part: %s', (_what, sentences) => {
    let turn = 0;
    const misreadings = TITLES.flatMap((title) =>
      sentences.flatMap((second) => {
        if (!second.kinds.includes(title.kind) || !speaksOfTarget(second, title)) return [];
        turn += 1;
        const firsts = FIRST.filter((first) => isAbout(first, title));
        const first = firsts[turn % firsts.length] as Sentence;
        return misread({ title, first, second }, turn);
      }),
    );
    expect(misreadings.filter((text) => text !== '')).toEqual([]);
    expect(misreadings.length).toBeGreaterThan(TITLES.length);
  });
});
