// What an item is about, as far as its title and its leading sentence say, and what a sentence of the text names beside it. In: an
// item, its leading step, a sentence. Out: the known, and answers about it.
import { productGroups } from '../../reference/product-names.ts';
import type { Step } from '../objects/step-objects.ts';
import { placeGroups } from '../places/read-places.ts';
import { CHARACTERS } from '../steps/read-mood.ts';
import type { Needing } from '../words/asked-rules.ts';
import { hitsOf, type Line, oncePerLine, type Scene } from '../words/scene.ts';

export type Known = {
  readonly scene: Scene;
  readonly lead: Step;
  /** Printed groups of the goods of the title and the leading sentence. */
  readonly goods: ReadonlySet<string>;
  /** The same without the groups above them: "copper" is told, "metals" is not. */
  readonly ownGoods: ReadonlySet<string>;
  /** Countries of the title and the leading sentence. */
  readonly codes: ReadonlySet<string>;
  /** Those of them who may be who takes the step. */
  readonly actors: ReadonlySet<string>;
  /** The title or the leading sentence prints a percentage. */
  readonly hasRate: boolean;
};

/** A rule that holds for sentences of another matter. */
export type Rule = Needing & {
  readonly name: string;
  readonly holds: (line: Line, known: Known) => boolean;
};

/** What the title and the leading sentence say. */
export function knownOf(scene: Scene, lead: Step): Known {
  const told = scene.title === null ? [lead.line] : [scene.title, lead.line];
  return {
    scene,
    lead,
    goods: new Set(told.flatMap(goodsIn)),
    ownGoods: new Set(told.flatMap((line) => slugsBefore(line, line.tokens.length))),
    codes: new Set(told.flatMap((line) => placeGroups(line).flatMap(({ codes }) => codes))),
    actors: new Set(
      told.flatMap((line) =>
        placeGroups(line).flatMap(({ role, codes }) => (ACTING.has(role) ? codes : [])),
      ),
    ),
    hasRate: told.some((line) => line.classes.has('percent')),
  };
}

const ACTING: ReadonlySet<string> = new Set(['bare', 'subject', 'owner', 'agent']);

const goodsIn = oncePerLine((line): readonly string[] =>
  hitsOf(line, 'product').flatMap(({ meanings }) =>
    (meanings.get('product') ?? []).flatMap((slug) => withParents(slug)),
  ),
);

const groupsOfSlug = new Map<string, readonly string[]>();

// "metals" in the title and "copper" in the text are the same goods. A slug's groups are worked out once.
function withParents(slug: string): readonly string[] {
  const known = groupsOfSlug.get(slug);
  if (known !== undefined) return known;
  const groups = productGroups();
  const found: string[] = [];
  for (let group = groups.get(slug); group !== undefined; group = groups.get(group.parent ?? '')) {
    if (group.parent !== null || found.length === 0) found.push(group.printed);
  }
  groupsOfSlug.set(slug, found);
  return found;
}

/** True where the sentence names goods, and none that the step is told to fall on. */
export function isOnElse(line: Line, { goods, codes }: Known): boolean {
  const named = goodsIn(line);
  if (named.length === 0) return false;
  // Where the title names no goods, the first sentence tells them.
  if (goods.size === 0 && (codes.size === 0 || line.index === 1)) return false;
  return !named.some((slug) => goods.has(slug));
}

/** True where the tokens before `end` name goods, each of them others than the step falls on, whatever group they share with these. */
export function namesOthersBefore(line: Line, end: number, { ownGoods }: Known): boolean {
  const named = slugsBefore(line, end);
  if (named.length === 0 || ownGoods.size === 0) return false;
  return !named.some((slug) => withParents(slug).some((group) => ownGoods.has(group)));
}

function slugsBefore(line: Line, end: number): readonly string[] {
  return hitsOf(line, 'product').flatMap(({ to, meanings }) =>
    to > end ? [] : (meanings.get('product') ?? []),
  );
}

/** True where it opens with a country that neither the title nor the leading sentence names, and these name both sides. */
export function isOfStranger(line: Line, known: Known): boolean {
  return known.codes.size > 1 && isOfAnother(line, known);
}

/** The same, whoever is named before. */
export function isOfAnother(line: Line, { codes }: Known): boolean {
  const first = placeGroups(line)[0];
  if (first === undefined || first.from > openingOf(line) || codes.size === 0) return false;
  return (
    !hitsOf(line, 'percent').some(({ from }) => from < first.from) &&
    !first.codes.some((code) => codes.has(code) || code === 'WORLD')
  );
}

// Scripts without spaces are read character by character.
function openingOf({ lang }: Line): number {
  return CHARACTERS.has(lang) ? 2 * OPENING : OPENING;
}

const OPENING = 9;

/** True where it is about other goods or of a stranger. */
export function isElsewhere(line: Line, known: Known): boolean {
  return isOnElse(line, known) || isOfStranger(line, known);
}

/** Steps that stand upon an earlier measure, whose rate is theirs. */
const STANDING = /^(?:delayed|suspended|exempted|exemption-|removed|struck-down|deal-reached)/;

/** True where the step answers another's. */
export function isAnswer({ lead }: Known): boolean {
  return lead.action.startsWith('retaliation') || lead.line.classes.has('retaliation');
}

/** True for a step that halts, ends or spares from a measure that was there before. */
export function standsUpon({ lead }: Known): boolean {
  return STANDING.test(lead.action);
}

/** Words of a tariff, or of what is done to one. */
export const MATTERS = [
  'tariff',
  'relief',
  'probe',
  'quota',
  'deal',
  'gainer',
  'retaliation',
] as const;

const DEFINITE = /^(?:the|its|this|these|those|their|his|it|they)$/;
const DEFINITE_WITHIN = 5;

/** "10% baseline tariffs on nearly all imports": no measure that was told before. */
export function isIndefinite(line: Line): boolean {
  const first = hitsOf(line, 'tariff')[0];
  if (first === undefined) return line.classes.has('percent');
  return !line.tokens
    .slice(Math.max(0, first.from - DEFINITE_WITHIN), first.from + 1)
    .some(
      ({ text }, at, all) =>
        DEFINITE.test(text) && !/^(?:in|of|for|on)$/.test(all[at - 1]?.text ?? ''),
    );
}
