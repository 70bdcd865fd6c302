// Sets of the classes that phrases can have. In: hits. Out: every class among them, so that a rule is spared a line that
// holds nothing it asks for.
import { WORD_CLASSES } from '../../reference/trade-words.ts';
import type { Hit, HitClass, Meanings } from './lexicon.ts';

const CLASS_NUMBERS: ReadonlyMap<HitClass, number> = new Map(
  [...WORD_CLASSES, 'place', 'placekind', 'product'].map((name, at) => [name as HitClass, at]),
);
const BITS = 31;

/** A set of classes of hits, a bit each. */
export class ClassSet {
  private low = 0;
  private high = 0;

  has(hitClass: HitClass): boolean {
    const at = CLASS_NUMBERS.get(hitClass) as number;
    return at < BITS ? (this.low & (1 << at)) !== 0 : (this.high & (1 << (at - BITS))) !== 0;
  }

  add(hitClass: HitClass): void {
    const at = CLASS_NUMBERS.get(hitClass) as number;
    if (at < BITS) this.low |= 1 << at;
    else this.high |= 1 << (at - BITS);
  }

  addAll(other: ClassSet): void {
    this.low |= other.low;
    this.high |= other.high;
  }
}

/** Every class that one of the hits has. */
export function classesOf(hits: readonly Hit[], marks: readonly Hit[]): ClassSet {
  const classes = new ClassSet();
  for (const hit of hits) classes.addAll(classesOfMeanings(hit.meanings));
  for (const hit of marks) classes.addAll(classesOfMeanings(hit.meanings));
  return classes;
}

/** Meanings belong to the word lists and are few; each is gone through once. */
const knownClasses = new WeakMap<Meanings, ClassSet>();

function classesOfMeanings(meanings: Meanings): ClassSet {
  const known = knownClasses.get(meanings);
  if (known !== undefined) return known;
  const classes = new ClassSet();
  for (const hitClass of meanings.keys()) classes.add(hitClass);
  knownClasses.set(meanings, classes);
  return classes;
}
