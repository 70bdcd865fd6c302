// Requests for relief that are answered: "Peru's plea for a waiver falls on deaf ears", "brushes aside the request for an
// exemption", "approves Peru's request for a waiver". In: an English sentence and a relief of it. Out: the verb of the
// answer, what it is done to and its family.
import type { Hit } from '../words/lexicon.ts';
import { isParted, type Line, tokenText } from '../words/scene.ts';
import { lastPlaceOf, wordGroup } from '../words/word-groups.ts';
import { type Phrase, phraseOf } from './phrase.ts';

/** What a country puts forward to be spared. */
export const REQUEST = wordGroup(
  /^(?:request|plea|bid|appeal|petition|application|hope|push|case|call|demand|effort|attempt|fight|battle|quest|campaign)s?$/,
);
const REQUEST_WITHIN = 9;
const BEHIND_WITHIN = 3;
const BEFORE_WITHIN = 6;

const FAILED =
  /^(?:fail(?:s|ed)?|reject(?:ed|s)?|dash(?:ed)?|denied|dismissed|refused|spurned|rebuffed|snubbed|ignored|unheeded|unanswered|unsuccessful|nowhere|nothing|flat|founders?|foundered|collapse[sd]?|crushed|quashed|sunk|sinks?|fade[sd]?|shattered|vetoed|blocked)$/;
const GRANTED = /^(?:approved|granted|accepted|heeded|succeeds?|succeeded|okayed)$/;
const REFUSING =
  /^(?:dash(?:es|ed)?|brush(?:es|ed)|throws?|threw|spurn(?:s|ed)?|ignor(?:es|ed)|slam(?:s|med)?|shrug(?:s|ged)?|unmoved|cold|deaf|wav(?:es|ed)|swat(?:s|ted)?|kill(?:s|ed)?|crush(?:es|ed)|quash(?:es|ed)|torpedo(?:es|ed)|scotch(?:es|ed)|nix(?:es|ed)|veto(?:es|ed)|block(?:s|ed)?|rebuff(?:s|ed)?|reject(?:s|ed)?|refus(?:es|ed)|den(?:ies|ied)|dismiss(?:es|ed)|snub(?:s|bed)?|los(?:es|t|ing))$/;
const GRANTING =
  /^(?:approv(?:es?|ed|ing)|grant(?:s|ed|ing)?|accept(?:s|ed|ing)?|heed(?:s|ed)?|yield(?:s|ed)?|bow(?:s|ed)?|okays?|accedes?|acceded)$/;

/** "the bid for a waiver fails", "dashes hopes of an exemption": the answer is the news, not the request. */
export function answeredRequest(line: Line, object: Hit): Phrase | null {
  const request = lastPlaceOf(line, REQUEST, 0, object.from);
  if (request < 0 || object.from - request > REQUEST_WITHIN) return null;
  if (isParted(line, request, object.from)) return null;
  return answerBehind(line, object) ?? answerBefore(line, request, object);
}

function answerBehind(line: Line, object: Hit): Phrase | null {
  const end = Math.min(line.tokens.length, object.to + BEHIND_WITHIN + TARIFF_OF);
  for (let at = object.to; at < end && line.tokens[at]?.kind === 'word'; at += 1) {
    const [text, next] = [tokenText(line, at), tokenText(line, at + 1)];
    const isDown = next === 'down' && /^(?:turned|shot|knocked|voted)$/.test(text);
    const isDeaf = text === 'deaf' && next === 'ears';
    const family =
      isDown || isDeaf || FAILED.test(text) ? 'deny' : GRANTED.test(text) ? 'grant' : null;
    if (family !== null) return { ...phraseOf(object, at, family, 'relief'), cost: 1 };
  }
  return null;
}

/** "exemption from Brazilian steel tariffs": what may stand between the relief and its answer. */
const TARIFF_OF = 4;

function answerBefore(line: Line, request: number, object: Hit): Phrase | null {
  for (let at = request - 1; at >= Math.max(0, request - BEFORE_WITHIN); at -= 1) {
    const text = tokenText(line, at);
    const family = REFUSING.test(text) ? 'deny' : GRANTING.test(text) ? 'approve' : null;
    if (family === null || isParted(line, at, request)) continue;
    return { ...phraseOf(object, at, family, 'relief'), cost: 1 };
  }
  return null;
}
