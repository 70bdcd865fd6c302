// Verbs whose second half stands at the end of the clause: "setzt die Zölle aus", "legt heffingen op". In: a sentence and its
// phrases. Out: the phrases with such a verb told by its first half. Data and one pass; only for languages that have them.
import type { Sentence } from './cut-text.ts';
import type { Hit } from './lexicon.ts';

type Separable = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Language, second half, first half -> family of the verb. Words are folded. */
const SEPARABLE: Readonly<Record<string, Separable>> = {
  de: {
    aus: {
      setzt: 'suspend',
      setzen: 'suspend',
      setzte: 'suspend',
      nimmt: 'exempt',
      nehmen: 'exempt',
      weitet: 'raise',
      weiten: 'raise',
    },
    auf: {
      hebt: 'remove',
      heben: 'remove',
      hob: 'remove',
      schiebt: 'delay',
      schieben: 'delay',
      stockt: 'raise',
    },
    an: {
      hebt: 'raise',
      heben: 'raise',
      hob: 'raise',
      kundigt: 'announce',
      kundigen: 'announce',
      droht: 'threaten',
    },
    ein: { fuhrt: 'impose', fuhren: 'impose', fuhrte: 'impose', leitet: 'open', leiten: 'open' },
    ab: { schafft: 'remove', schaffen: 'remove', lehnt: 'deny', lehnen: 'deny', senkt: 'cut' },
    zuruck: { nimmt: 'remove', nehmen: 'remove', zieht: 'remove' },
    fest: { setzt: 'impose', legt: 'impose' },
    vor: { schlagt: 'propose', schlagen: 'propose', schlug: 'propose' },
  },
  nl: {
    op: {
      legt: 'impose',
      leggen: 'impose',
      legde: 'impose',
      schort: 'suspend',
      schorten: 'suspend',
      heft: 'remove',
    },
    uit: { stelt: 'delay', stellen: 'delay', zondert: 'exempt' },
    in: { voert: 'impose', voeren: 'impose', trekt: 'remove', trekken: 'remove' },
    af: { schaft: 'remove', schaffen: 'remove', wijst: 'deny' },
    voor: { stelt: 'propose', stellen: 'propose' },
  },
};

const FARTHEST = 20;

/** The hits with a verb for each first half whose second half ends the clause. */
export function withSeparable(
  lang: string,
  sentence: Sentence,
  hits: readonly Hit[],
): readonly Hit[] {
  const halves = SEPARABLE[lang];
  if (halves === undefined) return hits;
  const { tokens } = sentence;
  const told: Hit[] = [];
  for (const [end, token] of tokens.entries()) {
    const firsts = halves[token.text];
    const next = tokens[end + 1];
    if (firsts === undefined || (next !== undefined && next.kind !== 'mark')) continue;
    for (let at = end - 1; at >= Math.max(0, end - FARTHEST); at -= 1) {
      const family = firsts[tokens[at]?.text ?? ''];
      if (family === undefined) continue;
      told.push({ from: at, to: at + 1, meanings: new Map([['verb', [family]]]) });
      break;
    }
  }
  if (told.length === 0) return hits;
  const isFree = (hit: Hit): boolean =>
    !told.some((verb) => verb.from < hit.to && hit.from < verb.to);
  return [...hits.filter(isFree), ...told].sort((a, b) => a.from - b.from);
}
