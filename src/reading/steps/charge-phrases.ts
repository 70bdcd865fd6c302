// Percentages that are themselves the tariff, with the verb that lays them or holds them out: "Chilean copper will pay 25%",
// "floats 25% on Chilean copper". In: a sentence. Out: the verb, what it is done to and its family.
import { chargingVerb, isBorne } from '../words/charged-percents.ts';
import type { Hit } from '../words/lexicon.ts';
import { hitsOf, type Line, means, tokenText } from '../words/scene.ts';
import { type Phrase, phraseOf } from './phrase.ts';

/** "Indian steel will pay 25%": the percentage is the tariff, the verb lays it. */
export function charges(line: Line): readonly Phrase[] {
  const found: Phrase[] = [];
  for (const object of hitsOf(line, 'tariff')) {
    const at = means(object, 'tariff', 'charged') ? chargingVerb(line, object) : null;
    if (at === null) continue;
    const phrase = { ...phraseOf(object, at, chargeFamily(line, at)), cost: 1 };
    found.push(isBorne(tokenText(line, at)) ? { ...phrase, verb: borneBy(phrase.verb) } : phrase);
  }
  return found;
}

// "threatens 25% on", "proposes 25% on": what is only held out is not charged.
function chargeFamily(line: Line, at: number): string {
  const verb = tokenText(line, at);
  // "Buy from Iran, pay 25%".
  if (verb === 'pay' && tokenText(line, at - 1) === ',') return 'threaten';
  if (/^(?:threat|vow|float|promis)/.test(verb)) return 'threaten';
  if (/^(?:propos|plan|eye|weigh|want|mull|consider)/.test(verb)) return 'propose';
  return verb.startsWith('add') ? 'raise' : 'impose';
}

/** The verb of a duty whose subject bears it. */
function borneBy({ from, to }: Hit): Hit {
  return {
    from,
    to,
    meanings: new Map([
      ['verb', ['impose']],
      ['gainer', ['gainer']],
    ]),
  };
}
