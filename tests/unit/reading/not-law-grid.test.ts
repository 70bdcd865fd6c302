// Whoever threatens, weighs, proposes, advises or hints makes no law, whatever is done to which tariff and however plainly the
// text goes on. A grid of openings and deeds in our own words; no cell may be told as law.
import { describe, expect, it } from 'vitest';
import { readItem } from '../../../src/reading/read-item.ts';
import { LAW } from './acts-in-law.ts';

const OPENINGS = {
  'who threatens or promises':
    'Trump threatens to|Trump again threatens to|China warns it will|Beijing vows to|Lula vows to|Trump promises to|Opposition vows to',
  'who weighs':
    'Trump considering whether to|Trump weighs plan to|Trump says he may|Trump hints he will|Trump wants to|US could|US may|White House studying whether to|EU ministers discuss whether to|India is considering a proposal to|Carney says Canada could|Biden aides debate whether to|Lutnick: US will probably',
  'who prepares':
    'US ready to|US prepares to|US nears decision to|US plans to|US said to be planning to|US reportedly set to|India likely to|Turkey plans to',
  'who proposes and asks':
    'Commission proposes to|US senator proposes to|Senate bill would|House committee backs bill to|UK asks for views on plan to|Trump urges Congress to|Petition asks US to|Farm lobby asks India to|South Africa proposes to',
  'who advises':
    'Commerce recommends that US|ITC recommends US|Tariff commission advises government to|Japan panel urges government to|Trump adviser says US should|Bessent suggests US could',
} as const;

const DEEDS =
  'impose 25% tariff on rice|slap duties on Thai rice|put tariffs on steel from Vietnam|raise tariffs on rice to 50%|double rice tariff|cut tariffs on rice|lower rice duty to 5%|scrap tariffs on rice|suspend tariffs on rice|delay rice tariffs|exempt rice from tariffs|set import quota for rice'.split(
    '|',
  );

const TEXTS = [
  '',
  'The 25% duty would start on August 1.',
  'The measure covers imports worth $2 billion, officials said on Tuesday. It is meant to help growers.',
];

const FACING =
  'could face 25% tariff|may be hit with tariffs|faces 25% tariff threat|braces for US tariffs|faces prospect of tariffs|at risk of 25% tariff|could be hit by US tariffs|could lose tariff exemption|may get tariff cut|hopes for tariff cut|likely to face US tariff|under threat of tariffs|could win tariff relief'.split(
    '|',
  );

function toldAsLaw(title: string): readonly string[] {
  return TEXTS.flatMap((summary) => {
    const reading = readItem({ title, summary, published: '2025-06-10', lang: 'en' });
    const isLaw = reading.relevance === 'yes' && LAW.has(reading.action);
    return isLaw ? [`${title} / ${summary}: ${reading.action}`] : [];
  });
}

describe('what is no law', () => {
  it.each(Object.entries(OPENINGS))('%s is told as no law', (_kind, openings) => {
    const told = openings
      .split('|')
      .flatMap((opening) => DEEDS.flatMap((deed) => toldAsLaw(`${opening} ${deed}`)));
    expect(told).toEqual([]);
  });

  it('tells as no law what goods and states only face', () => {
    const told = ['Rice', 'Thai rice', 'Ghana'].flatMap((who) =>
      FACING.flatMap((deed) => toldAsLaw(`${who} ${deed}`)),
    );
    expect(told).toEqual([]);
  });
});
