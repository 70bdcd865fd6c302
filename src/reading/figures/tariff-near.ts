// Whether a sentence beside the step still speaks of its tariff, so that a percentage in it may be a rate of it.
// In: a sentence and the leading step. Out: yes or no.

import { ratedPlaces } from '../places/rated-places.ts';
import { listsChanges } from '../steps/changed-goods.ts';
import type { Step } from '../steps/find-steps.ts';
import type { HitClass } from '../words/lexicon.ts';
import { hitsOf, type Line, lineHas, means, tokenText } from '../words/scene.ts';
import { placeOf, says, wordGroup } from '../words/word-groups.ts';
import { percentsIn } from './find-percents.ts';
import { tellsMarkets } from './rated-abroad.ts';
import { listsPlaces, NOT_TARIFFS, namesMakers, SETTING_OUT } from './set-out-rates.ts';

const TAXED = wordGroup('taxed tariffed');
const AT_RATE: ReadonlySet<string> = new Set(['at', 'an', 'a', 'up', 'by', 'between', 'from']);

function isTaxedAt(line: Line): boolean {
  const at = line.lang === 'en' ? placeOf(line, TAXED) : -1;
  const next = line.tokens[at + 1];
  return at >= 0 && (next?.kind === 'number' || AT_RATE.has(next?.text ?? ''));
}

// A sentence that goes on about what the title told.
function goesOn(line: Line): boolean {
  if (line.index > 1) return false;
  return lineHas(line, 'upto') || lineHas(line, 'effective') || tellsReplacement(line);
}

// "25 instead of 15 percent will be due": nothing but the phrase stands between a new figure and an old one.
function tellsReplacement(line: Line): boolean {
  const percents = percentsIn(line, line.lang);
  return hitsOf(line, 'oldrate').some(
    (hit) =>
      percents.some(({ to }) => to === hit.from) && percents.some(({ from }) => from === hit.to),
  );
}

/** True where the sentence is the step's own, the title, or goes on about the tariff. */
export function hasTariffContext(line: Line, lead: Step): boolean {
  if (line === lead.line || line.isTitle) return true;
  if (line.index <= LAST_OF_LIST && listsPlaces(line, lead)) return true;
  if (isRemedy(lead) && line.index <= LAST_OF_LIST && ratedPlaces(line).length > 1) return true;
  if (line.index <= LAST_OF_TERMS && SETTING_OUT.some((tells) => tells(line, lead))) return true;
  if (line.index <= LAST_OF_TERMS && namesMakers(line, isRemedy(lead))) return true;
  if (isRemedy(lead) && (says(line, RULED) || opensWithIt(line)) && !tellsOther(line)) return true;
  if ((isRemedy(lead) || putsInstead(line, lead)) && setsOutFirms(line)) return true;
  if (hitsOf(line, 'tariff').length > 0 || hitsOf(line, 'relief').length > 0) return true;
  if (line.index <= LAST_OF_TERMS && listsChanges(line)) return true;
  if (isAdditionalAlone(line)) return true;
  if (tellsMarkets(line)) return false;
  // "Some items will be taxed at 10 or 25 percent".
  if (line.index <= LAST_OF_TERMS && isTaxedAt(line)) return true;
  // "Heavy trucks face 25%": a sentence that goes on about the products of the title.
  if (CONTEXT.some((hitClass) => lineHas(line, hitClass)) || speaksOfRate(line)) return true;
  if (goesOn(line) || isPutOff(line, lead)) return true;
  // "announces tariff deal" / "20 percent on Vietnam's exports": what the deal sets is charged on goods.
  if (isTermOfTariffDeal(line, lead)) return true;
  // "Toys still bear 15%": who is refused a relief goes on to pay.
  if (lead.about === 'relief' && lineHas(line, 'except', 'left')) return true;
  return (
    line.index <= LAST_OF_TERMS &&
    (saysIt(line) || goesOnAbroad(line) || (isRemedy(lead) && lineHas(line, 'verb', 'impose')))
  );
}

const FOR_WHOM: ReadonlySet<string> = new Set('per para pour fur voor dla для untuk'.split(' '));

// "la decisione su 13 marchi: 7% per Garofalo, 5,21% per le altre": what a ruling sets for each firm.
function setsOutFirms(line: Line): boolean {
  if (line.lang === 'en' || line.index > LAST_OF_TERMS) return false;
  if (NOT_TARIFFS.some((name) => line.classes.has(name)) || tellsMarkets(line)) return false;
  return hitsOf(line, 'percent').some(({ to }) => isSetForWhom(line, to));
}

/** True for a rate with whom it is for right behind it, outside English: "3% pour Rossi". */
export function isSetForWhom(line: Line, to: number): boolean {
  return line.lang !== 'en' && FOR_WHOM.has(tokenText(line, to));
}

// "Gli Usa abbassano i dazi" / "Invece del 40% previsto, 3% per La Rossa": the text that follows the title puts new rates in the
// place of an old one.
function putsInstead(line: Line, lead: Step): boolean {
  if (lead.about !== 'tariff' || !lead.line.isTitle || line.index > 2) return false;
  return hitsOf(line, 'oldrate').some(({ from }) => INSTEAD.test(tokenText(line, from)));
}

const INSTEAD =
  /^(?:invece|anziche|al|en|au|statt|anstelle|anstatt|em|in|zamiast|вместо|yerine|alih|thay|i)$/;

const ADDITIONAL = /^(?:additional|extra|further)$/;

// "raises tariffs" / "An additional 10 percent, over an advertisement": what opens the text goes on about the title.
function isAdditionalAlone(line: Line): boolean {
  const at = tokenText(line, 0) === 'an' || tokenText(line, 0) === 'a' ? 1 : 0;
  if (line.index !== 1 || line.lang !== 'en' || !ADDITIONAL.test(tokenText(line, at))) return false;
  return line.tokens[at + 1]?.kind === 'number' && !/^of$/.test(tokenText(line, at + 3));
}

