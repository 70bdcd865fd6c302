// What a headline tells without a verb of the lists. In: a title and the steps told elsewhere. Out: the steps of its nouns, of
// its rates, or of a tariff that it restates.
import type { Mood } from '../objects/action-table.ts';
import type { Step } from '../objects/step-objects.ts';
import { hitsOf, type Line, means } from '../words/scene.ts';
import { nominalProbe } from './bare-headline.ts';
import { dodgesTariff } from './no-pair-abroad.ts';
import { nominalStep } from './nominal-step.ts';
import { ratedStep } from './rated-step.ts';
import { moodOf } from './read-mood.ts';
import { restatedStep } from './restated-step.ts';

/** The steps that the nouns or the rates of a title tell; none where a verb says that nothing is done. */
export function wordlessSteps(title: Line, steps: readonly Step[]): readonly Step[] {
  if (isKeptFrom(title) || dodgesTariff(title) || isAlleged(title)) return [];
  const named = [...nominalStep(title, steps), ...nominalProbe(title)];
  const stated = named.length === 0 ? ratedStep(title) : named;
  return stated.length === 0 ? restatedStep(title) : stated;
}

// "alleges dumping margins of 20%": nobody has found anything.
function isAlleged({ lang, tokens }: Line): boolean {
  return lang === 'en' && tokens.some(({ text }) => /^alleg(?:e|es|ed|ing)$/.test(text));
}

// "refuses to hit wine with 25% tariffs": the verb is there, and it is not done.
function isKeptFrom(title: Line): boolean {
  if (title.lang !== 'en' || !title.classes.has('mood')) return false;
  return hitsOf(title, 'verb').some(
    (verb) => means(verb, 'verb', 'impose') && UNDONE.has(moodOf(title, verb)),
  );
}

const UNDONE: ReadonlySet<Mood> = new Set(['not', 'deny', 'urge']);
