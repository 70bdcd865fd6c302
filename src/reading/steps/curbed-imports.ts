// Titles that hold imports down, whose text tells the quota and the duty beyond it: "Canada to curb steel imports" / "... before a
// 50% tariff applies", or that says by which tariff: "curbs imports with tariffs of up to 50%", "defends itself against Indian tyres
// with duties". In: an item and the steps told in it. Out: the step of the title; none where the text names no tariff, for imports
// are also held down by licences and bans. English only.
import { isActor } from '../objects/idle-tariffs.ts';
import type { Step } from '../objects/step-objects.ts';
import { placeGroups } from '../places/read-places.ts';
import type { Hit } from '../words/lexicon.ts';
import { hitBefore, hitsOf, type Line, lineHas, type Scene, tokenText } from '../words/scene.ts';
import { placeOf, wordGroup } from '../words/word-groups.ts';
import { moodOf } from './read-mood.ts';

const WEIGHT = 90;
const CURBING = wordGroup(
  'curb curbs curbed limit limits limited restrict restricts restricted cap caps capped tighten tightens tightened rein reins',
);
const IMPORTS = /^(?:imports?|inflows?|shipments)$/;
const IMPORTS_WITHIN = 5;
const LAST_OF_TERMS = 2;

/** The quota or the tariff that the title only calls a curb; none where a title tells a step, asks or denies. */
export function curbedImports(scene: Scene, others: readonly Step[]): readonly Step[] {
  const { title, lang, lines } = scene;
  if (lang !== 'en' || title === null || others.some(({ line }) => line.isTitle)) return [];
  const at = [CURBING, FENDING, BLOCKING]
    .map((words) => placeOf(title, words))
    .find((place) => place >= 1);
  if (at === undefined) return [];
  if (title.hits.concat(title.marks).some((hit) => hit.from < at && isFraming(hit))) return [];
  if (tokenText(title, title.tokens.length - 1) === '?' || !isByState(title, at)) return [];
  const verb: Hit = { from: at, to: at + 1, meanings: new Map([['verb', ['impose']]]) };
  const told = termsOf(title, at, verb, lines, others);
  const mood = moodOf(title, verb);
  if (told === null || !TOLD.has(mood)) return [];
  const { object, about } = told;
  const action = about === 'quota' ? 'quota-set' : 'imposed';
  const family = 'impose';
  return [
    { line: title, verb, family, mood, isBackground: false, weight: WEIGHT, object, about, action },
  ];
}

type Terms = { readonly object: Hit; readonly about: 'quota' | 'tariff' };

// By what the imports are held down, as the title or the text tells.
function termsOf(
  title: Line,
  at: number,
  verb: Hit,
  lines: readonly Line[],
  others: readonly Step[],
): Terms | null {
  if (FENDING.has(tokenText(title, at))) {
    const tariff = tariffBehind(title, at, FENDED_WITHIN);
    return tariff !== null && isAgainstGoods(title, at, tariff.from)
      ? { object: tariff, about: 'tariff' }
      : null;
  }
  const end = title.tokens.findIndex(
    ({ text }, place) => place > at && place - at <= IMPORTS_WITHIN && IMPORTS.test(text),
  );
  if (end < 0) return null;
  const tariff = tariffBehind(title, end);
  if (tariff !== null) return { object: tariff, about: 'tariff' };
  const quota = hitsOf(title, 'quota').find(({ from }) => isBehindWith(title, end, from));
  if (quota !== undefined) return { object: quota, about: 'quota' };
  if (!BLOCKING.has(tokenText(title, at)))
    return CAPPING.test(tokenText(title, at)) || lines.some(isTerm)
      ? { object: verb, about: 'quota' }
      : null;
  return others.some((step) => isLaidAtOnce(step, title, at))
    ? { object: asTariff(verb), about: 'tariff' }
    : null;
}

/** What is capped is held to a quantity, whatever the text adds. */
const CAPPING = /^cap/;

const FENDING = wordGroup('defends defend fights fight fends tackles combats battles counters');
const FENDED_WITHIN = 12;
const BLOCKING = wordGroup('block blocks blocked shuts shut bars barred');

// "fights the flood of Indian tyres with duties"; who answers a tariff with his own is told elsewhere.
function isAgainstGoods(title: Line, at: number, end: number): boolean {
  const between = title.hits.filter((hit) => hit.from > at && hit.to <= end);
  return (
    !between.some((hit) => hit.meanings.has('tariff')) &&
    between.some((hit) => hit.meanings.has('place')) &&
    between.some((hit) => hit.meanings.has('product') || hit.meanings.has('goods'))
  );
}

// "blocks Kenyan imports" / "It has put a 25% duty on sweets": what the first sentence lays is how they are kept out.
function isLaidAtOnce(
  { line, verb, action, about, mood, isBackground }: Step,
  title: Line,
  at: number,
): boolean {
  const doers = placeGroups(title).flatMap(({ codes, to }) => (to <= at ? codes : []));
  const isByOther = placeGroups(line).some(
    ({ codes, role, to }) =>
      to <= verb.from && role !== 'origin' && !codes.some((code) => doers.includes(code)),
  );
  return (
    !line.isTitle &&
    line.index === 1 &&
    !isByOther &&
    !verb.meanings.has('gainer') &&
    about === 'tariff' &&
    (action === 'imposed' || action === 'increased') &&
    mood === 'plain' &&
    !isBackground
  );
}

function asTariff({ from, to }: Hit): Hit {
  return { from, to, meanings: new Map([['tariff', ['plain']]]) };
}

function isFraming({ meanings }: Hit): boolean {
  return meanings.has('frame') || meanings.has('background');
}

const HELPING: ReadonlySet<string> = new Set(['to', 'will', 'moves', 'further', 'again']);

// "Canada to curb", "Brussels will limit"; in "China's export limits curb imports" the limits do.
function isByState(title: Line, at: number): boolean {
  let end = at;
  while (HELPING.has(tokenText(title, end - 1))) end -= 1;
  const doer = hitBefore(title, end);
  return doer !== undefined && isActor(doer);
}

const TOLD: ReadonlySet<string> = new Set(['plain', 'future']);
const WITH: ReadonlySet<string> = new Set(['with', 'by', 'through', 'using', 'via']);
const WITH_WITHIN = 6;

// "curbs imports from Asia with tariffs of up to 50%": the title says by what.
function tariffBehind(title: Line, end: number, within = title.tokens.length): Hit | null {
  const at = title.tokens.findIndex(({ text }, place) => place > end && WITH.has(text));
  if (at < 0 || at - end > within) return null;
  const tariff = hitsOf(title, 'tariff').find(
    (hit) => hit.from > at && hit.from - at <= WITH_WITHIN,
  );
  return tariff ?? null;
}

// "limits steel imports with tougher quotas".
function isBehindWith(title: Line, end: number, at: number): boolean {
  return title.tokens.slice(Math.max(end, at - WITH_WITHIN), at).some(({ text }) => WITH.has(text));
}

// "Beyond the quota 50% is due", "before a 50% tariff applies", "half of last year's volumes".
function isTerm(line: Line): boolean {
  if (line.isTitle || line.index > LAST_OF_TERMS || !hitsOf(line, 'tariff').length) {
    return false;
  }
  return lineHas(line, 'percent') || lineHas(line, 'quota');
}