function isTermOfTariffDeal(line: Line, lead: Step): boolean {
  if (line.lang !== 'en' || lead.about !== 'deal' || line.index > LAST_OF_TERMS) return false;
  const isOfTariffs = lead.line.tokens.some(({ text }) => text.startsWith('tariff'));
  return isOfTariffs && lead.line.isTitle && line.classes.has('goods');
}

/** What a ruling in a trade remedy sets. */
const RULED = wordGroup('margin margins deposit deposits measure measures');
const ELSE = ['share', 'movement', 'othertax'] as const;
const OTHER = wordGroup(
  /^(?:profit|operating|gross|undercut|undersell|underselling|injury|refining|alleg|complain|petition)/,
);

// "They come to 25% to 60% of the import price": right behind the ruling.
function opensWithIt(line: Line): boolean {
  return line.lang === 'en' && line.index === 1 && /^(?:it|they)$/.test(tokenText(line, 0));
}

function tellsOther(line: Line): boolean {
  return says(line, OTHER) || ELSE.some((name) => line.classes.has(name));
}

const DELAYS = wordGroup('rise increase hike rises increases hikes step steps');

// "The planned increase from 20% to 30% will now come in October": a rise that is told behind a delay is the one put off.
function isPutOff(line: Line, lead: Step): boolean {
  if (line.lang !== 'en' || line.index > LAST_OF_TERMS || !OF_DELAY.has(lead.action)) return false;
  const at = placeOf(line, DELAYS);
  // "The proclamation, signed on Monday, pushes the rise to 50% into 2027".
  const isPushed = at >= 0 && line.index === 1 && PUSHING.test(tokenText(line, at - 2));
  const isNamed = isPushed || (at >= 0 && at < DELAYED_WITHIN);
  return isNamed && !lineHas(line, 'share') && !lineHas(line, 'movement');
}

const PUSHING = /^(?:push|mov|postpon|delay|defer|put|hold|freez|halt|suspend|paus|keep)/;
const OF_DELAY: ReadonlySet<string> = new Set(['delayed', 'suspended']);
const DELAYED_WITHIN = 5;

const LAST_OF_TERMS = 3;
/** A list of countries goes on for many sentences. */
const LAST_OF_LIST = 12;
const MOVING = ['impose', 'raise', 'cut'] as const;
const MOVED = [...MOVING, 'remove'] as const;

// "Barang China justru naik jadi 125 persen", "se cobrará un 10 % a todos": behind a title that speaks of a tariff the verb
// tells what becomes of it; sales and prices are told of by their own nouns.
function goesOnAbroad(line: Line): boolean {
  if (line.lang === 'en' || !line.isUnderTariff) return false;
  if (NOT_TARIFFS.some((name) => line.classes.has(name))) return false;
  return line.classes.has('place') && MOVING.some((family) => lineHas(line, 'verb', family));
}

const PRONOUN_WITHIN = 6;

// "In July that climbs to 25 percent", "Op 1 juni loopt dat op naar 25 procent": the tariff is only called "it".
function saysIt(line: Line): boolean {
  const pronouns = PRONOUNS[line.lang];
  if (pronouns === undefined || lineHas(line, 'share') || lineHas(line, 'goods')) return false;
  const at = line.tokens.findIndex((token) => pronouns.has(token.text));
  return (at >= 0 && at < PRONOUN_WITHIN) || movesThem(line);
}

const THEM = wordGroup('them it');
const MOVED_TO: ReadonlySet<string> = new Set(['to', 'at']);

// "says increasing them to 50% will protect mills".
function movesThem(line: Line): boolean {
  if (line.lang !== 'en' || !says(line, THEM)) return false;
  return MOVED.some((family) =>
    hitsOf(line, 'verb').some(
      (hit) =>
        means(hit, 'verb', family) &&
        THEM.has(tokenText(line, hit.to)) &&
        MOVED_TO.has(tokenText(line, hit.to + 1)),
    ),
  );
}

const PRONOUNS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set(['it', 'that', 'this', 'they', 'these', 'those']),
  de: new Set(['das', 'dies', 'diese', 'dieser', 'es', 'sie']),
  nl: new Set(['dat', 'dit', 'die', 'deze', 'het', 'ze']),
  fr: new Set(['ce', 'cela', 'celui', 'ceux', 'ils', 'il', 'elle', 'elles', 'ces']),
  es: new Set(['eso', 'esto', 'este', 'esta', 'estos', 'será', 'sera', 'serán', 'seran']),
  it: new Set(['questo', 'questi', 'essi', 'sarà', 'sara', 'saranno', 'salirà', 'salira']),
  pt: new Set(['isso', 'esse', 'essa', 'ela', 'ele', 'será', 'sera', 'serão', 'serao']),
};

const CONTEXT: readonly HitClass[] = ['product', 'quota', 'outquota', 'gainer'];

// "los tipos", "va de 10% a 20%"; not "el 30% va a China".
function speaksOfRate(line: Line): boolean {
  return hitsOf(line, 'uncounted').some(
    (hit) => !(means(hit, 'uncounted', 'range') && TOWARDS.has(tokenText(line, hit.to))),
  );
}

const TOWARDS: ReadonlySet<string> = new Set(['a', 'para']);

const REMEDIES = ['AD', 'CVD', 'safeguard'] as const;

/** True for a step of a trade remedy: dumping, subsidies, safeguards. */
export function isRemedy({ line }: Step): boolean {
  return REMEDIES.some(
    (name) => lineHas(line, 'instrument', name) || lineHas(line, 'tariff', name),
  );
}
