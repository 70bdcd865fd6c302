// Goods of a tariff that is answered, in languages without spaces between words: "针对加方对电动车加税而采取", "電気自動車に課した関税への
// 対抗措置", "전기차 관세에 대한 보복". In: goods in their sentence. Out: whether the tariff that is answered is on them.
import type { Hit } from '../words/lexicon.ts';
import { hitsOf, type Line } from '../words/scene.ts';

const TARIFF_WITHIN = 14;
/** What answers a tariff, right behind it. */
const ANSWERED_BEHIND: Readonly<Record<string, RegExp>> = {
  ja: /^(?:への|に対する|に対し|に)(?:報復|対抗)/,
  ko: /^(?:에 대한|에) ?(?:보복|맞대응|대응|맞불)/,
};
/** Words for "in answer to" in Chinese; between one and the goods stands who taxes them. */
const ANSWERING = ['针对', '回应', '反制', '报复', '应对'] as const;
const LONGEST_DOER = 40;

// "针对加方对电动车": what stands before the goods leads from the answer to them without a break.
function leadsFromAnswer(before: string): boolean {
  const at = Math.max(...ANSWERING.map((word) => before.lastIndexOf(word)));
  if (at < 0) return false;
  const between = before.slice(at + 2);
  return between.length <= LONGEST_DOER && /[对向]/.test(between) && !/[，。；,;]/.test(between);
}

/** True for goods of the tariff that the sentence calls answered. */
export function isAnsweredInSigns(line: Line, product: Hit): boolean {
  const tariff = hitsOf(line, 'tariff').find(
    (hit) => hit.from >= product.to && hit.from - product.to <= TARIFF_WITHIN,
  );
  if (tariff === undefined) return false;
  const at = (token: number): number => line.tokens[token]?.start ?? line.end;
  if (line.lang === 'zh') {
    // A list is told of alike.
    const first = hitsOf(line, 'product')[0] ?? product;
    return [product, first].some((hit) =>
      leadsFromAnswer(line.raw.slice(line.start, at(hit.from))),
    );
  }
  // "への対抗措置" may be a phrase of its own.
  const end = line.tokens[tariff.to - 1]?.end ?? line.end;
  return ANSWERED_BEHIND[line.lang]?.test(line.raw.slice(end, line.end)) === true;
}
