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
  'who means to or is bound to':
    'China means to|Ministry is minded to|Trump is poised to|Trump is tempted to|Seoul is on course to|Trump is determined to|Lula swears to|Beijing is believed to|Ottawa is said to plan to',
  'who may and who starts':
    'Turkey is authorised to|President is authorized to|Minister wins power to|Brazil is cleared to|Delhi is free to|UK begins process to|EU launches procedure to|Mexico takes first step to',
  'who is told to':
    'EU faces calls to|Ghana must|Peru needs to|Chile ought to|Growers want Egypt to',
  'who advises':
    'Commerce recommends that US|ITC recommends US|Tariff commission advises government to|Japan panel urges government to|Trump adviser says US should|Bessent suggests US could',
} as const;

const DEEDS =
  'impose 25% tariff on rice|slap duties on Thai rice|put tariffs on steel from Vietnam|raise tariffs on rice to 50%|double rice tariff|cut tariffs on rice|lower rice duty to 5%|scrap tariffs on rice|suspend tariffs on rice|delay rice tariffs|exempt rice from tariffs|set import quota for rice'.split(
    '|',
  );

const LEANINGS =
  'mulls|weighs|contemplates|toys with|flirts with|floats idea of|is leaning toward|speaks of|is thinking about|explores|studies|debates|hints at|signals|suggests|supports|is against|is wary of|is weeks away from|inches closer to|raises prospect of|seeks comment on|prepares plans for'.split(
    '|',
  );

const DOINGS =
  'imposing 25% tariffs on Thai rice|raising tariffs on Thai rice to 25%|scrapping tariffs on Thai rice|hitting Thai rice with 25% tariffs|suspending tariffs on Thai rice|exempting Thai rice from tariffs|cutting tariffs on Thai rice'.split(
    '|',
  );

/** A tariff that is called so is not laid by who tells of it or faces it. */
const TO_COME =
  'looming|planned|pending|upcoming|forthcoming|possible|potential|likely|imminent|prospective|intended|draft|threatened|mooted|proposed'.split(
    '|',
  );

const TELLING =
  'Ghana notifies Thailand of {} rice tariffs|Ghana informs Thailand of {} tariffs on rice|Ghana details {} rice tariffs on Thailand|Ghana publishes {} tariffs on Thai rice|Ghana unveils {} tariffs on Thai rice|Ghana sets out {} tariffs on Thai rice|Ghana announces {} tariffs on Thai rice|Ghana confirms {} tariffs on Thai rice|Ghana releases list of Thai goods facing {} tariffs|Thailand told of {} rice tariffs|Thailand receives details of {} rice tariffs|Thai rice faces {} Ghanaian tariffs|Ghana puts {} rice tariffs at 12%|Ghana notifies WTO of {} tariffs on Thai rice|Ghana raises {} tariffs on Thai rice to 12%'.split(
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

  it('tells as no law what a state is only near to doing', () => {
    expect(
      LEANINGS.flatMap((leaning) =>
        DOINGS.flatMap((doing) => toldAsLaw(`Ghana ${leaning} ${doing}`)),
      ),
    ).toEqual([]);
  });

  it.each(TO_COME)('tells a %s tariff as no law, whoever speaks of it', (word) => {
    expect(TELLING.flatMap((title) => toldAsLaw(title.replace('{}', word)))).toEqual([]);
  });
});
