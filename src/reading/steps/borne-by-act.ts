// Acts whose title is nothing but their name and number, and whose text says who bears the duty: "Government Notice No. 88" / "Goods
// of Belarus pay a duty of 35%". In: an item and the steps told elsewhere. Out: the step of the sentence. English only.
import type { Step } from '../objects/step-objects.ts';
import { fitting } from '../words/asked-rules.ts';
import type { Hit } from '../words/lexicon.ts';
import { hitsOf, type Line, type Scene, tokenText } from '../words/scene.ts';
import { placeOf, says, wordGroup } from '../words/word-groups.ts';

const WEIGHT = 66;
const BEARING = wordGroup('pay pays attract attracts bear bears incur incurs');
const RATE_WITHIN = 6;
const DUTY = /^(?:dut(?:y|ies)|tariffs?|surtax(?:es)?|surcharges?)$/;
const OFFERING = wordGroup('if would could might may already still had was were');

/** "Legal Notice No. 112", "Gazette Notification No. 15/2026", "Customs Notice 25-50". */
const isNameOfAct = fitting(
  /^(?:(?:Legal|Government|Gazette|Customs|Public|Ministerial|Tariff|Council|Statutory|Extraordinary|Finance) ?)?(?:Notice|Notification|Order|Decree|Instrument|Regulation|Ordinance|Circular|Proclamation)s? (?:No\.? ?|R\.? ?)?\d[\d/.-]*(?: of \d{4})?$/i,
);

/** The step of the first sentence under the name of an act, where it says who bears a duty. */
export function borneByAct(scene: Scene, others: readonly Step[]): readonly Step[] {
  const { title, lines } = scene;
  if (title === null || title.lang !== 'en' || !isNameOfAct(title)) return [];
  const line = lines.find(({ index, isTitle }) => !isTitle && index === 1);
  const verb = line === undefined ? null : bearingIn(line);
  if (line === undefined || verb === null || others.some((step) => step.line !== line)) return [];
  const told = { line, verb, object: verb, family: 'nominal', about: 'tariff' as const };
  return [{ ...told, mood: 'plain', action: 'imposed', isBackground: false, weight: WEIGHT }];
}

// "pays a 35% duty", "attract a duty of 30%"; "Her firm pays 35% in tax" is none.
function bearingIn(line: Line): Hit | null {
  const at = placeOf(line, BEARING, 0);
  if (at < 1 || says(line, OFFERING) || line.classes.has('othertax')) return null;
  const near = line.tokens.slice(at + 1, at + 1 + RATE_WITHIN);
  const rate = hitsOf(line, 'percent').find(({ from }) => from > at && from - at <= RATE_WITHIN);
  const isOfGoods = GOODS.some((name) => hitsOf(line, name).some((hit) => hit.to <= at));
  const duty = near.findIndex(({ text }) => DUTY.test(text));
  if (rate === undefined || !isOfGoods || duty < 0 || tokenText(line, at - 1) === 'to') return null;
  // Elsewhere who pays only bears what is there already; in an act the figure is what it lays.
  return rate;
}

const GOODS = ['goods', 'product', 'place'] as const;
