// Other measures than the step's: separate ones, inquiries into other goods, what stands on them, other taxes, deals of others, and
// what a measure leaves untouched. In: a sentence and what is known. Out: yes or no.
import { isAllPast, isDatedBack } from '../steps/dated-back.ts';
import { hitsOf, type Line, lineHas, means, tokenText } from '../words/scene.ts';
import { lastPlaceOf, placeOf, says, wordGroup } from '../words/word-groups.ts';
import { isOfAnother, isOfStranger, isOnElse, type Known, type Rule, standsUpon } from './known.ts';

const MEASURES =
  'tariff tariffs duty duties levy levies rate rates surcharge surcharges tax taxes measure measures';
const MEASURE = wordGroup(MEASURES);
const OTHER = wordGroup(
  'separate separately other another similar unrelated different previous earlier parallel',
);
const LIKE_MEASURE = wordGroup(
  `${MEASURES} safeguard safeguards quota quotas probe probes inquiry inquiries investigation investigations complaint complaints case cases dispute disputes order orders decision decisions ruling rulings motion motions chapter chapters round rounds set sets regime regimes instrument instruments package packages plan plans proclamation proclamations petition petitions review reviews negotiation negotiations talks step steps deal deals agreement agreements`,
);
const OTHERS_WITHIN = 2;
const MEASURE_WITHIN = 4;
const SELLERS = /^(?:exporters|producers|companies|suppliers|firms|manufacturers|mills)$/;
const TRADERS = /^(?:countries|nations|partners|economies|states)$/;

// "A similar duty on solar cells", "Cars are subject to separate tariffs", "Other countries face rates of about 20%".
function isOtherMeasure(line: Line): boolean {
  const at = placeOf(line, OTHER);
  // "All other exporters: 41.3%", "Most other countries will pay 3%": the rest of those who are hit.
  if (at > 0 && REST.test(tokenText(line, at - 1))) return false;
  if (at === 0 && TRADERS.test(tokenText(line, 1))) return true;
  // "For other exporters it proposes 33%": those of the same case.
  if (SELLERS.test(tokenText(line, at + 1))) return false;
  if (tokenText(line, at) === 'separate' && tokenText(line, at + 1) === 'from') return true;
  const word = tokenText(line, at);
  if (isOwnFurther(line, at, word)) return false;
  // "The notice replaces four earlier notices on quotas": it stands in their place.
  if (
    BEFORE_NOW.test(word) &&
    placeOf(line, REPLACING, Math.max(0, at - REPLACING_WITHIN), at) >= 0
  )
    return false;
  const like = placeOf(line, LIKE_MEASURE, at + 1, at + 1 + MEASURE_WITHIN);
  // "an earlier round", "previous decisions"; an earlier duty may be what the new one is added to.
  if (BEFORE_NOW.test(word))
    return like >= 0 && !MEASURE.has(tokenText(line, like)) && !tellsStepAhead(line, at);
  return like >= 0 && (APART.test(word) || at < OTHERS_WITHIN);
}

const REPLACING = wordGroup('replaces replace replacing replaced supersedes superseding');
const REPLACING_WITHIN = 3;

const OPENING = 6;
const BESIDES = /^(?:of|to|after|following|by)$/;
const ARTICLES = /^(?:an?|this|that)$/;

// "Another 25% tariff starts on August 27", "Different rates apply to trucks", "on top of a separate 20% duty", "set after an
// earlier investigation": what the step itself has more, or what it follows.
function isOwnFurther(line: Line, at: number, word: string): boolean {
  if (word === 'another') return line.tokens[at + 1]?.kind === 'number';
  const before = tokenText(line, at - 1);
  if (word === 'different') return !ARTICLES.test(before);
  const leading = ARTICLES.test(before) ? tokenText(line, at - 2) : before;
  if (at < 2 || !BESIDES.test(leading)) return false;
  // "In addition to a separate levy, ...": behind what opens the sentence it goes on.
  return at > OPENING || line.tokens.slice(at).some(({ text }) => text === ',');
}

const BEFORE_NOW = /^(?:previous|earlier)$/;
const APART = /^(?:separate|unrelated|different|parallel)/;

const REST = /^(?:all|most|the|many|some|several|dozens)$/;

const PROBING = wordGroup(
  /^(?:investigations?|inquir(?:y|ies)|probes?|probed|investigat(?:es|ed|ing))$/,
);

// "The ministry opened an inquiry into trucks in April" beside a duty on pasta.
function isInquiryBeside(line: Line, known: Known): boolean {
  if (known.lead.action === 'investigation-opened' || !isOnElse(line, known)) return false;
  // "cuts the duty on oil" / "lowered the levy on rapeseed to 5% in the final ruling of an inquiry": the step itself.
  return !(line.index === 1 && lineHas(line, 'verb', known.lead.family));
}

const STATE = wordGroup('already currently still remain remains since existing presently');
const BEARING = wordGroup(
  /^(?:fac(?:e|es|ing)|pay(?:s|ing)?|subject|stands?|force|place|apply|applies|attracts?|carr(?:y|ies)|remains?|enjoys?|duty-free|exempt)$/,
);

