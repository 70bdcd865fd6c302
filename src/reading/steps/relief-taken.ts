// What becomes of a relief, told by the noun behind it: "customs duty exemption withdrawal". In: a line and the relief in it. Out: yes
// or no. English only.
import type { Hit } from '../words/lexicon.ts';
import { type Line, tokenText } from '../words/scene.ts';

const TAKING_AWAY =
  /^(?:withdrawal|removal|revocation|rollback|expiry|termination|abolition|phaseout)$/;

/** True where the noun right behind the relief says that it ends. */
export function isReliefTaken(line: Line, { to }: Hit): boolean {
  return TAKING_AWAY.test(tokenText(line, to));
}
