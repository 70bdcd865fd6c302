// Sentences without any word of a measure: how trade and the economy stand, what a country sells. In: a sentence and what is known.
// Out: yes or no.
import { listsChanges } from '../steps/changed-goods.ts';
import { type Line, means, tokenText } from '../words/scene.ts';
import { placeOf, says, wordGroup } from '../words/word-groups.ts';
import { isOfAnother, isOnElse, type Known, MATTERS, type Rule } from './known.ts';

const TRADING = wordGroup(
  /^(?:suppl(?:y|ies|ied)|buys?|bought|sells?|sold|exported|imported|ships?|shipped|accounts?|accounted|totall?ed|worth|rose|fell|grew|widened|narrowed|jumped|dropped|declined|surged|slumped|consumes?|produces?|produced)$/,
);
const CHARGING = wordGroup(
  /^(?:pay|collect|charg\w+|levied|affected|covers?|targets?|list|will|duty-free)$/,
);

// "Brazil supplies about 30% of the coffee drunk there", "Nearly 80% of Canadian exports go south": how trade stands.
function isMereTrade(line: Line, known: Known): boolean {
  if (MATTERS.some((name) => line.classes.has(name)) || says(line, CHARGING)) return false;
  // "The rates for imported steel double to 50%".
  if (line.classes.has('uncounted')) return false;
  // "EVs from 25 percent to 100 percent".
  if (listsChanges(line)) return false;
  // "SIM cards go from 15 per cent to 12 per cent, imported vegetables to 5 per cent".
  if (movesSeveral(line)) return false;
  // The heading of rows.
  if (tokenText(line, line.tokens.length - 1) === ':') return false;
  const isToldByTrade = known.goods.size === 0 && line.index === 1;
  return !isToldByTrade && isShareOrSum(line) && (says(line, TRADING) || goesThere(line));
}

// Two figures that something comes to, and goods.
function movesSeveral(line: Line): boolean {
  const reached = line.tokens.filter(
    ({ kind }, at) => kind === 'number' && tokenText(line, at - 1) === 'to',
  );
  return reached.length > 1 && line.classes.has('percent') && line.classes.has('product');
}

const SOLD = wordGroup('exports shipments sales output production');

// "Nearly 80% of its exports go to the United States".
function goesThere(line: Line): boolean {
  return /^(?:go|goes|went|is|are)$/.test(tokenText(line, placeOf(line, SOLD) + 1));
}

const SUMS = wordGroup(
  /^(?:billion|million|trillion|bn|tonnes|tons|third|quarter|half|fifth|majority|most)$/,
);

function isShareOrSum(line: Line): boolean {
  return line.classes.has('percent') || says(line, SUMS);
}

const ECONOMY = wordGroup(
  /^(?:demand|output|inflation|economy|gdp|unemployment|prices?|revenues?|sales|shares?|stocks?|index|profits?|growth|growing|investment|production|exports|turnover|wages|jobs)$/,
);
const LISTING = wordGroup(
  /^(?:also|includ\w+|cover\w*|affected|list\w*|targets?|targeted|hit|named|apply|applies|goods|products|imports)$/,
);

// "Laos exports potash", "Armenian growers complain about delays", "Demand for copper is growing 2.8%": no word of a measure.
function isOfNoMeasure(line: Line, known: Known): boolean {
  if (line.index < 2 || MATTERS.some((name) => line.classes.has(name))) return false;
  if (line.classes.has('instrument') || listsStates(line)) return false;
  if (says(line, CHARGING) || says(line, LISTING) || line.classes.has('uncounted')) return false;
  if (namesTheStep(line)) return false;
  if (line.classes.has('percent')) return says(line, ECONOMY);
  // Where the title names nobody who acts, any sentence may.
  return isOnElse(line, known) || (known.actors.size > 0 && isOfAnother(line, known));
}

const STEPS = wordGroup('increase increases hike hikes rise cut cuts');

// "New Delhi decided on the increase for almonds in June": the step by a noun of its own.
function namesTheStep(line: Line): boolean {
  const at = placeOf(line, STEPS);
  return tokenText(line, at - 1) === 'the' && line.classes.has('product');
}

const STATES = /^(?:countries|economies|nations|states|partners|origins)$/;

// "The economies are Peru, Chile and Laos": whom the step is on.
function listsStates(line: Line): boolean {
  const are = tokenText(line, 2);
  const isList = tokenText(line, 0) === 'the' && (are === 'are' || are === 'include');
  return isList && STATES.test(tokenText(line, 1));
}

/** The rules for English. */
export const MERE_TRADE: readonly Rule[] = [
  { name: 'beside:trade', holds: isMereTrade },
  { name: 'beside:no-measure', holds: isOfNoMeasure },
];

/** Outside English: "Cerca de 38% da carne suína tem como destino as Filipinas": other goods, and no word of a tariff. */
export function isOnElseWithoutTariff(line: Line, known: Known): boolean {
  if (line.index < 2 || [...MATTERS, 'uncounted' as const].some((name) => line.classes.has(name)))
    return false;
  // "チリやペルーも対象だ": whom an inquiry looks into.
  if (
    known.lead.about === 'probe' &&
    /対象|대상|对象|對象/u.test(line.raw.slice(line.start, line.end))
  )
    return false;
  // "Aplica a arroz, plátano y cebolla".
  const [first] = line.hits;
  if (first?.from === 0 && means(first, 'verb', 'impose')) return false;
  const isFigure = line.classes.has('percent') && !SHARED.some((name) => line.classes.has(name));
  if (isFigure) return false;
  // "Pays d'origine: Ukraine", "8月1日に実施する": what a notice sets out, and what is done, may be of the step.
  const mayTell = says(line, COLON) || line.classes.has('verb') || line.classes.has('effective');
  return isOnElse(line, known) || (!mayTell && known.actors.size > 0 && isOfAnother(line, known));
}

const COLON = wordGroup(':');
const SHARED = ['share', 'movement'] as const;
