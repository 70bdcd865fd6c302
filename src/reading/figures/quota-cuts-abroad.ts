// How much less a quota lets in, outside English: "Die zollfreie Menge soll um 47 Prozent sinken", "쿼터 47% 축소", "将进口配额削减35%".
// In: a percentage in its sentence. Out: yes or no.
import { hitBefore, hitFrom, hitsOf, type Line, means, tokenText } from '../words/scene.ts';
import type { Percent } from './find-percents.ts';

const VOLUME_WITHIN = 14;

type Cutting = { readonly by: ReadonlySet<string>; readonly volumes: readonly string[] };

const CUTTINGS: Readonly<Record<string, Cutting>> = {
  de: { by: new Set(['um']), volumes: ['menge', 'kontingent', 'quote', 'einfuhr', 'import'] },
  nl: { by: new Set(['met']), volumes: ['quot', 'invoer', 'volume', 'hoeveelhe'] },
  fr: { by: new Set(['de']), volumes: ['quota', 'contingent', 'volume'] },
  es: { by: new Set(['un', 'en']), volumes: ['cuota', 'cupo', 'contingente', 'volum'] },
  pt: { by: new Set(['em']), volumes: ['cota', 'quota', 'contingente', 'volume'] },
  pl: { by: new Set(['o']), volumes: ['kontyngent', 'limit', 'kwot'] },
  ru: { by: new Set(['на']), volumes: ['квот'] },
  it: { by: new Set(['del']), volumes: ['quot', 'contingent', 'volum'] },
};

const CUT_BEHIND: ReadonlySet<string> = new Set(['축', '감', '줄', '削', '减', '減', '砍']);

/** "kotayı yüzde 60 azaltıyor". */
const CUT_TR = /^(?:azalt|indir|dusur|kis)/;

// "쿼터 47% 축소", "配额47%削减": the amount right before the figure, the cut behind it.
function isCutBehind(line: Line, percent: Percent): boolean {
  const behind = tokenText(line, percent.to);
  const isCut = line.lang === 'tr' ? CUT_TR.test(behind) : CUT_BEHIND.has(behind.charAt(0));
  if (!isCut) return false;
  const quota = hitsOf(line, 'quota').findLast((hit) => hit.to <= percent.from);
  if (quota === undefined) return false;
  if (percent.from - quota.to <= 2) return true;
  // "쿼터를 3053만t에서 1830만t으로 47% 줄이고": amounts stand between.
  const between = line.tokens.slice(quota.to, percent.from);
  return (
    line.lang !== 'tr' &&
    between.length <= AMOUNTS_WITHIN &&
    !between.some(({ text }) => CLOSING.has(text)) &&
    !hitsOf(line, 'tariff').some((hit) => hit.from >= quota.to && hit.to <= percent.from)
  );
}

const AMOUNTS_WITHIN = 24;
const CLOSING: ReadonlySet<string> = new Set([',', '，', ';']);

// "将进口配额削减35%": in Chinese the verb stands before the figure.
function isCutBefore(line: Line, percent: Percent): boolean {
  const verb = line.lang === 'zh' ? hitBefore(line, percent.from) : undefined;
  if (!means(verb, 'verb', 'cut') || verb === undefined) return false;
  return hitsOf(line, 'quota').some((hit) => hit.to <= verb.from && verb.from - hit.to <= 2);
}

/** True for "Die zollfreie Menge soll um 47 Prozent sinken". */
export function isOtherQuotaCut(line: Line, percent: Percent): boolean {
  if (isCutBehind(line, percent) || isCutBefore(line, percent)) return true;
  const cutting = CUTTINGS[line.lang];
  if (cutting === undefined || !cutting.by.has(tokenText(line, percent.from - 1))) return false;
  // "au-delà du quota, un droit de 25 %": the figure is the tariff's.
  if (hitBefore(line, percent.from - 1)?.meanings.has('tariff') === true) return false;
  const near = line.tokens.slice(Math.max(0, percent.from - VOLUME_WITHIN), percent.from);
  return (
    near.some((token) => cutting.volumes.some((stem) => token.text.startsWith(stem))) &&
    !near.some((token, at) => token.text === ',' && at > near.length - 4) &&
    hitFrom(line, percent.to)?.meanings.has('tariff') !== true
  );
}
