// Tariffs that a sentence only says are felt: they bite or bring money in, a hope is clouded by them, firms are shielded from
// them. Nothing is done to such a tariff by any verb. In: a line, a phrase for a tariff. Out: yes or no.
import type { Hit } from '../words/lexicon.ts';
import { hitOver, type Line, tokenText } from '../words/scene.ts';
import { says, wordGroup } from '../words/word-groups.ts';

/** True for an English tariff that acts by itself, or that somebody feels or is kept from feeling. */
export function isFelt(line: Line, tariff: Hit): boolean {
  if (line.lang !== 'en') return false;
  return (
    isBiting(line, tariff) ||
    isEarning(line, tariff) ||
    isFeltBy(line, tariff) ||
    isKeptFrom(line, tariff)
  );
}

const BITING = wordGroup(
  'bite bites biting bit hurt hurts sting stings pinch pinches squeeze squeezes dent dents dampen dampens dampened',
);
const BEGINS: ReadonlySet<string> = new Set(['begin', 'start', 'continue', 'to', 'really']);
const BITES_WITHIN = 3;

// "as inflation and car tariffs bite", "tariffs start to hurt".
function isBiting(line: Line, tariff: Hit): boolean {
  if (!says(line, BITING)) return false;
  for (let at = tariff.to; at < tariff.to + BITES_WITHIN; at += 1) {
    if (BITING.has(tokenText(line, at))) return true;
    if (!BEGINS.has(tokenText(line, at))) return false;
  }
  return false;
}

const EARNING = /^(?:bring|brought|rake|add|rais|generat|yield|net|earn|pull)/;
const MONEY = wordGroup('$ € £ ¥ billion bn million trillion record');
const EARNED_WITHIN = 5;

// "customs duties bring in $28bn", "tariffs add $1bn to costs": what is counted is money.
function isEarning(line: Line, tariff: Hit): boolean {
  if (!says(line, MONEY) || !EARNING.test(tokenText(line, tariff.to))) return false;
  const behind = line.tokens.slice(tariff.to + 1, tariff.to + 1 + EARNED_WITHIN);
  return behind.some(({ text }) => MONEY.has(text)) && !behind.some(({ text }) => text === '%');
}

const BY = wordGroup('by');
const FELT =
  /^(?:cloud|overshadow|complicat|dent|dogg|plagu|rattl|squeez|spook|haunt|bruis|batter|hamper|strain|unsettl|overtak|crimp|dampen|weigh|disrupt|depress|undermin|unnerv|rock|jolt|buffet|burden|crippl|pressur|hobbl|affect|threaten)(?:ed|en)$|^(?:hurt|beset|shaken|stung|overtaken)$/;
const FELT_WITHIN = 7;

// "a pitch clouded by war and tariffs", "mills hurt by tariffs"; a state that is said to be stunned by a rate restates it.
function isFeltBy(line: Line, tariff: Hit): boolean {
  if (!says(line, BY) || line.classes.has('percent')) return false;
  for (let at = tariff.from - 1; at >= Math.max(1, tariff.from - FELT_WITHIN); at -= 1) {
    const text = tokenText(line, at);
    if (text === 'by') return FELT.test(tokenText(line, at - 1));
    if (hitOver(line, at)?.meanings.has('verb') === true && text !== 'and') return false;
  }
  return false;
}

const KEEPING = wordGroup(
  'shield shields shielded shielding insulate insulates insulated insulating cushion cushions cushioned cushioning buffer buffers',
);
const KEPT: ReadonlySet<string> = new Set(
  'firms companies businesses business workers jobs economy consumers households families shoppers exporters farmers industry industries'.split(
    ' ',
  ),
);
const KEPT_WITHIN = 9;
const FROM_WITHIN = 3;

// "a plan to shield firms from tariffs": the firms are helped, the tariffs stay what they are. A state that would shield its
// steel asks to be spared.
function isKeptFrom(line: Line, tariff: Hit): boolean {
  if (!says(line, KEEPING)) return false;
  const from = Math.max(0, tariff.from - KEPT_WITHIN);
  const before = line.tokens.slice(from, tariff.from).map(({ text }) => text);
  const at = before.lastIndexOf('from');
  return (
    at > 0 &&
    before.length - at <= FROM_WITHIN &&
    KEPT.has(before[at - 1] ?? '') &&
    before.slice(0, at).some((text) => KEEPING.has(text))
  );
}
