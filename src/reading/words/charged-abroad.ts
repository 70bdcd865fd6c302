// Percentages that are themselves the tariff in other languages than English: "25 Prozent auf Walzdraht aus China", "15 % pour
// l'essentiel des exportations européennes", "日本に25%". In: a sentence and its phrases. Out: the phrases with such a percentage
// meaning a tariff. It must stand alone: behind a word for "by" or "of" a percentage tells how far something rose or fell.
import type { Sentence } from './cut-text.ts';
import type { Hit } from './lexicon.ts';

/** Little words that lay a figure on goods, per language. */
const LAID_ON: Readonly<Record<string, ReadonlySet<string>>> = {
  de: words('auf fur gegen'),
  fr: words('sur pour contre'),
  es: words('sobre a para contra'),
  pt: words('sobre para a contra'),
  it: words('su sui sul sulle sugli sull sulla per contro'),
  nl: words('op voor tegen'),
  pl: words('na dla'),
  ru: words('на для'),
  id: words('untuk atas terhadap bagi'),
  vi: words('voi len'),
  sv: words('pa for mot'),
  da: words('pa for mod'),
  no: words('pa for mot'),
  cs: words('na pro'),
};

/** Languages that write whom it hits before the figure. */
const LAID_BEFORE: ReadonlySet<string> = new Set(['ja', 'ko', 'zh']);

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}

/** The place among `hits` of each percentage that goods of another country are charged. */
export function chargedAbroad(
  lang: string,
  sentence: Sentence,
  hits: readonly Hit[],
): ReadonlySet<number> {
  const found = new Set<number>();
  const has = (name: keyof typeof OUT): boolean => hits.some(({ meanings }) => meanings.has(name));
  if (hits.some(({ meanings }) => meanings.has('tariff')) || has('othertax')) return found;
  if (!has('place')) return found;
  for (const [place, hit] of hits.entries()) {
    if (!hit.meanings.has('percent') || hit.meanings.has('points')) continue;
    if (lang === 'tr' && isLaidInDative(sentence, hits, hit)) found.add(place);
    if (sentence.tokens[hit.from - 1]?.kind !== 'number') continue;
    const isLaid = LAID_BEFORE.has(lang)
      ? isLaidBehind(sentence, hits, hit)
      : isLaidBefore(lang, sentence, hits, hit) ||
        isLaidByCaller(lang, sentence, hits, hit) ||
        isThreatened(lang, sentence, hits, hit) ||
        isDueOnGoods(sentence, hits, hit) ||
        isPaid(hits, hit) ||
        standsAlone(sentence, hits, hit);
    if (isLaid) found.add(place);
  }
  return found;
}

const OUT = { othertax: true, place: true } as const;

/** Words before a figure that say how far something moved, and verbs of moving. */
const MOVED: ReadonlySet<string> = words(
  'um von vom de del des du di da do d en em por of by o o na z ze с на met van dengan sebesar dari minus plus rabatt anteil',
);
const GOODS_WITHIN = 6;
const WARES = ['goods', 'product', 'foreign', 'share', 'movement'] as const;

// "25 Prozent auf Walzdraht aus China": goods and whose they are stand right behind, in one run of words.
function isLaidBefore(
  lang: string,
  { tokens }: Sentence,
  hits: readonly Hit[],
  percent: Hit,
): boolean {
  if (LAID_ON[lang]?.has(tokens[percent.to]?.text ?? '') !== true) return false;
  if (MOVED.has(tokens[percent.from - 2]?.text ?? '')) return false;
  if (movesBefore(hits, percent)) return false;
  const end = Math.min(tokens.length, percent.to + 1 + 2 * GOODS_WITHIN);
  const stop = tokens.findIndex(
    ({ kind }, at) => at > percent.to && at < end && (kind === 'mark' || kind === 'number'),
  );
  const to = stop < 0 ? end : stop;
  const inside = hits.filter((hit) => hit.from > percent.to && hit.to <= to);
  const first = inside[0];
  if (first === undefined || first.from - percent.to > GOODS_WITHIN) return false;
  const hasPlace = inside.some(isCountry);
  const hasWares = inside.some(({ meanings }) => WARES.some((name) => meanings.has(name)));
  return hasPlace && (hasWares || inside.some(({ meanings }) => meanings.has('prep')));
}

// A person or an office is charged nothing.
function isCountry({ meanings }: Hit): boolean {
  const kinds = meanings.get('placekind') ?? [];
  return meanings.has('place') && kinds.some((kind) => kind !== 'leader' && kind !== 'government');
}

const MOVED_WITHIN = 5;

// "Exports fall 15% for cars from China": a verb of moving right before tells what moved.
function movesBefore(hits: readonly Hit[], percent: Hit): boolean {
  return hits.some(
    (hit) =>
      hit.to <= percent.from &&
      percent.from - hit.to <= MOVED_WITHIN &&
      (hit.meanings.get('mood')?.includes('change') === true ||
        hit.meanings.get('verb')?.some((family) => family === 'raise' || family === 'cut') ===
          true),
  );
}

const DUE: ReadonlySet<string> = words(
  'fallig faellig erhoben verlangt verlangen belegen belegt kassiert kassieren dus due percu percue preleve exigible cobrado cobrada cobrara cobra cobran cobram pagara pagaran pagam dovuto dovuti applicato verschuldigd geheven rekent rekenen berekent naliczane pobierane pobiera dikenai dikenakan kena terkena kenakan legt leggen legde scatta scattano taxe taxera taxent взимать взиматься взимает взимают',
);
const DUE_WITHIN = 6;

