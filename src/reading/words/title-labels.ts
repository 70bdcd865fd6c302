// What a desk hangs onto a title to say how it comes and not what it says: "BREAKING:", "UPDATE 2-", "(2nd LD)", "[속보]", "[VIDEO]",
// "Business |", an emoji, hashtags. No rule may take such a word for the start of the sentence, or a tag for its matter.
// In: the sentences of an item. Out: the same without their labels, and the labels. A label that tells what kind of
// text it is ("Opinion:", "Analysis |", "Explainer -", "[사설]") is kept: it decides whether there is news at all.
import { partOf, type Sentence } from './cut-text.ts';
import type { Hit } from './lexicon.ts';

const MOST_LABELS = 3;
const MOST_TAGS = 8;
/** Characters of a label with its number. */
const LONGEST = 32;
/** A title says something in no fewer tokens. */
const SHORTEST_TITLE = 3;

/** Labels as desks print them, in small letters, without their numbers. */
const LABELS: ReadonlySet<string> = new Set(
  (
    'breaking|breaking news|just in|this just in|update|updated|urgent|alert|news alert|news flash|newsflash|flash|lead|ld|' +
    'exclusive|live|live updates|live update|watch|watch live|video|videos|photo|photos|audio|as it happened|business live|' +
    'developing|developing story|key points|key highlights|highlights|in brief|at a glance|corrected|recasts|refile|rpt|' +
    'wrapup|latest|the latest|news|top news|world|world news|business|business news|economy|politics|trade|press release|' +
    'news release|media release|media advisory|for immediate release|' +
    'eilmeldung|eil|exklusiv|liveticker|urgente|última hora|ultima hora|último minuto|ultimo minuto|en vivo|exclusiva|' +
    'exclusivo|ao vivo|alerte|alerte info|exclusif|direct|en direct|ultim’ora|ultimora|esclusiva|in diretta|pilne|' +
    'z ostatniej chwili|na żywo|son dakika|flaş|canlı|özel|срочно|молния|эксклюзив|терміново|عاجل|속보|단독|긴급|종합|상보|' +
    '1보|2보|3보|速報|号外|独自|快讯|突发|独家|即时|最新|更新|动态|laatste nieuws|senaste nytt|siste|seneste|nóng|khẩn'
  ).split('|'),
);

const BRACKETS: Readonly<Record<string, string>> = {
  '[': ']',
  '(': ')',
  '【': '】',
  '（': '）',
  '［': '］',
  '＜': '＞',
};

/** The sentences of an item with the labels taken off: before the title and the text, and behind the title. */
export function partLabels(
  sentences: readonly Sentence[],
  hitsOf: (sentence: Sentence) => readonly Hit[],
): {
  readonly unlabelled: readonly Sentence[];
  readonly labels: readonly Sentence[];
} {
  const labels: Sentence[] = [];
  const unlabelled: Sentence[] = [];
  for (const [at, sentence] of sentences.entries()) {
    const { field, tokens } = sentence;
    const opens = field !== sentences[at - 1]?.field;
    const closesTitle = field === 'title' && sentences[at + 1]?.field !== 'title';
    if (opens && !closesTitle && isMereLabel(sentence)) {
      labels.push(sentence);
      continue;
    }
    const heading = field === 'title' || !opens ? 0 : headingLength(sentence, sentences[0]);
    const label = opens ? Math.max(heading, labelsLength(sentence)) : 0;
    const behind = label === 0 ? sentence : partOf(sentence, label, tokens.length);
    const topic = at === 0 ? topicLength(behind, () => hitsOf(behind)) : 0;
    const from = label + topic;
    const to = closesTitle ? unlabelledLength(sentence) : tokens.length;
    const isBare = from >= to || (from === 0 && to === tokens.length);
    if (!isBare && from > 0) labels.push(partOf(sentence, 0, from));
    if (!isBare && to < tokens.length) labels.push(partOf(sentence, to, tokens.length));
    unlabelled.push(isBare ? sentence : partOf(sentence, from, to));
  }
  return { unlabelled, labels };
}

/** Tokens of "【title】" before a text that repeats its title in brackets, as Chinese flashes do. */
function headingLength({ raw, start, tokens }: Sentence, title: Sentence | undefined): number {
  const closing = BRACKETS[raw.charAt(start - 1)];
  if (closing === undefined || title?.field !== 'title') return 0;
  const end = raw.indexOf(closing, start);
  const isTitle = end > start && raw.slice(start, end).trim() === title.raw.trim();
  return isTitle
    ? Math.max(
        0,
        tokens.findIndex((token) => token.start > end),
      )
    : 0;
}

/** Tokens at the beginning of a title that are labels. */
function labelsLength({ raw, start, tokens }: Sentence): number {
  // Some brackets are no tokens, so that the sentence begins behind them.
  let from = BRACKETS[raw.charAt(start - 1)] === undefined ? start : start - 1;
  for (let labels = 0; labels < MOST_LABELS; labels += 1) {
    const end = labelEnd(raw, behindSigns(raw, from));
    if (end === from) break;
    from = end;
  }
  const first = tokens.findIndex((token) => token.start >= from);
  return tokens.length - first >= SHORTEST_TITLE ? Math.max(first, 0) : 0;
}

/**
 * Tokens of "Zölle: ", "Aranceles: ", "US-China trade war: ": the tariff or the quarrel as the topic of a title that tells its own
 * step behind; 0 where there is none.
 */
