// In: an item's texts and the language its feed claims. Out: the language whose words are looked up.
// Only the covered languages are told apart, by script first and by frequent little words second.
const SCRIPTS: readonly (readonly [lang: string, from: number, to: number])[] = [
  ['ja', 0x3040, 0x3100],
  ['ko', 0xac00, 0xd7b0],
  ['ru', 0x0400, 0x0530],
  ['el', 0x0370, 0x0400],
  ['ar', 0x0600, 0x0700],
  ['he', 0x0590, 0x0600],
  ['hi', 0x0900, 0x0980],
  ['bn', 0x0980, 0x0a00],
  ['gu', 0x0a80, 0x0b00],
  ['th', 0x0e00, 0x0e80],
  ['zh', 0x4e00, 0xa000],
];

const LITTLE_WORDS: readonly (readonly [lang: string, words: readonly string[]])[] = [
  ['en', 'the of and to on in for is with from by its at are will as that'.split(' ')],
  ['es', 'el los las del y en que por una con para sobre al se su desde'.split(' ')],
  ['pt', 'os das dos do da em que por uma com para sobre ao não sua é são'.split(' ')],
  ['fr', 'le les des du et en que par une avec pour sur au aux est dans sont'.split(' ')],
  ['de', 'der die das und in auf für mit von den dem des ist ein eine nicht zu'.split(' ')],
  ['it', 'il lo gli della del di e che per una con sulle sui sono dal nella'.split(' ')],
  ['pl', 'w na z i że się do o od nie jest oraz dla przez'.split(' ')],
  ['tr', 've bir bu için ile olarak yüzde göre den dan ithalatında'.split(' ')],
  ['id', 'yang dan di dari untuk dengan pada akan tarif impor atas ini terhadap'.split(' ')],
  ['vi', 'và của các với cho từ là trong đối được không'.split(' ')],
  ['nl', 'de het een en van op voor met niet zijn naar door'.split(' ')],
  ['sv', 'och att det som på av för med den till är inte'.split(' ')],
  ['cs', 'a na se že je do z pro ze v od není'.split(' ')],
  ['ro', 'și de la în pe cu care din pentru nu este'.split(' ')],
  ['hu', 'a az és hogy nem egy meg is vám'.split(' ')],
];

const MOST_LOOKED_AT = 300;

/** ISO 639-1 of the text. `claimed` is kept unless the script or most little words speak against it. */
export function findLanguage(text: string, claimed: string | undefined): string {
  const sample = text.slice(0, MOST_LOOKED_AT);
  const byScript = scriptOf(sample);
  const printed = claimed?.slice(0, 2).toLowerCase();
  const claim = printed === undefined ? undefined : (READ_AS.get(printed) ?? printed);
  if (byScript !== null) return fitsScript(claim, byScript) ? (claim ?? byScript) : byScript;
  // A claim in a Latin script is believed: little words cost time and err on short titles.
  if (claim !== undefined && claim !== '') return claim;
  return byLittleWords(sample) ?? 'en';
}

/** Languages close enough to a covered one to be read with its words. */
const READ_AS: ReadonlyMap<string, string> = new Map([
  ['ms', 'id'],
  ['nb', 'no'],
  ['nn', 'no'],
  ['sk', 'cs'],
  ['be', 'ru'],
]);

const SHARED_SCRIPTS: ReadonlyMap<string, readonly string[]> = new Map([
  ['ru', ['uk']],
  ['ar', ['fa']],
  ['zh', ['ja']],
]);

function fitsScript(claim: string | undefined, script: string): boolean {
  return claim === script || (SHARED_SCRIPTS.get(script) ?? []).includes(claim ?? '');
}

function scriptOf(sample: string): string | null {
  const counts = new Map<string, number>();
  let latin = 0;
  for (let at = 0; at < sample.length; at += 1) {
    const code = sample.charCodeAt(at);
    if (code < 0x0250) {
      latin += 1;
      continue;
    }
    if (code >= 0x2000 && code < 0x2100) continue;
    const script = SCRIPTS.find(([, from, to]) => code >= from && code < to)?.[0];
    if (script !== undefined) counts.set(script, (counts.get(script) ?? 0) + 1);
  }
  // Kana settle Japanese even where most characters are shared with Chinese.
  if ((counts.get('ja') ?? 0) >= 2) return 'ja';
  let best: string | null = null;
  for (const [script, count] of counts) {
    if (count * 2 > latin && count > (counts.get(best ?? '') ?? 0)) best = script;
  }
  return best;
}

const LANGUAGES_OF_WORD: ReadonlyMap<string, readonly string[]> = languagesOfWords();

function languagesOfWords(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [lang, words] of LITTLE_WORDS) {
    for (const word of words) {
      const known = found.get(word);
      if (known === undefined) found.set(word, [lang]);
      else known.push(lang);
    }
  }
  return found;
}

/** Names with little words of their own, as news of any language has them. */
const NAMES = /\bvon der leyen\b|\bel salvador\b|\bdas neves\b|\blos angeles\b|\brio de janeiro\b/g;

function byLittleWords(sample: string): string | null {
  const counts = new Map<string, number>();
  let best: string | null = null;
  let most = 1;
  for (const word of sample
    .toLowerCase()
    .replaceAll(NAMES, ' ')
    .split(/[\s,.:;()"'’]+/)) {
    for (const lang of LANGUAGES_OF_WORD.get(word) ?? []) {
      const count = (counts.get(lang) ?? 0) + 1;
      counts.set(lang, count);
      if (count > most) [best, most] = [lang, count];
    }
  }
  return best;
}
