// Titles in which those ask who set no tariffs, told without a step. In: a title. Out: yes or no. English only.
import type { Hit } from '../words/lexicon.ts';
import {
  headMarks,
  hitFrom,
  hitsOf,
  isParted,
  type Line,
  means,
  tokenText,
} from '../words/scene.ts';

/** True for "Indian steel industry seeks anti-dumping probe": an industry right before the verb of asking. */
export function isPetition(title: Line): boolean {
  if (title.lang !== 'en') return false;
  const asker = headMarks(title).find((hit) => means(hit, 'frame', 'lobby'));
  if (asker === undefined) return false;
  if (isPressingForRelief(title, asker)) return true;
  const ask = hitFrom(title, asker.to);
  if (ask === undefined || !means(ask, 'verb', 'seek')) return false;
  return hitsOf(title, 'probe').some(
    (hit) => hit.from >= ask.to && !isParted(title, ask.to, hit.from),
  );
}

const PRESSING =
  /^(?:press(?:es|ed|ing)?|pressur(?:e|es|ed|ing)|lobb(?:y|ies|ied)|push(?:es|ed|ing)?|plead(?:s|ed|ing)?|beg(?:s|ged)?)$/;

/** True for "Poultry Association pushes for tariff hike": a verb that only presses, whoever stands before it. */
export function isPressing(line: Line, { from }: Hit): boolean {
  return PRESSING.test(tokenText(line, from));
}

const OPENS_WITHIN = 4;
const PRESSES_WITHIN = 4;

// "Car lobby groups unite to pressure Lula for tariff relief".
function isPressingForRelief(title: Line, asker: Hit): boolean {
  if (asker.from > OPENS_WITHIN) return false;
  const pressed = title.tokens
    .slice(asker.to, asker.to + PRESSES_WITHIN)
    .some(({ text }) => PRESSING.test(text));
  // "Steel industry, union press for tariffs to stay".
  const isForTariffs = hitsOf(title, 'tariff').some(
    (hit) => hit.from > asker.to && tokenText(title, hit.from - 1) === 'for',
  );
  return pressed && (isForTariffs || hitsOf(title, 'relief').some((hit) => hit.from > asker.to));
}

const URGING = /^(?:urges?|plead|pleads|demands?|begs?|implores?|says?|tells?)$/;

/** "Remove tariffs, urge business groups": who wishes for what a title commands stands behind its last comma. */
export function isUrgedBehind(title: Line, from: number): boolean {
  const comma = title.tokens.findLastIndex(({ text }) => text === ',');
  if (comma < from || !URGING.test(tokenText(title, comma + 1))) return false;
  return headMarks(title).some((hit) => hit.from > comma && means(hit, 'frame', 'lobby'));
}
