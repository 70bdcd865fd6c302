// Percentages that are themselves the tariff, with the verb that lays them or holds them out: "Chilean copper will pay 25%",
// "floats 25% on Chilean copper". In: a sentence. Out: the verb, what it is done to and its family.
import { chargingVerb, isBorne } from '../words/charged-percents.ts';
import type { Hit } from '../words/lexicon.ts';
import { hitBefore, hitOver, hitsOf, type Line, means, tokenText } from '../words/scene.ts';
import { placeOf, wordGroup } from '../words/word-groups.ts';
import { type Phrase, phraseOf } from './phrase.ts';

/** "Indian steel will pay 25%": the percentage is the tariff, the verb lays it. */
export function charges(line: Line): readonly Phrase[] {
  const found: Phrase[] = [];
  for (const object of hitsOf(line, 'tariff')) {
    const at = means(object, 'tariff', 'charged') ? chargingVerb(line, object) : null;
    if (at === null) continue;
    const phrase = { ...phraseOf(object, at, chargeFamily(line, at)), cost: 1 };
    if (isNoLonger(line, at)) {
      found.push({ ...phrase, family: 'exempt', verb: spared(at) });
      continue;
    }
    found.push(isBorne(tokenText(line, at)) ? { ...phrase, verb: borneBy(phrase.verb) } : phrase);
  }
  return found;
}

// "Peruvian tea is no longer subject to the additional 12 percent": who bore it is let off.
function isNoLonger(line: Line, at: number): boolean {
  return tokenText(line, at - 1) === 'longer' && tokenText(line, at - 2) === 'no';
}

/** The verb with what denies it, so that nothing denies it again. */
function spared(at: number): Hit {
  return { from: at - 2, to: at + 1, meanings: new Map([['verb', ['exempt']]]) };
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

const TAXES = wordGroup('tax taxes taxed');
const IMPORTED = ['foreign', 'goods'] as const;
const IMPORTED_WITHIN = 3;

/** "Georgia taxes imported flour", "Peru to tax Chilean pears": behind a state the noun of the lists is its verb. */
export function taxesImports(line: Line): readonly Phrase[] {
  const at = line.isTitle ? placeOf(line, TAXES) : -1;
  const taxed = at < 1 ? undefined : hitOver(line, at);
  if (taxed === undefined || at !== taxed.to - 1) return [];
  const isVerb = tokenText(line, at - 1) === 'to' || tokenText(line, at - 1) === 'will';
  if (tokenText(line, at) === 'tax' && !isVerb) return [];
  const actor = hitBefore(line, taxed.from === at && isVerb ? at - 1 : taxed.from);
  if (actor?.meanings.has('place') !== true && actor?.meanings.has('leadership') !== true)
    return [];
  const isForeign = line.hits.some(
    (hit) =>
      hit.from >= taxed.to &&
      hit.from - taxed.to <= IMPORTED_WITHIN &&
      (IMPORTED.some((name) => hit.meanings.has(name)) ||
        (hit.from === taxed.to && hit.meanings.has('place') && line.classes.has('product')) ||
        /imports$/.test(tokenText(line, hit.to - 1))),
  );
  const family = isVerb ? 'tax' : 'impose';
  return isForeign ? [{ ...phraseOf(taxed, at, family), cost: 0 }] : [];
}
