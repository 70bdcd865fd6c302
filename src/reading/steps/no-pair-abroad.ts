// Verbs and tariffs outside English that make no step together: "exclut toute surtaxe" rules one out, "boccia i dazi" judges them
// unless a court speaks. In: a verb, a noun and what they would mean. Out: yes or no. Rules of no-pair.ts.
import { hitsOf, type Line, means, tokenText } from '../words/scene.ts';
import type { Pair } from './pair.ts';
import { VERB_LAST } from './read-mood.ts';

/** Verbs that leave goods out of a tariff, and rule out the tariff itself, folded. */
const EXCLUDING = /^(?:exclu|esclud|wyklucz|исключ)/;
const FROM: ReadonlySet<string> = new Set(
  'de du des d da das do dos del dai dal dalle dagli dalla z ze из от'.split(' '),
);

const PRONOUNS: ReadonlySet<string> = new Set(
  'lo la le los las les nos se l o a os as li'.split(' '),
);

/** True for "exclut de nouveaux droits de douane"; "exclut le riz des droits" leaves the rice out. */
export function isRuledOut({ line, verb, object, about }: Pair): boolean {
  if (line.lang === 'en' || about !== 'tariff' || object.from < verb.to) return false;
  if (!EXCLUDING.test(tokenText(line, verb.from))) return false;
  // "que lo excluya de los aranceles": somebody is left out.
  if (PRONOUNS.has(tokenText(line, verb.from - 1))) return false;
  const between = line.tokens.slice(verb.from + 1, object.from);
  return !between.some(({ text }, at) => at > 0 && FROM.has(text));
}

/** True for a word that judges as well as strikes down, where no court speaks. */
export function isOnlyJudging({ line, verb }: Pair): boolean {
  return line.lang !== 'en' && means(verb, 'saying', 'judge') && !line.classes.has('court');
}

const DODGING = /^(?:sorte|esquiv|elud|schiv|contorn|dribl|umgeh|omij|обход|ontwijk|omzeil)/;

/** True for "Inditex sortea los aranceles": a firm that no list names finds a way around them, and nobody spares it. */
export function isDodged({ line, about }: Pair): boolean {
  return about === 'tariff' && dodgesTariff(line);
}

/** True for a line in which neither a state nor goods stand before a verb of getting around a tariff. */
export function dodgesTariff(line: Line): boolean {
  if (line.lang === 'en') return false;
  const verb = hitsOf(line, 'verb').find((hit) => DODGING.test(tokenText(line, hit.from)));
  if (verb === undefined) return false;
  return !line.hits.some(
    (hit) => hit.to <= verb.from && (hit.meanings.has('place') || hit.meanings.has('product')),
  );
}

/** Verbs by which a tariff hurts, as its subject, folded. */
const HITTING =
  /^(?:frapp(?:e|ent)|hantam|menghantam|pukul|colpisc|treff(?:en|t)|treft|uderz|atinge|atingem|golpea|castiga|ударил|бьют|penalis)/;
/** Endings of a tariff that is only the means: "Cłem uderza w", "пошлинами ударил". */
const MEANS = /(?:em|ami|ами|ой|ою)$/;
const SUBJECT_WITHIN = 2;

/** Participles of being hurt, folded, and the little words before what hurts. */
const HURT = /^(?:frapp|penalis|plomb|malmen|touche|echaud)\p{L}*e{1,2}s?$/u;
const BY: ReadonlySet<string> = new Set(['par']);

// "Le vin chilien pénalisé par les droits américains": who bears a tariff that no rate calls new.
function isHurtBy({ line, verb, object }: Pair): boolean {
  if (line.lang !== 'fr' || line.classes.has('percent') || object.from < verb.to) return false;
  return HURT.test(tokenText(line, verb.from)) && BY.has(tokenText(line, verb.to));
}

/** True for "Les droits de douane frappent le cognac", "Tarif hantam petani kopi": the tariff is who hits, and nobody lays it. */
export function isHittingTariff(pair: Pair): boolean {
  const { line, verb, object } = pair;
  if (isHurtBy(pair)) return true;
  if (line.lang === 'en' || object.to > verb.from || verb.from - object.to > SUBJECT_WITHIN)
    return false;
  if (!HITTING.test(tokenText(line, verb.from))) return false;
  if (MEANS.test(tokenText(line, object.to - 1))) return false;
  return !line.hits.some((hit) => hit.to <= object.from && hit.meanings.has('place'));
}

