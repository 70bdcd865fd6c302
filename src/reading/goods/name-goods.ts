// Goods outside the product lists. In: a sentence. Out: the noun phrase that names what a measure is on, as its words.
// "Antidumping duty on imports of railway wheels from Ukraine": railway wheels. Where nothing but countries, companies or
// goods in general stands there, nothing is named.

import type { Fact } from '../../domain/reading.ts';
import type { Step } from '../objects/step-objects.ts';
import { placeGroups } from '../places/read-places.ts';
import { CHARACTERS } from '../steps/read-mood.ts';
import type { Hit } from '../words/lexicon.ts';
import {
  evidenceOf,
  hitFrom,
  hitOver,
  hitsOf,
  type Line,
  means,
  type Scene,
  tokenText,
} from '../words/scene.ts';
import { printedName } from './group-of-name.ts';
import { goodsByOrigin } from './name-by-origin.ts';
import { goodsOfStep } from './name-by-step.ts';
import { isLikeVerb, MOST_WORDS, OF, opensName, phraseFrom } from './phrase-of-goods.ts';

/** Tokens between a tariff word and the preposition of its goods: "a duty of 25% on". */
const ON_WITHIN = 7;

/** The words of the goods that the sentence names behind "imports of", "duty on", "dumping of"; null when it names none. */
export function goodsNamedIn(line: Line, lead: Step): string | null {
  if (CHARACTERS.has(line.lang)) return goodsByOrigin(line);
  for (const hit of line.hits) {
    const start = startBehind(line, hit, line === lead.line);
    const found = start === null ? null : phraseFrom(line, start);
    if (found !== null) return found.name;
  }
  return line.lang === 'en' ? (inMatterOf(line) ?? goodsOfStep(line, lead)) : goodsByOrigin(line);
}

// "Whereas in the matter of bleached paper, originating in Peru, the authority found": how the acts of India name the goods.
function inMatterOf(line: Line): string | null {
  const at = line.tokens.findIndex(
    ({ text }, place) => text === 'matter' && tokenText(line, place + 1) === 'of',
  );
  return at < 0 ? null : (phraseFrom(line, at + 2)?.name ?? null);
}

// In the sentence of the step "duty" alone is a tariff as well.
function startBehind(line: Line, hit: Hit, isOfStep: boolean): number | null {
  if (hit.meanings.has('goods') && !means(hit, 'goods', 'all')) {
    // "importações brasileiras de": whose imports they are may stand between.
    const whose = hitFrom(line, hit.to);
    const end = whose?.meanings.has('place') === true ? whose.to : hit.to;
    if (OF.has(tokenText(line, end)) || INCLUDING.has(tokenText(line, end))) return end + 1;
    if (tokenText(line, end) === 'such' && tokenText(line, end + 1) === 'as') return end + 2;
    // "واردات الأفران", "импорт цинка", "impor kasur": set right behind, without a word for "of".
    return BARE_OF.has(line.lang) ? hit.to : null;
  }
  const isDuty = hit.meanings.has('tariff') && (isOfStep || !means(hit, 'tariff', 'weak'));
  if (!isDuty && !means(hit, 'instrument', 'AD')) return null;
  const last = tokenText(line, hit.to - 1);
  if (hit.to - hit.from > 1 && (OF.has(last) || ON.has(last))) return hit.to;
  for (let at = hit.to; at < hit.to + ON_WITHIN; at += 1) {
    if (line.lang === 'en' && isOtherPhrase(hitFrom(line, at))) return null;
    if (ON.has(tokenText(line, at)) && means(hitOver(line, at), 'verb')) return null;
    // "a duty on articles imported into the United States": on all of them.
    if (means(hitOver(line, at), 'goods', 'all')) return null;
    if (ON.has(tokenText(line, at))) return ON.has(tokenText(line, at + 1)) ? at + 2 : at + 1;
    if (!mayStandBetween(line, at)) return null;
  }
  return null;
}

// "puts countermeasures on ice", "a duty on top of others": the preposition is part of another phrase.
function isOtherPhrase(hit: Hit | undefined): boolean {
  if (hit === undefined || hit.to - hit.from < 2) return false;
  return hit.meanings.has('verb') || hit.meanings.has('additional');
}

// "a duty of 25% on", "duties imposed on", "dazi antidumping provvisori sulle".
function mayStandBetween(line: Line, at: number): boolean {
  const hit = hitFrom(line, at);
  if (line.tokens[at]?.kind === 'number' || OF.has(tokenText(line, at))) return true;
  if (hit === undefined) return line.lang !== 'en' && line.tokens[at]?.kind === 'word';
  if (line.lang === 'vi' && hit.meanings.has('gainer')) return true;
  return hit.meanings.has('percent') || means(hit, 'verb', 'impose');
}

const BARE_OF: ReadonlySet<string> = new Set(['ar', 'ru', 'uk', 'pl', 'cs', 'id', 'vi']);
const INCLUDING: ReadonlySet<string> = new Set(['including', 'namely', 'like']);
const ON: ReadonlySet<string> = new Set(
  'on sur sobre su sul sull sullo sulla sulle sui sugli auf na op aan atas untuk terhadap bagi voi len cho для на σε στα στις στους στον στην على'.split(
    ' ',
  ),
);

// "Fresh Tomatoes From Mexico: Final Determination": the words before "From" name the goods of a trade-remedy notice.
export function noticeProduct(scene: Scene): Fact<string> | null {
  const title = scene.title;
  if (title === null || !TELLING.some((name) => title.classes.has(name))) return null;
  const from = title.tokens.findIndex((token) => token.text === 'from');
  if (from < 1 || from > 14) return null;
  // "Exporters reel from tariff threats": no goods from there.
  if (title.hits.some((hit) => hit.from < from && hit.to > from)) return null;
  const isNotice = placeGroups(title).some((group) => group.from - from <= 2 && group.from > from);
  if (!isNotice) return null;
  const words = title.tokens
    .slice(0, from)
    .filter(
      (token, at, all) =>
        token.kind === 'word' &&
        !NOTICE_FILLERS.has(token.text) &&
        !(token.text === 'parts' && all[at + 1]?.text === 'thereof'),
    )
    .map((token) => token.text);
  // "Little action so far from Canada after the tariff": a sentence, and no name.
  if (words.length === 0 || words.length > 8 || words.some((word) => NO_NAME.has(word)))
    return null;
  if (
    (['verb', 'place', 'tariff'] as const).some((name) =>
      hitsOf(title, name).some(
        (hit) => hit.to <= from && !(hit.from === 0 && isLikeVerb(hit) && opensName(title, hit)),
      ),
    )
  )
    return null;
  const name = words.slice(-MOST_WORDS).join('-');
  return {
    value: printedName(title.lang, name),
    evidence: evidenceOf(title, 'product:notice-title'),
  };
}

const TELLING = ['tariff', 'probe', 'notice'] as const;
const NO_NAME: ReadonlySet<string> = new Set(
  'list but so no not as after amid while with for over despite before when if'.split(' '),
);
const NOTICE_FILLERS: ReadonlySet<string> = new Set(
  'certain and or the of thereof a an imports import'.split(' '),
);
