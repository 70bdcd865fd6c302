// Tariffs that outside English rise or fall only in effect, by the exchange rate: "il dollaro debole porta di fatto il dazio al 30%". In: a verb
// in its sentence. Out: yes or no. A rule of the table of no-pair.ts.
import type { Pair } from './pair.ts';

const IN_EFFECT =
  /di fatto|de hecho|en la práctica|na prática|de facto|en réalité|dans les faits|faktisch|de facto|in der praxis|effettiva|feitelijk|w praktyce|фактически|실질|実質|实际上|實際上|fiilen/iu;
const MONEY =
  /cambio|d[oó]lar|dollar|dollaro|euro-|wechselkurs|taux de change|dévaluation|depreciación|desvaloriza|svalutazione|kurs|koers|курс|환율|为替|円安|汇率|匯率|dolar/iu;

/** True for a rise that nobody decides: money that loses its worth brings it about. */
export function isByExchange({ line, verb }: Pair): boolean {
  if (line.lang === 'en') return false;
  const text = line.raw.slice(line.start, line.end);
  if (!IN_EFFECT.test(text)) return false;
  return MONEY.test(line.raw.slice(line.start, line.tokens[verb.from]?.start ?? line.start));
}
