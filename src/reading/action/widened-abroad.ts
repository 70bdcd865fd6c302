// What outside English the sentence of a step tells more of it than its verb: a tariff that is extended to further goods is laid on
// them ("extiende el arancel a otros cien productos"), one that the text moves from one rate to that of the title goes up or down ("20%
// sur le thé" / "passe de 30% à 20%"), and an answer that another gives in the second half of a title is not the step's ("USA
// verhängen Zölle, EU kündigt Gegenmaßnahmen an"). In: the scene, the leading step. Out: the action meant, or null.
import type { Action } from '../../domain/reading.ts';
import { percentsIn } from '../figures/find-percents.ts';
import { isFromOfFromTo } from '../figures/from-to.ts';
import { placeGroups } from '../places/read-places.ts';
import type { Step } from '../steps/find-steps.ts';
import { hitsOf, type Line, type Scene, tokenText } from '../words/scene.ts';

/** Goods that are further ones, as printed. */
const FURTHER =
  /(?<!\p{L})(?:a (?:otr|más |nuev)|à d[’']autres|aux? \d|à \d+ (?:autres|nouveaux)|ad? altri|a nuov|a outr|para (?:outr|mais |nov)|auf (?:weitere|andere|zusätzliche|neue)|naar (?:meer|andere|nieuwe)|tot (?:meer|andere)|na (?:kolejne|inne|nowe|dalsze)|на (?:другие|новые|еще|ещё|дополнительные))/iu;

/** Extended to further goods or states, which the tariff has not been on. */
export function extendedToMore(_scene: Scene, { line, family, about, mood }: Step): Action | null {
  if (line.lang === 'en' || family !== 'extend' || about !== 'tariff') return null;
  if (!FURTHER.test(line.raw.slice(line.start, line.end))) return null;
  if (mood === 'plain' || mood === 'future') return 'imposed';
  return mood === 'threat' ? 'threatened' : 'proposed';
}

const TOLD_WITHIN = 2;

/** The one rate of a title, to which the text moves the tariff from another. */
export function movedInText(scene: Scene, { line, family, about, action }: Step): Action | null {
  if (line.lang === 'en' || !line.isTitle || about !== 'tariff') return null;
  if (action !== 'imposed' || family !== 'impose') return null;
  const [made, ...others] = percentsIn(line, line.lang);
  if (made === undefined || others.length > 0) return null;
  for (const text of scene.lines) {
    if (text.isTitle || text.index > TOLD_WITHIN || !text.classes.has('tariff')) continue;
    const all = percentsIn(text, line.lang);
    const old = all.find((percent) => isFromOfFromTo(text, percent, all));
    const next = old === undefined ? undefined : all.find(({ from }) => from >= old.to);
    if (old === undefined || next?.value !== made.value || old.value === made.value) continue;
    return made.value < old.value ? 'reduced' : 'increased';
  }
  return null;
}

const LAID: ReadonlySet<Action> = new Set(['imposed', 'increased']);

/** True where the answer of a title is told behind a comma of another, and the text tells of no answer. */
export function isAnswerOfAnother(line: Line, { verb, object, action }: Step): boolean {
  if (line.lang === 'en' || !line.isTitle || !LAID.has(action)) return false;
  const answers = hitsOf(line, 'retaliation');
  const end = Math.max(verb.to, object.to);
  if (answers.length === 0 || answers.some(({ from }) => from < end)) return false;
  const comma = line.tokens.findIndex(({ text }, at) => at >= end && PARTING.has(text));
  const opener = comma < 0 ? undefined : placeGroups(line).find(({ from }) => from > comma);
  if (opener === undefined || opener.from - comma > 2 || answers.some(({ from }) => from < comma))
    return false;
  const own = placeGroups(line).find(({ to }) => to <= verb.from)?.codes ?? [];
  return own.length > 0 && !opener.codes.some((code) => own.includes(code)) && isAside(line, comma);
}

const PARTING: ReadonlySet<string> = new Set([',', ';', '、', '，', '–', '—']);

function isAside(line: Line, comma: number): boolean {
  return !/^(?:con|per|come|como|als|comme|wegen|nach|po|после)$/.test(tokenText(line, comma + 1));
}
