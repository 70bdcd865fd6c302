// What somebody wants to be spared by what he does: "cuts its duties to avoid a 30% US tariff", "suspende las contramedidas para
// evitar el 30%". In: a line. Out: where the words for it begin; -1 where nobody averts anything.
import { isParted, type Line, means, oncePerLine, tokenText } from '../words/scene.ts';
import { placeOf, wordGroup } from '../words/word-groups.ts';

/** Verbs of averting, folded; what is averted stands behind them. */
const AVERTING = wordGroup(
  /^(?:avoid|avert|prevent|forestall|dodge|escape|evitar|eludir|esquivar|eviter|echapper|evitare|scongiurare|schivare|uniknac|unikniecia|избежать|избегнуть|voorkomen|ontlopen|vermijden|menghindari|hindari|undvika|undga|unnga|αποφυγ|αποφευχθ)/,
);
/** German puts the verb last: "um die 30 Prozent zu vermeiden". */
const AVERTING_LAST = wordGroup('vermeiden abwenden verhindern entgehen umgehen');
const TO: ReadonlySet<string> = new Set(
  'to para por pour d per di um om untuk guna by aby чтобы να for att'.split(' '),
);
const TO_WITHIN = 3;

const DEEDS = ['cut', 'remove', 'suspend', 'delay', 'extend', 'exempt', 'reach', 'deny'] as const;
const DONE_TO = ['tariff', 'relief', 'quota', 'deal'] as const;

/** Where the words begin for what a deed of the same sentence is to avert; who only tries to be let off does no such deed. */
export const avertedFrom: (line: Line) => number = oncePerLine((line) => {
  const at = purposeOf(line);
  if (at < 0) return -1;
  const deed = line.hits.find(
    (hit) => hit.to <= at && DEEDS.some((family) => means(hit, 'verb', family)),
  );
  if (deed === undefined || isParted(line, deed.to, at)) return -1;
  const isDone = line.hits.some(
    (hit) => hit.to <= at && DONE_TO.some((name) => hit.meanings.has(name)),
  );
  const isAsked = line.hits.some((hit) => hit.to <= at && means(hit, 'verb', 'seek'));
  return isDone && !isAsked ? at : -1;
});

function purposeOf(line: Line): number {
  const last = line.lang === 'de' ? placeOf(line, AVERTING_LAST) : -1;
  if (last >= 0) {
    const um = line.tokens.findLastIndex(({ text }, at) => at < last && text === 'um');
    return um > 0 ? um : -1;
  }
  const helped = line.lang === 'en' ? helpedFrom(line) : -1;
  const at = helped >= 0 ? helped : placeOf(line, AVERTING, 1);
  if (at < 0) return -1;
  const isPurpose = [1, 2, TO_WITHIN].some((back) => TO.has(tokenText(line, at - back)));
  return isPurpose ? at : -1;
}

const HELPING = wordGroup(
  'help cushion shield protect support aid assist buffer insulate compensate relieve',
);
const AGAINST = wordGroup('against from by with weather withstand cope for');
const HELPED_WITHIN = 9;

// "waives the duty on yarn to help weavers against Chilean tariffs": what one is helped against is another's.
function helpedFrom(line: Line): number {
  const at = placeOf(line, HELPING, 1);
  if (at < 0) return -1;
  const against = placeOf(line, AGAINST, at + 2, at + HELPED_WITHIN);
  const isTariff = line.hits.some((hit) => hit.from > against && hit.meanings.has('tariff'));
  return against >= 0 && isTariff && tokenText(line, at - 1) === 'to' ? at : -1;
}
