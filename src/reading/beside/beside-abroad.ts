// Sentences in other languages than English that name measures, goods or states which the step does not touch: what was done earlier
// ("Wcześniej podniósł cło na cukier"), what nobody spoke of ("Von Zöllen auf Zucker war keine Rede"), who belongs to a bloc
// ("Mitglieder sind Peru und Chile"). In: a sentence and what is known. Out: yes or no.
import { tellsEarlier } from '../steps/old-abroad.ts';
import type { Line } from '../words/scene.ts';
import type { Rule } from './known.ts';

const UNSPOKEN =
  /war (?:dabei |dagegen )?keine Rede|nicht die Rede|n[’']a pas été question|il n[’']était pas question|no se (?:habló|mencion)|sin mencionar|non si è (?:parlato|fatto cenno)|nessun accenno|não (?:se falou|houve menção)|was geen sprake|geen woord over|nie było mowy|ни слова|речи не (?:шло|было)|言及しなかった|触れなかった|언급하지 않|未提及|没有提到|沒有提到/iu;

const MEMBERS =
  /^\s*(?:Mitglieder sind|Mitgliedstaaten sind|Zu (?:ihm|ihr|den Mitgliedern) (?:gehören|zählen)|(?:Sus|Los) miembros son|Lo (?:integran|forman)|(?:Ses|Les) membres sont|(?:Ne )?fanno parte|I membri sono|(?:Os|Seus) membros são|Integram o bloco|Leden zijn|Członkami są|Należą do niej|Členy jsou|В (?:него|союз|блок) входят|Üyeleri|Anggotanya|Các thành viên)(?!\p{L})|^\s*(?:加盟国は|회원국은|成员(?:国)?(?:包括|为)|成員(?:國)?(?:包括|為))/u;

const isUnspoken = (line: Line): boolean => UNSPOKEN.test(line.raw.slice(line.start, line.end));
const namesMembers = (line: Line): boolean => MEMBERS.test(line.raw.slice(line.start, line.end));

/** The rules of beside-lines.ts that hold for every language but English. */
export const ABROAD: readonly Rule[] = [
  { name: 'beside:earlier', holds: (line) => line.index > 1 && tellsEarlier(line) },
  { name: 'beside:unspoken', holds: isUnspoken },
  { name: 'beside:members', holds: namesMembers },
];
