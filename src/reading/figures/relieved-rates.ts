// The rate of a measure that some goods or somebody need not pay: "enter free of the 25% duty", "without the 32% levy", "no longer
// pay the 10%". In: a percentage in its sentence. Out: yes or no. Where the whole measure goes, its rate is a removed one.
import { hitsOf, type Line, lineHas, tokenText } from '../words/scene.ts';
import { says, wordGroup } from '../words/word-groups.ts';
import type { RateAt } from './rate-at.ts';

const RELIEVING: ReadonlySet<string> = new Set([
  'exempted',
  'exemption-sought',
  'suspended',
  'quota-set',
  'deal-reached',
  'reduced',
  'removed',
]);

const FREE =
  /(?:^| )(?:free (?:of|from)|without(?: having to pay| paying| facing)?|exempt(?:ed)? from|freed (?:of|from)|spared(?: from)?|let off|relieved of|excused(?: from)?|not (?:have to )?(?:pay|face)|escape|escapes|avoid|avoiding)(?: (?:the|a|an|its|their|that|this|any|of|us|u\.s\.|existing|current|additional|extra|full|usual|normal|punitive))*$/;
const FREE_WITHIN = 7;

/** True for the rate of which the step lets off a part of the goods or of those who pay it. */
export function isRelievedOf({ line, percent, lead }: RateAt): boolean {
  if (line.lang !== 'en' || line === lead.line || !RELIEVING.has(lead.action)) return false;
  const before = line.tokens
    .slice(Math.max(0, percent.from - FREE_WITHIN), percent.from)
    .map(({ text }) => text)
    .join(' ');
  if (!FREE.test(before)) return false;
  return lead.action !== 'removed' || isInPart(line) || isInPart(lead.line);
}

const LAYING = /^(?:imposed|increased|retaliation-imposed)$/;
const UNDER: ReadonlySet<string> = new Set(['under', 'through', 'despite']);

/** "put 25% on sweets made of sugar brought in under a 10 percent duty remission scheme": what others pay by a relief. */
export function isOfOthersRelief({ line, percent, lead }: RateAt): boolean {
  if (line.lang !== 'en' || line.isTitle || !LAYING.test(lead.action)) return false;
  if (!UNDER.has(tokenText(line, percent.from - 2))) return false;
  return hitsOf(line, 'relief').some((hit) => hit.from === percent.to);
}

const PART = wordGroup('some certain selected select partly partially many most several');

// "up to 56,000 tonnes a year", "on some steel": the measure stays for the rest.
function isInPart(line: Line): boolean {
  return (
    lineHas(line, 'quota') ||
    lineHas(line, 'tonnes') ||
    hitsOf(line, 'upto').some((hit) => tokenText(line, hit.to) !== '') ||
    says(line, PART)
  );
}
