// Goods told by who makes them. In: the title and the leading step. Out: the group of the makers, where the step is about them.
import type { Fact } from '../../domain/reading.ts';
import type { Step } from '../objects/step-objects.ts';
import type { Hit } from '../words/lexicon.ts';
import { evidenceOf, hitsOf, type Line, type Scene } from '../words/scene.ts';

// "protects its steel mills with a 40% tariff on Chinese imports": goods told by who makes them.
/** Adds the goods of the industry that a title protects, hits or looks into. */
export function addIndustry({ title }: Scene, lead: Step, found: Map<string, Fact<string>>): void {
  if (title === null || lead.about === 'deal') return;
  for (const hit of hitsOf(title, 'industry')) {
    const value = hit.meanings.get('industry')?.[0];
    const isProbed =
      lead.action === 'investigation-opened' && (isTargeted(title, hit) || isAimedAt(title, hit));
    if (value !== undefined && (isProbed || isAboutMakers(title, hit))) {
      found.set(value, { value, evidence: evidenceOf(title, 'product:by-its-makers') });
    }
  }
}

// "China's targeting of the semiconductor industry": what a state does for an industry is what the inquiry is about.
function isTargeted(line: Line, industry: Hit): boolean {
  return line.tokens
    .slice(Math.max(0, industry.from - TARGETED_WITHIN), industry.from)
    .some(({ text }) => TARGETING.has(text));
}

const AIMED: ReadonlySet<string> = new Set(['on', 'into', 'against']);
/** Whose makers they are stands between, at most with its ending: "into China's". */
const AIMED_WITHIN = 3;

// "probe on Asian steel makers", "investigation into China's semiconductor industry".
function isAimedAt(line: Line, industry: Hit): boolean {
  return line.tokens
    .slice(Math.max(0, industry.from - AIMED_WITHIN), industry.from)
    .some(({ text }) => AIMED.has(text));
}

const TARGETED_WITHIN = 3;
const TARGETING: ReadonlySet<string> = new Set(
  'targeting subsidising subsidizing subsidies dominance support favouring favoring'.split(' '),
);
const MAKERS_WITHIN = 4;

// Makers that are protected or hit: not those that speak, ask or pay for what they buy.
function isAboutMakers(line: Line, makers: Hit): boolean {
  const before = line.tokens.slice(Math.max(0, makers.from - MAKERS_WITHIN), makers.from);
  if (before.some((token) => HELPING.has(token.text))) return true;
  const next = line.hits.find((hit) => hit.from >= makers.to && !hit.meanings.has('mood'));
  return next?.meanings.has('gainer') === true && next.from - makers.to <= 2;
}

const HELPING: ReadonlySet<string> = new Set(
  'protect protects protecting protected shield shields shielding shielded defend defends defending safeguard safeguards safeguarding save saves saving help helps helping aid aids support supports supporting prop boost boosts boosting rescue rescues hit hits hitting hurt hurts strengthen strengthens strengthening targets'.split(
    ' ',
  ),
);
