// What sentences outside English tell as done before: by a word for "earlier" ("此前", "앞서", "ранее"), or as what the news follows
// ("関税違憲判決受け", "관세 위법 판결 후속", "vergilerin ardından"). In: a sentence and a verb in it. Out: yes or no.
import type { Hit } from '../words/lexicon.ts';
import type { Line } from '../words/scene.ts';

/** What a step is the cause or the time of, right behind its verb where verbs come last; as printed. */
const FOLLOWED: Readonly<Record<string, RegExp>> = {
  ja: /^[^、。，\s]{0,5}?(?:を?受け(?!入|容|取)|に続[きく]|に伴[うい])/u,
  ko: /^[^,.…]{0,6}?(?:후속|이후|따른(?! 것)|여파)/u,
  tr: /^\S*(?: \S+)? (?:sonrası|sonrasında|ardından|üzerine)/u,
};
/** Words for "earlier" with which a sentence opens or that stand before its verb, as printed. */
const EARLIER: Readonly<Record<string, RegExp>> = {
  zh: /(?:此前|早前|先前|稍早前)，?[^，。；]{0,24}$/u,
  ko: /^\s*(?:이에 )?앞서[^.]*$/u,
  ja: /^\s*(?:これに先立ち|先に|これまでに)[^。]*$/u,
  ru: /^\s*(?:Ранее|До этого|Прежде)(?!\p{L})[^.]*$/u,
  uk: /^\s*(?:Раніше|До цього)(?!\p{L})[^.]*$/u,
  pl: /^\s*(?:Wcześniej|Uprzednio|Przedtem)(?!\p{L})[^.]*$/u,
  cs: /^\s*(?:Dříve|Předtím|Již dříve)(?!\p{L})[^.]*$/u,
  de: /^\s*(?:Zuvor|Bereits zuvor|Davor)(?!\p{L})[^.]*$/u,
  nl: /^\s*(?:Eerder|Daarvoor|Voordien)(?!\p{L})[^.]*$/u,
  fr: /^\s*(?:Auparavant|Précédemment|Plus tôt)(?!\p{L})[^.]*$|(?:avait|avaient) (?:auparavant|précédemment)[^.]{0,40}$/u,
  es: /^\s*(?:Previamente|Anteriormente|Con anterioridad)(?!\p{L})[^.]*$/u,
  pt: /^\s*(?:Anteriormente|Antes disso|Mais cedo)(?!\p{L})[^.]*$/u,
  it: /^\s*(?:In precedenza|Precedentemente)(?!\p{L})[^.]*$/u,
  tr: /^\s*(?:Daha önce|Daha evvel)(?!\p{L})[^.]*$/u,
  id: /^\s*(?:Sebelumnya|Sebelum ini)(?!\p{L})[^.]*$/u,
  vi: /^\s*(?:Trước đó|Trước đây)(?!\p{L})[^.]*$/u,
};

/** True for a sentence of the text that opens with a word for "earlier". */
export function tellsEarlier(line: Line): boolean {
  const opens = EARLIER[line.lang];
  if (opens === undefined || line.isTitle || line.lang === 'zh') return false;
  return opens.test(line.raw.slice(line.start, line.start + OPENS_WITHIN));
}

const OPENS_WITHIN = 20;
const BEFORE_WITHIN = 80;
const BEHIND_WITHIN = 24;

/** True for a verb of what was before the news. */
export function isOldAbroad(line: Line, verb: Hit): boolean {
  const [first, last] = [line.tokens[verb.from], line.tokens[verb.to - 1]];
  if (first === undefined || last === undefined) return false;
  const followed = FOLLOWED[line.lang];
  if (followed?.test(line.raw.slice(last.end, Math.min(line.end, last.end + BEHIND_WITHIN))))
    return true;
  const earlier = line.isTitle ? undefined : EARLIER[line.lang];
  if (earlier === undefined) return false;
  const from = line.lang === 'zh' ? Math.max(line.start, first.start - BEFORE_WITHIN) : line.start;
  return earlier.test(line.raw.slice(from, first.start));
}
