// What a word for toppling means where no court speaks: "EU kippt Zölle auf Aluminium" ends them, "Gericht kippt Zölle" strikes
// them down. In: the scene, the leading step. Out: the action meant, or null. A rule of the table in refine-action.ts.
import type { Action } from '../../domain/reading.ts';
import type { Step } from '../steps/find-steps.ts';
import { type Scene, tokenText } from '../words/scene.ts';

/** Words for toppling, folded; words of the law ("rechtswidrig") belong to courts alone. */
const TOPPLING =
  /^(?:kipp|gekipp|tumb|derrub|derrib|boccia|stronc|smont|obala|obalil|balay|torped|veeg|haalt|iptal)/;

/** A state that topples its own tariff removes it. */
export function toppledByState({ lines }: Scene, { line, verb, action }: Step): Action | null {
  if (line.lang === 'en' || action !== 'struck-down') return null;
  if (!TOPPLING.test(tokenText(line, verb.from))) return null;
  return lines.some(({ classes }) => classes.has('court')) ? null : 'removed';
}
