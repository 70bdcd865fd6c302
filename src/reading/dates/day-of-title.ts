// The day of a title that only says that a tariff begins: "Chile's 25% tariff on Peruvian fish takes effect". In: the item, its
// leading step and the days that its sentences name. Out: the day of the item, or null.
import { type Day, daysBetween } from '../../domain/day.ts';
import type { Fact } from '../../domain/reading.ts';
import type { Step } from '../steps/find-steps.ts';
import { evidenceOf, hitsOf, type Line, type Scene } from '../words/scene.ts';

type DayOfLine = { readonly line: Line; readonly day: Day };

const THREATS: ReadonlySet<string> = new Set(['threatened', 'proposed', 'retaliation-threatened']);

/** How a title says that a tariff is in force, whole phrases only. */
const BEGINNING: readonly RegExp[] = [
  /^(?:(?:takes?|took|taken|comes?|came|go|goes|went|kicks?|kicked|enters?|entered|snaps?|snapped) (?:effect|into (?:effect|force)|in|force|live|back|hold))$/,
  /^(?:(?:now )?in (?:effect|force)|(?:starts|begins|started|began) collecting)$/,
  /^(?:(?:treten|tritt|traten) in kraft|in kraft(?: getreten)?)$/,
  /^(?:(?:is |zijn )?(?:van kracht|ingegaan)|gaa[nt] in|(?:treedt|treden|trad) in werking)$/,
  /^(?:entr(?:an|a|ano|ent|e|am|aron|o|ou|aram|es|ees) (?:en vigor|en vigueur|em vigor|in vigore|en vigencia))$/,
  /^(?:(?:en vigor|en vigueur|em vigor|in vigore)|scatta(?:no|ti)?)$/,
  /^(?:(?:weszl[yoa]|wchodz[ai])(?: w zycie)?|(?:вступил[аи]?|вступают|вступает) в силу|вступили)$/,
  /^(?:発効|に発効|生效|발효|에 발효|(?:resmi )?(?:mulai )?berlaku|yururluge girdi|(?:chinh thuc )?co hieu luc)$/,
];
const ENDED_BY_ITSELF = /^(?:ends|ended|expires|expired|lapses|lapsed)$/;
/** Days after which a day that the text names belongs to an older step. */
const LONG_PAST = 60;
/** What leaves open when a title means: another time, a doubt, a question. */
const OTHER_TIME =
  /^(?:weeks?|months?|days?|years?|ago|since|soon|later|before|until|unless|if|when|once|after|how|what|why|ahead|yet|could|would|will|may|might|set|due|to|not|no|never|without|expected|bald|wenn|falls|sollen|soll|quando|cuando|quand|wanneer|als|kiedy|когда|se|si|cosa|que pasa|presto|pronto|bientot|binnenkort|wkrotce|скоро|khi|ketika|jika)$|^(?:woche|monat|tage|jahr|settiman|mes|giorn|semana|dias?$|semaine|mois$|jours?$|maand|dagen|tydzie|tygodn|miesi|dni$|недел|месяц|дн|minggu|bulan|tuan|thang|hafta)|来|翌|後|前|予定|見通し|下|将|將|月|다음|예정|앞두/;

// "takes effect after Supreme Court ruling" is a past event; "after 90 days", "after parliament votes" is a time to come.
function isOfOtherTime(title: Line, at: number): boolean {
  const text = title.tokens[at]?.text ?? '';
  if (text !== 'after' || !title.classes.has('court')) return OTHER_TIME.test(text);
  const behind = title.tokens.slice(at + 1);
  const isAct = hitsOf(title, 'verb').some(({ from }) => from > at);
  return isAct || behind.some(({ kind }) => kind === 'number');
}

/** "Chile's 25% tariff on Peruvian fish takes effect": where nothing names another day, the title tells of its own. */
export function dayOfTitle(
  { title, publishedOn }: Scene,
  lead: Step,
  seen: readonly DayOfLine[],
): Fact<Day> | null {
  const isTold = lead.line.index <= 1 && lead.mood === 'plain' && !lead.isBackground;
  if (title === null || publishedOn === null || !isTold || THREATS.has(lead.action)) return null;
  if (seen.some(({ day }) => daysBetween(day, publishedOn) <= LONG_PAST)) return null;
  if (title.tokens.some(({ text }, at) => isOfOtherTime(title, at) || text === '?')) return null;
  const starts = hitsOf(title, 'verb').some((hit) => {
    const words = title.tokens.slice(hit.from, hit.to).map(({ text }) => text);
    const isEnd =
      lead.action === 'exemption-ended' && lead.line === title && hit.from >= lead.object.to;
    const isBegun = BEGINNING.some(
      (phrase) => phrase.test(words.join(' ')) || phrase.test(words.join('')),
    );
    return isBegun || (isEnd && ENDED_BY_ITSELF.test(words.join(' ')));
  });
  return starts
    ? { value: publishedOn, evidence: evidenceOf(title, 'date:title-tells-of-today') }
    : null;
}
