// States by one character, as headlines in Japanese, Korean and Chinese print them: "米関税", "英ウイスキー", "미 철강 관세". In: a
// sentence and its phrases. Out: the phrases with such a name told. A character is a name only where nothing else is written onto
// it and a tariff, goods or a comma stand right behind. Data and one pass.
import type { Sentence, Token } from './cut-text.ts';
import type { Hit, HitClass } from './lexicon.ts';

/** Language, character -> the state. */
const NAMES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ja: {
    米: 'US',
    英: 'GB',
    仏: 'FR',
    独: 'DE',
    伊: 'IT',
    加: 'CA',
    豪: 'AU',
    印: 'IN',
    韓: 'KR',
    露: 'RU',
  },
  ko: {
    미: 'US',
    美: 'US',
    중: 'CN',
    中: 'CN',
    일: 'JP',
    日: 'JP',
    영: 'GB',
    英: 'GB',
    독: 'DE',
    獨: 'DE',
    印: 'IN',
    佛: 'FR',
    加: 'CA',
  },
  zh: {
    美: 'US',
    英: 'GB',
    法: 'FR',
    德: 'DE',
    日: 'JP',
    韩: 'KR',
    韓: 'KR',
    加: 'CA',
    墨: 'MX',
    澳: 'AU',
    印: 'IN',
    俄: 'RU',
  },
};

const NAMED_BEFORE = ['tariff', 'product', 'goods'] as const;
const COMMAS: ReadonlySet<string> = new Set([',', '、', '，']);

/** The hits with a place for each character that stands for a state. */
export function withShortNames(
  lang: string,
  sentence: Sentence,
  hits: readonly Hit[],
): readonly Hit[] {
  const names = NAMES[lang];
  if (names === undefined) return hits;
  const told: Hit[] = [];
  for (const [at, token] of sentence.tokens.entries()) {
    const code = names[token.text];
    if (code === undefined || hits.some((hit) => hit.from <= at && at < hit.to)) continue;
    if (isAlone(lang, sentence, hits, at) && isNameOf(lang, sentence, hits, at))
      told.push(placed(at, code));
  }
  if (told.length === 0) return hits;
  return [...hits, ...told].sort((a, b) => a.from - b.from);
}

function placed(at: number, code: string): Hit {
  const meanings = new Map<HitClass, string[]>([
    ['place', [code]],
    ['placekind', ['name']],
  ]);
  return { from: at, to: at + 1, meanings };
}

// What stands right before must not be written onto it: "北美", "5台".
function isAlone(
  lang: string,
  { tokens, raw }: Sentence,
  hits: readonly Hit[],
  at: number,
): boolean {
  const before = tokens[at - 1];
  if (before === undefined || before.kind === 'mark') return true;
  if (before.kind === 'number') return false;
  const isSpaced = raw.charAt((tokens[at]?.start ?? 0) - 1) === ' ';
  return isSpaced || (lang !== 'ko' && hits.some((hit) => hit.to === at));
}

function isNameOf(lang: string, sentence: Sentence, hits: readonly Hit[], at: number): boolean {
  const { tokens, raw } = sentence;
  const token = tokens[at] as Token;
  if (at === 0 && COMMAS.has(raw.charAt(token.end))) return true;
  // Korean writes such a name as a word of its own.
  if (lang === 'ko' && token.text >= HANGUL && raw.charAt(token.end) !== ' ') return false;
  const next = hits.find((hit) => hit.from === at + 1);
  return next !== undefined && NAMED_BEFORE.some((name) => next.meanings.has(name));
}

const HANGUL = '가';
