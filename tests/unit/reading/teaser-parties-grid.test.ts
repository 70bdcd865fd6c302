// Who takes a step and who is hit by it must not depend on which other countries the text mentions. Every title meets every
// sentence of teaser-tables.ts about a third country; the sentence between them and the countries change from cell to cell.
import { describe, expect, it } from 'vitest';
import { printReading } from '../../../src/reading/print-reading.ts';
import { readItem } from '../../../src/reading/read-item.ts';
import { FIRST, SECOND, type Sentence, TITLES, type Title } from './teaser-tables.ts';

type Country = {
  readonly code: string;
  readonly name: string;
  readonly adjective: string;
  readonly capital: string;
};

const COUNTRIES: readonly Country[] = [
  'IN|India|Indian|New Delhi',
  'VN|Vietnam|Vietnamese|Hanoi',
  'ID|Indonesia|Indonesian|Jakarta',
  'US|the United States|American|Washington',
  'BR|Brazil|Brazilian|Brasilia',
  'CA|Canada|Canadian|Ottawa',
  'TR|Turkey|Turkish|Ankara',
  'CN|China|Chinese|Beijing',
  'KR|South Korea|South Korean|Seoul',
  'EU|the European Union|European|Brussels',
  'JP|Japan|Japanese|Tokyo',
  'MX|Mexico|Mexican|Mexico City',
  'ZA|South Africa|South African|Pretoria',
].map((row) => {
  const [code = '', name = '', adjective = '', capital = ''] = row.split('|');
  return { code, name, adjective, capital };
});
const GOODS = ['steel', 'shrimp', 'cars', 'cotton yarn'];

/** How far down the list the parties stand: A, B, C, D. */
const APART = { A: 0, B: 3, C: 7, D: 9 } as const;
type Party = keyof typeof APART;

function partyOf(turn: number, party: Party): Country {
  return COUNTRIES[(turn + APART[party]) % COUNTRIES.length] as Country;
}

function fill(shape: string, turn: number): string {
  const goods = GOODS[turn % GOODS.length] as string;
  return shape
    .replaceAll('{goods}', goods)
    .replace(/\{([ABCD])(['*]?)\}/g, (_all, party: Party, form) => {
      const country = partyOf(turn, party);
      if (form === "'") return country.adjective;
      return form === '*' ? country.capital : country.name;
    })
    .replace(/\b(The|the) the\b/g, '$1')
    .replace(/(^|\. )[a-z]/g, (start) => start.toUpperCase());
}

// Headlines write these two short.
function fillTitle(shape: string, turn: number): string {
  return fill(shape, turn)
    .replace(/[Tt]he United States|American/g, 'US')
    .replace(/[Tt]he European Union|European/g, 'EU');
}

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