/** Nouns of an answer, folded. */
const ANSWER = /^(?:antwort|respuesta|risposta|antwoord|odpowiedz|balasan|ответ|reponse|resposta)$/;

/** True for "Antwort auf Zölle: Bosch baut Stellen ab": an answer of no state, by none who sets tariffs. */
export function isAnswerOfNobody({ line, verb }: Pair): boolean {
  if (line.lang === 'en' || line.classes.has('place')) return false;
  return line.tokens.slice(verb.from, verb.to).some(({ text }) => ANSWER.test(text));
}

/** Words that compare, folded: "menos aranceles", "dazi più bassi". */
const COMPARING =
  /^(?:menos|menor|menores|weniger|geringere|moins|meno|mniej|piu|plus|mas|mais|nizsz|lagere)$/;

/** True for "Menos aranceles y más comercio": of no goods and no state, the comparison is a wish or a finding. */
export function isMerelyCompared({ line, verb }: Pair): boolean {
  if (line.lang === 'en' || !line.isTitle || line.classes.has('percent')) return false;
  const words = [tokenText(line, verb.from), tokenText(line, verb.to - 1)];
  if (!words.some((text) => COMPARING.test(text))) return false;
  return !line.classes.has('place') && !line.classes.has('product') && !line.classes.has('goods');
}

/** True for "Confindustria: sì a dazi": a yes behind the colon of who says it, where no tariff is told before. */
export function isUtteredYes({ line, verb, object }: Pair): boolean {
  if (line.lang !== 'it' || tokenText(line, verb.from) !== 'si') return false;
  if (tokenText(line, verb.from - 1) !== ':') return false;
  return !hitsOf(line, 'tariff').some((hit) => hit !== object && hit.to < verb.from);
}

const ONLY: ReadonlySet<string> = new Set(['erst', 'fruhestens']);
const LATER =
  /^(?:im|in|am|ab|zum|mitte|ende|anfang|spater|fruhestens|nachst\w*|kommend\w*|\d+|januar|februar|marz|april|mai|juni|juli|august|september|oktober|november|dezember)$/;

/** True for "nun erst recht", "doch erst Verhandlungen": without a time behind, nothing is put off. */
export function isNoLaterTime({ line, verb }: Pair): boolean {
  if (line.lang !== 'de' || verb.to - verb.from < 2) return false;
  const last = tokenText(line, verb.to - 1);
  return ONLY.has(last) && !LATER.test(tokenText(line, verb.to));
}

/** What a tariff that changes others is followed by, folded: "関税で", "टैरिफ से". */
const BECAUSE: ReadonlySet<string> = new Set(['で', 'に', 'से']);
/** "passt die Preise an Zölle an": prices change, by what the tariffs are. */
const ADAPTED_TO: ReadonlySet<string> = new Set(['an', 'aan']);
/** Behind a passive verb and a reflexive one no goods and no trade stand that the tariff would change, folded. */
const BEHIND_PASSIVE = [
  'prep',
  'effective',
  'until',
  'upto',
  'number',
  'percent',
  'month',
] as const;
const REFLEXIVE: ReadonlySet<string> = new Set(['sich', 'se', 'sie', 'si', 'zich', 'ca', 'cu']);

/** True for "Les droits de douane modifient le commerce", "関税で企業が調達先を変更": the tariff changes others and is not changed. */
export function isChangingTariff({ line, verb, object }: Pair): boolean {
  if (line.lang === 'en') return false;
  if (object.to > verb.from) return ADAPTED_TO.has(tokenText(line, object.from - 1));
  if (BECAUSE.has(tokenText(line, object.to))) return true;
  if (isObjectFirst(line)) return false;
  const next = tokenText(line, verb.to);
  if (!/^\p{L}/u.test(next) || REFLEXIVE.has(next)) return false;
  return !line.hits.some(
    (hit) => hit.from === verb.to && BEHIND_PASSIVE.some((name) => hit.meanings.has(name)),
  );
}

// Where the verb stands last, or a tariff and its change make one noun: "关税调整".
function isObjectFirst({ lang }: Line): boolean {
  return VERB_LAST.has(lang) || lang === 'fa' || lang === 'zh';
}
