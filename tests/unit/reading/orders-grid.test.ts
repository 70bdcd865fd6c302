// What becomes of a trade-remedy order or of another measure that stands: its name alone never makes an imposition of a revocation.
// Grids of verbs and of noun heads, each with the answers that its words allow.
import { describe, expect, it } from 'vitest';
import { readItem } from '../../../src/reading/read-item.ts';

const VERBS: Readonly<Record<string, readonly string[]>> = {
  'revokes|ends|terminates|rescinds|lifts|withdraws|scraps|repeals': ['removed'],
  suspends: ['suspended'],
  'continues|keeps|renews|extends': ['routine', 'other', 'no', 'imposed'],
  'imposes|issues': ['imposed', 'other'],
  'to revoke|plans to revoke|may revoke|considers revoking': ['proposed', 'removed', 'no'],
  'reviews|opens review of': ['routine', 'no'],
};

const ORDERS =
  'antidumping duty order on tea lights from Ghana|AD order on tea lights from Ghana|countervailing duty order on tea lights from Ghana|AD/CVD orders on tea lights from Ghana|anti-dumping measure on Ghanaian tea lights|safeguard measure on tea lights'.split(
    '|',
  );

const HEADS: Readonly<Record<string, readonly string[]>> = {
  'Revocation of|Termination of|Withdrawal of|Removal of|Repeal of|Expiry of': ['removed'],
  'Suspension of': ['suspended'],
  'Extension of|Modification of|Amendment to': ['other', 'imposed', 'routine'],
  'Imposition of|Reinstatement of|Reimposition of': ['imposed'],
  'Continuation of': ['routine', 'other'],
  'Correction to|Initiation of expiry review of|Scheduling of': ['routine'],
  'Proposed termination of|Proposed': ['proposed'],
  'Reduction of': ['reduced'],
  'Increase in': ['increased'],
  'Application for an increase in|Applications for': ['proposed', 'routine', 'no'],
  'Postponement of|Delay of': ['delayed', 'routine'],
};

const MEASURES =
  'antidumping duty order on tea lights from Ghana|anti-dumping duties on tea lights from Ghana|safeguard duty on solar cells|Section 232 tariffs on steel imports from Canada|additional duties on imports from India|surtax on steel from the United States'.split(
    '|',
  );

function told(title: string): string {
  const { relevance, action } = readItem({
    title,
    summary: '',
    published: '2026-03-10',
    lang: 'en',
  });
  return relevance === 'yes' ? action : relevance;
}

function strange(titles: readonly string[], allowed: readonly string[]): readonly string[] {
  return titles
    .map((title) => `${title}: ${told(title)}`)
    .filter((row) => !allowed.includes(row.split(': ').at(-1) ?? ''));
}

describe('measures that stand', () => {
  it.each(Object.entries(VERBS))('become what the verb says: %s', (verbs, allowed) => {
    const titles = ['US', 'Commerce', 'European Commission'].flatMap((who) =>
      verbs.split('|').flatMap((verb) => ORDERS.map((order) => `${who} ${verb} ${order}`)),
    );
    expect(strange(titles, allowed)).toEqual([]);
  });

  it.each(Object.entries(HEADS))('become what the noun says: %s', (heads, allowed) => {
    const titles = heads
      .split('|')
      .flatMap((head) => MEASURES.map((measure) => `${head} ${measure}`));
    expect(strange(titles, allowed)).toEqual([]);
  });
});