function topicLength({ tokens }: Sentence, hitsOf: () => readonly Hit[]): number {
  const colon = tokens.slice(0, MOST_OF_TOPIC + 1).findIndex(({ text }) => text === ':');
  if (colon < 1) return 0;
  const hits = hitsOf();
  const [first] = hits;
  const isTariff = first?.from === 0 && first.to === colon && first.meanings.has('tariff');
  const isQuarrel = tokens
    .slice(0, colon)
    .some(({ text }, at) => QUARREL.has(text) && QUARRELLED.has(tokens[at - 1]?.text ?? ''));
  const behind = hits.filter(({ from }) => from > colon);
  const isTold =
    behind.some(({ meanings }) => meanings.has('tariff')) &&
    (isTariff || behind.some(({ meanings }) => meanings.has('place')));
  return (isTariff || isQuarrel) && isTold ? colon + 1 : 0;
}

const QUARREL: ReadonlySet<string> = new Set([
  'war',
  'row',
  'spat',
  'dispute',
  'fight',
  'tensions',
]);
const QUARRELLED: ReadonlySet<string> = new Set(['trade', 'tariff', 'tariffs']);
const MOST_OF_TOPIC = 7;

/** True for a sentence that is nothing but a label: "EN DIRECT.", "SON DAKİKA!". */
function isMereLabel({ raw, start, end }: Sentence): boolean {
  return end - start <= LONGEST && isLabel(raw.slice(start, end).replace(/[.!！。]$/, ''));
}

/** Tokens of a title before the labels and hashtags it ends with; all of them where it has none. */
function unlabelledLength({ raw, start, end, tokens }: Sentence): number {
  let told = raw.slice(start, behindSign(raw, end));
  for (let tags = 0; tags < MOST_TAGS; tags += 1) {
    const shorter = withoutTag(told);
    if (shorter === told) break;
    told = shorter;
  }
  const length = tokens.filter((token) => token.end <= start + told.length).length;
  return length >= SHORTEST_TITLE ? length : tokens.length;
}

/** Where the label at `from` ends, with the sign that parts it from the title; `from` itself where none stands there. */
function labelEnd(raw: string, from: number): number {
  const closing = BRACKETS[raw.charAt(from)];
  if (closing !== undefined) {
    const end = raw.slice(from, from + LONGEST).indexOf(closing) + from;
    return end > from && isLabel(raw.slice(from + 1, end)) ? behindParting(raw, end + 1) : from;
  }
  const parting = /[:：|｜!！/>–—-]/.exec(raw.slice(from, from + LONGEST));
  if (parting === null) return from;
  const end = from + parting.index;
  // "Live-streamed hearing": a hyphen parts a label from a capital letter, or from a space.
  const isParted = parting[0] !== '-' || /^-[\s-]*[^\p{Ll}\s]/u.test(raw.slice(end, end + LONGEST));
  return isParted && isLabel(raw.slice(from, end)) ? behindParting(raw, end) : from;
}

function behindParting(raw: string, from: number): number {
  let at = from;
  while (/^[\s:：|｜!！/>–—-]$/.test(raw.charAt(at))) at += 1;
  return at;
}

function behindSigns(raw: string, from: number): number {
  let at = from;
  while (at < raw.length) {
    const sign = String.fromCodePoint(raw.codePointAt(at) ?? 0);
    if (!SIGN.test(sign)) break;
    at += sign.length;
  }
  return at;
}

/** Pictures and bullets; digits, "#" and "*" are emoji to Unicode too, and are none of these. */
const SIGN =
  /^(?:\p{Extended_Pictographic}|\p{Emoji_Presentation}|\p{Emoji_Modifier}|\u200d|\ufe0f|[\s•●▶►★■◆▲※])$/u;

/** A tag's bracket or sign behind the last token belongs to the sentence. */
function behindSign(raw: string, end: number): number {
  return BRACKETS_CLOSE.has(raw.charAt(end)) ? end + 1 : end;
}

const BRACKETS_CLOSE: ReadonlySet<string> = new Set(Object.values(BRACKETS));

function withoutTag(told: string): string {
  const sign = lastSign(told);
  if (SIGN.test(sign)) return told.slice(0, -sign.length);
  const hash = told.lastIndexOf('#');
  if (hash > 0 && HASHTAG.test(told.slice(hash))) return told.slice(0, hash).trimEnd();
  const dash = /\s[-–—]\s(?=[^-–—]{1,20}$)/.exec(told);
  if (dash !== null && isLabel(told.slice(dash.index + dash[0].length)))
    return told.slice(0, dash.index);
  const last = told.charAt(told.length - 1);
  for (const [opening, closing] of Object.entries(BRACKETS)) {
    if (last !== closing) continue;
    const at = told.lastIndexOf(opening);
    return at > 0 && isLabel(told.slice(at + 1, -1)) ? told.slice(0, at).trimEnd() : told;
  }
  return told;
}

/** The last sign as a whole character: a picture takes two units. */
function lastSign(told: string): string {
  const two = told.slice(-2);
  return /^[\ud800-\udbff]/.test(two) ? two : told.slice(-1);
}

const HASHTAG = /^#[\p{L}\p{M}\p{N}_]+$/u;

// "UPDATE 2", "4th LD", "2보": the number says how often it has come.
function isLabel(raw: string): boolean {
  // "SON DAKİKA": the dotted capital leaves a mark of its own behind.
  const text = raw.toLowerCase().replace('\u0307', '').trim();
  if (LABELS.has(text)) return true;
  return LABELS.has(text.replace(/^\d{1,2}(?:st|nd|rd|th)? |[ -]?\d{1,2}$/g, ''));
}