// "Für Importe aus den USA werden ab Samstag 125 Prozent fällig": goods, whose they are, and what is due on them.
function isDueOnGoods({ tokens }: Sentence, hits: readonly Hit[], percent: Hit): boolean {
  const isDue = tokens
    .slice(Math.max(0, percent.from - DUE_WITHIN), percent.to + DUE_WITHIN)
    .some(({ text }) => DUE.has(text));
  if (!isDue || MOVED.has(tokens[percent.from - 2]?.text ?? '')) return false;
  const goods = hits.find(({ meanings }) => CHARGED.some((name) => meanings.has(name)));
  return goods !== undefined && hits.some(isCountry);
}

const CHARGED = ['goods', 'foreign', 'product'] as const;

const PAID_WITHIN = 4;

// "Seul zapłaci 15 proc.": a state, that it pays, and how much.
function isPaid(hits: readonly Hit[], percent: Hit): boolean {
  return hits.some(
    (hit) =>
      hit.meanings.has('gainer') &&
      percent.from - hit.to >= 1 &&
      percent.from - hit.to <= PAID_WITHIN &&
      hits.some((place) => place.to === hit.from && place.from <= 1 && isCountry(place)),
  );
}

// "Trump nimmt Medikamente ins Visier: 100 Prozent ab Oktober": behind the colon nothing but the figure and its day.
function standsAlone({ tokens }: Sentence, hits: readonly Hit[], percent: Hit): boolean {
  if (tokens[percent.from - 2]?.text !== ':') return false;
  const next = hits.find((hit) => hit.from === percent.to);
  const isDated = next?.meanings.has('effective') === true || tokens.length === percent.to;
  const has = (name: 'product' | 'place'): boolean =>
    hits.some((hit) => hit.to < percent.from && hit.meanings.has(name));
  return isDated && has('product') && has('place');
}

// "Washington double la mise : 50 % sur l'acier": a state before the colon, and behind it a figure that is laid on goods.
function isLaidByCaller(
  lang: string,
  { tokens }: Sentence,
  hits: readonly Hit[],
  percent: Hit,
): boolean {
  if (tokens[percent.from - 2]?.text !== ':') return false;
  if (LAID_ON[lang]?.has(tokens[percent.to]?.text ?? '') !== true) return false;
  const isCalled = hits.some(
    (hit) => hit.from <= 1 && hit.to < percent.from && hit.meanings.has('place'),
  );
  const goods = hits.find((hit) => hit.from > percent.to && hit.meanings.has('product'));
  return isCalled && goods !== undefined && goods.from - percent.to <= CALLED_WITHIN;
}

const CALLED_WITHIN = 3;

const THREATENED_WITHIN = 7;

// "droht der Schweiz mit 39 Prozent auf Uhren", "minaccia la Spagna con il 40% sulle auto": who is threatened, with how much on what.
function isThreatened(
  lang: string,
  { tokens }: Sentence,
  hits: readonly Hit[],
  percent: Hit,
): boolean {
  if (LAID_ON[lang]?.has(tokens[percent.to]?.text ?? '') !== true) return false;
  const threat = hits.find(
    (hit) =>
      hit.to <= percent.from &&
      percent.from - hit.to <= THREATENED_WITHIN &&
      hit.meanings.get('verb')?.includes('threaten') === true,
  );
  const goods = hits.find(
    (hit) => hit.from > percent.to && (hit.meanings.has('product') || hit.meanings.has('goods')),
  );
  return (
    threat !== undefined &&
    goods !== undefined &&
    goods.from - percent.to <= CALLED_WITHIN &&
    hits.some((hit) => hit.to <= percent.from && isCountry(hit))
  );
}

// "Türkiye'ye yüzde 10": the sign stands before the number, the country before the sign.
function isLaidInDative({ tokens }: Sentence, hits: readonly Hit[], percent: Hit): boolean {
  if (tokens[percent.to]?.kind !== 'number') return false;
  const particle = hits.find((hit) => hit.to === percent.from);
  if (particle?.meanings.get('particle')?.includes('object') !== true) return false;
  return hits.some(
    (hit) => hit.to <= particle.from && particle.from - hit.to <= 1 && isCountry(hit),
  );
}

function isVoice({ meanings }: Hit): boolean {
  return (meanings.get('placekind') ?? []).some(
    (kind) => kind === 'leader' || kind === 'government',
  );
}

const LAYING: ReadonlySet<string> = new Set(['impose', 'threaten', 'start', 'announce']);
const BEHIND_WITHIN = 4;

// "日本に25%と書簡で通告 8月1日発動", "한국산에 25%": a country with its particle right before, and a verb that lays something.
function isLaidBehind(_sentence: Sentence, hits: readonly Hit[], percent: Hit): boolean {
  const particle = hits.findLast((hit) => hit.to < percent.from);
  if (particle === undefined || percent.from - particle.to > 1) return false;
  if (particle.meanings.get('particle')?.includes('object') !== true) return false;
  const hasPlace = hits.some(
    (hit) => hit.to <= particle.from && particle.from - hit.to <= BEHIND_WITHIN && isCountry(hit),
  );
  const isLaid = hits.some(
    (hit) =>
      hit.meanings.get('verb')?.some((family) => LAYING.has(family)) === true ||
      // "トランプ大統領「日本の自動車に25%」".
      (hit.from === 0 && isVoice(hit)),
  );
  return hasPlace && isLaid && !movesBefore(hits, percent);
}
