// Titles that stand in quotation marks as a command: "'Roll back the duty on tea'" / "Packers have urged the government to ...". In: an
// item and the steps of its title and text. Out: whether the title only prints what somebody asks for.
import type { Step } from '../steps/find-steps.ts';
import { hitsOf, means, type Scene, tokenText } from '../words/scene.ts';
import { placeOf, wordGroup } from '../words/word-groups.ts';

const QUOTED = /^\s*(['"‘’“”«]).*['"‘’“”»]\s*$/s;
const FINITE = /(?:s|ed|ing)$/;
const ASKING = wordGroup(
  'urged urges urging asked asks asking demanded demands demanding called calls calling appealed appeals requested requests pleaded sought wants want',
);

const STATE_WITHIN = 2;

/** True for a command in quotation marks whose text begins with who asks for it. */
export function isQuotedWish({ title, lines, lang }: Scene, step: Step): boolean {
  if (title === null || lang !== 'en' || !QUOTED.test(title.raw)) return false;
  const { verb } = step;
  const first = title.tokens.findIndex(({ kind }) => kind === 'word');
  if (verb.from > first || FINITE.test(tokenText(title, first)) || step.line !== title)
    return false;
  const text = lines.find((line) => !line.isTitle);
  if (text === undefined) return false;
  const asked = placeOf(text, ASKING);
  // "Chile has asked": a state may be heard.
  const isByState = hitsOf(text, 'place').some(
    (hit) => hit.to <= asked && asked - hit.to <= STATE_WITHIN && means(hit, 'placekind', 'name'),
  );
  return asked > 0 && !isByState;
}