// "Steel already faces duties of 50%", "A 25% tariff on cars has been in force since April".
function isStateElsewhere(line: Line, known: Known): boolean {
  // "pay an additional 50 percent on top of existing surtaxes": what comes on top is new.
  if (UPON.test(tokenText(line, placeOf(line, STATE) - 2))) return false;
  return isOnElse(line, known) || (isOfStranger(line, known) && !standsUpon(known));
}

const UPON = /^(?:top|addition)$/;

const AGREED = wordGroup(
  'negotiated secured agreed reached struck won clinched sealed obtained concluded signed',
);
const PERFECT = wordGroup('has have had each');
const PACTS = wordGroup('deal deals agreement agreements pact accord accords framework truce');
const UNDER = wordGroup('under');
const UNDER_WITHIN = 7;
const UNLESS = wordGroup('unless if until once before');

// "The UK has negotiated a 10% tariff on cars", "Under a deal reached in July, most EU goods face 15%".
function isDealBeside(line: Line, known: Known): boolean {
  if (known.lead.action === 'deal-reached') return false;
  const isTheirs = isOnElse(line, known) || isOfAnother(line, known);
  const agreed = placeOf(line, AGREED);
  if (isTheirs && says(line, PERFECT)) return true;
  const under = placeOf(line, UNDER);
  // "under its new regime, unless trade deals are struck": another matter.
  const isUnder = under >= 0 && placeOf(line, PACTS, under, under + UNDER_WITHIN) >= 0;
  if (isTheirs && isUnder) return true;
  if (agreed < 1 || !says(line, PACTS) || standsUpon(known)) return false;
  // "unless trade deals are struck": none is.
  if (placeOf(line, UNLESS, Math.max(0, agreed - UNDER_WITHIN), agreed) >= 0) return false;
  return isDatedBack(line, known.scene.publishedOn) && isAllPast(line);
}

const TOUCHING = wordGroup('affect apply cover include touch concern change extend');
const NOT = wordGroup('not');

// "The move does not affect steel tariffs"; of countries it is told elsewhere that they are spared.
function isUntouched(line: Line, known: Known): boolean {
  const not = placeOf(line, NOT);
  const at = placeOf(line, TOUCHING, not, not + 2);
  if (at < 0 || hitsOf(line, 'place').some(({ meanings }) => !meanings.has('instrument')))
    return false;
  return isOnElse(line, known) || lastPlaceOf(line, MEASURE, at) >= 0;
}

const PART = wordGroup('part');

// "The duties on steel are not part of it": another measure goes on as it is.
function isNoPart(line: Line): boolean {
  const at = placeOf(line, PART);
  return (
    tokenText(line, at - 1) === 'not' &&
    tokenText(line, at + 1) === 'of' &&
    placeOf(line, MEASURE, 0, at) >= 0
  );
}

/** "The government also plans to cut corporate tax to 20%". */
export function isOtherTax(line: Line, { scene, lead }: Known): boolean {
  // "Investigations of Digital Services Taxes": the tax that is looked into.
  if (lead.about === 'probe' && scene.title?.classes.has('othertax') === true) return false;
  return !TOLD_THERE.some((name) => line.classes.has(name)) && !says(line, SEMICOLON);
}

const TOLD_THERE = ['tariff', 'gainer', 'relief'] as const;
const SEMICOLON = wordGroup(';');

const STANDING = wordGroup('stand stands remain remains survive survives unaffected untouched');
const FALLEN = /^(?:struck-down|removed|suspended)$/;

// "Duties on steel stand", beside tariffs that a court strikes down.
function isLeftStanding(line: Line, { lead }: Known): boolean {
  if (line.isTitle || !FALLEN.test(lead.action)) return false;
  const last = line.tokens.findLastIndex(({ kind }) => kind !== 'mark');
  return STANDING.has(tokenText(line, last)) && line.classes.has('product');
}

// "The tariff goes up to 15%, a day after a court threw out the earlier regime": before the comma stands the step itself.
function tellsStepAhead(line: Line, at: number): boolean {
  const comma = line.tokens.findIndex(({ text }) => text === ',');
  if (comma < 0 || comma > at) return false;
  const has = (name: 'tariff' | 'verb'): boolean =>
    hitsOf(line, name).some(({ to }) => to <= comma);
  return has('tariff') && has('verb');
}

/** The rules for English. */
export const OTHER_MEASURES: readonly Rule[] = [
  { name: 'beside:other-measure', needs: [OTHER], holds: isOtherMeasure },
  { name: 'beside:inquiry', needs: [PROBING], holds: isInquiryBeside },
  { name: 'beside:standing', needs: [STATE, BEARING], holds: isStateElsewhere },
  { name: 'beside:deal', needs: [AGREED], holds: isDealBeside },
  { name: 'beside:deal', needs: [UNDER, PACTS], holds: isDealBeside },
  { name: 'beside:untouched', needs: [NOT, TOUCHING], holds: isUntouched },
  { name: 'beside:untouched', needs: [NOT, PART], holds: isNoPart },
  { name: 'beside:left-standing', needs: [STANDING], holds: isLeftStanding },
  { name: 'beside:other-tax', needs: ['othertax'], holds: isOtherTax },
];

/** Outside English: "Eine gesonderte Untersuchung", "另一项调查". */
export function isApart(line: Line): boolean {
  return hitsOf(line, 'aside').some((hit) => means(hit, 'aside', 'apart'));
}
