// Titles of two parts: an ultimatum ("stop buying Chadian oil or pay 25%") and a second deed behind a comma ("ends talks over a
// tax, threatens tariffs"). A grid in our own words: what is demanded, or what the first deed was about, names nobody who imposes
// or is hit.
import { describe, expect, it } from 'vitest';
import { readItem } from '../../../src/reading/read-item.ts';

function sidesOf(title: string): string {
  const read = readItem({ title, summary: '', published: '2026-03-10', lang: 'en' });
  const [by, on] = [read.imposers, read.targets].map((facts) =>
    facts.map(({ value }) => value).join(),
  );
  return `${read.relevance} ${read.action} ${by}>${on}`;
}

const TELLING = ['tells', 'warns', 'orders', 'urges', 'gives'] as const;
const DEMANDS = [
  'stop buying Chadian oil',
  'open its market to Chadian rice',
  'scrap its digital tax',
  'sign a deal by Friday',
  'end transshipment of Chadian steel',
] as const;
const OR = [
  'or pay 25% tariff',
  'or face a 25% tariff',
  'or be hit with 25% tariffs',
  'or see tariffs rise to 25%',
  'or get a 25% tariff',
  'or else a 25% tariff will follow',
] as const;

describe('an ultimatum', () => {
  it.each(TELLING)('Trump %s Peru: only who is told is hit', (tells) => {
    const wrong = DEMANDS.flatMap((demand) =>
      OR.map((or) => `Trump ${tells} Peru: ${demand} ${or}`),
    )
      .map((title) => [title, sidesOf(title)] as const)
      .filter(([, sides]) => sides !== 'yes threatened US>PE');
    expect(wrong).toEqual([]);
  });

  it.each(DEMANDS)('Peru must %s: the one obliged is hit, whoever speaks', (demand) => {
    const wrong = OR.map((or) => `Peru must ${demand} ${or}, Trump says`)
      .map((title) => [title, sidesOf(title)] as const)
      .filter(([, sides]) => sides !== 'yes threatened US>PE');
    expect(wrong).toEqual([]);
  });
});

const FIRST = [
  'ends trade talks with Peru over digital tax',
  'berates Peru over defence spending',
  'recalls envoy to Peru after Lima speech',
  'slams Peru after Lima vote',
  'praises Peru despite oil purchases',
  'rebukes Peru amid fishing row',
] as const;
const SECOND = [
  ['threatens 25% tariff', 'threatened'],
  ['threatens tariffs within a week', 'threatened'],
  ['doubles tariff to 50%', 'increased'],
  ['cuts tariff to 18%', 'reduced'],
  ['imposes 25% tariff', 'imposed'],
] as const;

describe('a second deed behind a comma', () => {
  it.each(FIRST)('Trump %s, and what he does next falls on Peru', (first) => {
    const wrong = SECOND.map(
      ([second, action]) => [`Trump ${first}, ${second}`, `yes ${action} US>PE`] as const,
    )
      .map(([title, want]) => [title, want, sidesOf(title)] as const)
      .filter(([, want, got]) => want !== got);
    expect(wrong).toEqual([]);
  });
});
