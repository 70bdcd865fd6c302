// What a court throws out is a plea, and not the tariff that the plea is about: "throws out challenge to tariffs", "strikes down
// effort to end steel tariffs". In: a verb and what it would be done to. Out: yes or no. English only.
import { means, tokenText } from '../words/scene.ts';
import { placeOf, says, wordGroup } from '../words/word-groups.ts';
import type { Pair } from './pair.ts';

const PLEAS = wordGroup(
  'challenge challenges petition petitions lawsuit lawsuits suit suits appeal appeals bid bids effort efforts attempt attempts complaint complaints claim claims motion motions request requests plea pleas objection objections',
);
const PLEA_WITHIN = 4;

const CHAMBERS = wordGroup(
  'senate house congress parliament lawmakers senators deputies assembly chamber committee mps',
);
/** How a plea ends that comes to nothing. */
const ENDED =
  /^(?:reject|block|defeat|kill|sink|sank|thwart|foil|quash|dismiss|toss|throw|threw|strike|struck|deny|denie|void|fail)/;
const ENDED_WITHIN = 3;
const FAILING = /^(?:fail|fails|failed|unable|failing)$/;

/** True for the verb that throws out a plea, and for what the plea was to do. */
export function isThrownOut({ line, verb, object }: Pair): boolean {
  if (line.lang !== 'en' || object.from < verb.to) return false;
  if (means(verb, 'verb', 'strike')) {
    // "lawmakers fail to overturn tariffs".
    const [to, failing] = [tokenText(line, verb.from - 1), tokenText(line, verb.from - 2)];
    if (to === 'to' && FAILING.test(failing)) return true;
    const plea = placeOf(line, PLEAS, verb.to, verb.to + PLEA_WITHIN);
    return plea >= 0 && plea < object.from;
  }
  // A government that rejects a request denies an exemption; a court or a chamber lets all stay as it is.
  const plea = placeOf(line, PLEAS, Math.max(0, verb.from - 2), verb.to);
  if (plea < 0 || !(line.classes.has('court') || says(line, CHAMBERS))) return false;
  return line.tokens
    .slice(Math.max(0, plea - ENDED_WITHIN), plea)
    .some(({ text }) => ENDED.test(text));
}
