// Which words of a sentence mean a tariff or a trade quota. In: a line. Out: those words, or whether there is one.

import type { Hit } from '../words/lexicon.ts';
import { type Line, lineHas, means, oncePerLine, tokenText } from '../words/scene.ts';
import { says, wordGroup } from '../words/word-groups.ts';
import { isOfImports } from './quota-words.ts';
import { hasTradeCompany } from './trade-company.ts';

function isTariffWord(hit: Hit, line: Line): boolean {
  const tariff = hit.meanings.get('tariff')?.[0];
  return (
    (tariff !== undefined && tariff !== 'weak') ||
    means(hit, 'quota', 'trq') ||
    // "import quota": of trade by its name.
    (means(hit, 'quota', 'quota') && isOfImports(line, hit)) ||
    hit.meanings.has('instrument') ||
    hit.meanings.has('zerorate') ||
    // "GSP status": a preference is one on tariffs by nature.
    means(hit, 'relief', 'preference') ||
    (!hit.meanings.has('frame') && saysTariff(line, hit))
  );
}

// "tariff refunds", "duty exemption": a phrase of another class that has the word in it.
function saysTariff(line: Line, hit: Hit): boolean {
  for (let at = hit.from; at < hit.to; at += 1) {
    const text = tokenText(line, at);
    if (text.startsWith('tariff') || (hit.to - hit.from > 1 && /^dut(?:y|ies)$/.test(text)))
      return true;
    // "trade remedy probe", "injury inquiry": what comes of them is a duty.
    const isRemedy = text.startsWith('remed') || text === 'injury';
    if (isRemedy && hit.meanings.has('probe')) return true;
  }
  return false;
}

/** The words of a line that mean a tariff or a trade quota. */
export function tariffWords(line: Line): readonly Hit[] {
  return line.hits.filter((hit) => isTariffWord(hit, line));
}

/** True for a line with such a word. */
export const hasTariffWord = oncePerLine((line) =>
  line.hits.some((hit) => isTariffWord(hit, line)),
);

/** "levies of up to 92% on imported brands": weak words count in the company of imports. */
export function isWeakButTrade(line: Line): boolean {
  const isWeak = lineHas(line, 'tariff', 'weak') || lineHas(line, 'quota');
  return isWeak && hasTradeCompany(line);
}

const MEASURES = wordGroup('measures countermeasures');
const TAKING = /^tak(?:es|ing|e)$/;

/** "Canada bolsters its measures to protect its mills", "President takes action on chips": which they are, the text tells. */
export function namesMeasures(title: Line): boolean {
  if (title.lang !== 'en' || !title.classes.has('place')) return false;
  return says(title, MEASURES) || takesAction(title);
}

function takesAction({ tokens }: Line): boolean {
  return tokens.some(
    ({ text }, at) => text === 'action' && TAKING.test(tokens[at - 1]?.text ?? ''),
  );
}
