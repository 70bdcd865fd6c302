// A procedure that is only begun ("Le Brésil lance une procédure de riposte", "启动对美反制程序", "보복관세 절차 착수") and a law that only
// allows ("la loi permet d'imposer"): what may come of them is planned, and no law. In: a sentence and the verb of what is to come.
// Out: yes or no. Outside English.
import type { Hit } from '../words/lexicon.ts';
import { isParted, type Line, means, oncePerLine, tokenText } from '../words/scene.ts';

/** How each language calls a procedure, folded; characters one by one are joined. */
const PROCEDURE: Readonly<Record<string, RegExp>> = {
  pt: /^(?:processos?|procedimentos?|tramites?|consultas?)$/,
  es: /^(?:procesos?|procedimientos?|tramites?|consultas?)$/,
  fr: /^(?:procedures?|processus|consultations?|demarches?)$/,
  it: /^(?:procedura|procedure|iter|procedimento|procedimenti|consultazion[ei])$/,
  de: /^(?:verfahren|konsultation(?:en)?|prozess|prozedere|\S+verfahren)$/,
  nl: /^(?:procedures?|raadpleging|consultatie|proces)$/,
  pl: /^(?:procedur[eay]|proces|konsultacje|prace)$/,
  cs: /^(?:rizeni|procedur[uay]|proces|konzultace)$/,
  ru: /^(?:процедур[уыа]|процесс|консультации|подготовк[уа])$/,
  uk: /^(?:процедур[уиа]|процес|консультації|підготовку)$/,
  id: /^(?:proses|prosedur|konsultasi)$/,
  tr: /^(?:sureci?n?i?|prosedur\S*|istisare\S*)$/,
  sv: /^(?:processen?|forfarande|samrad)$/,
};
/** How each language says that one is begun, folded. */
const BEGUN: Readonly<Record<string, RegExp>> = {
  pt: /^(?:abr(?:e|em|iu|ir|indo)|abertura|inici(?:a|am|ou|ar|o)|inicio|aciona|acionou|lanca|lancou|deflagra|autoriza|autorizou|comeca|comecou|instaura|instaurou)$/,
  es: /^(?:abr(?:e|en|io|ir|ira)|apertura|inici(?:a|an|o|ar)|lanza|lanzo|activa|activo|arranca|arranco|comienza|comenzo|pone|puso)$/,
  fr: /^(?:lan(?:ce|cent|cer|cement)|lancee?|ouvr(?:e|ent|ir)|ouvert|ouverte|entam(?:e|ent|er|ee?)|engag(?:e|ent|er|ee?)|initie|debut(?:e|er)|demarre)$/,
  it: /^(?:avvi(?:a|ano|ato|ata|are|o)|apr(?:e|ono|ire)|aperta|aperto|inizia|iniziato|lancia|lanciato)$/,
  de: /^(?:leite[nt]e?n?|eingeleitet|einleiten|eroffnet|startet|starten|gestartet|beginnt|begonnen)$/,
  nl: /^(?:start|starten|begint|begon|opent|opende|gestart|geopend)$/,
  pl: /^(?:rozpoczyna|rozpoczela|rozpoczal|rozpoczely|uruchamia|uruchomila|uruchomil|wszczyna|wszczela|zaczyna)$/,
  cs: /^(?:zahajuj[ei]|zahajil[ay]?|spousti|spustil[ay]?)$/,
  ru: /^(?:начал[аи]?|начинает|начало|запускает|запустил[аи]?|инициировал[аи]?)$/,
  uk: /^(?:почал[аи]|починає|запускає|запустил[аи]|розпочал[аи]|розпочинає)$/,
  id: /^(?:mulai|memulai|luncurkan|meluncurkan|buka|membuka)$/,
  tr: /^(?:baslat\S*|basliyor|basladi|acti|aciyor)$/,
  sv: /^(?:inleder|inledde|startar|startade)$/,
};
const SIGNS: Readonly<Record<string, RegExp>> = {
  ja: /手続きを?(?:に)?(?:開始|着手|始め|入)|手続きを進め/,
  ko: /절차(?:를|에)? ?(?:착수|돌입|개시|시작|들어)/,
  zh: /(?:启动|展开|开启|开始|啟動|展開|開啟).{0,14}(?:程序|流程|公开咨询|公眾諮詢)/,
  vi: /(?:khởi động|bắt đầu|mở|tiến hành) (?:\S+ ){0,2}(?:quy trình|thủ tục|tham vấn)/i,
};
const NEAR = 4;
const REACH = 14;
/** Languages in which the procedure stands behind what it is for. */
const LAST: ReadonlySet<string> = new Set(['tr', 'ja', 'ko']);

/** True where what the verb tells is what a procedure, just begun, is for, or what a law only allows. */
export function isProcedureFor(line: Line, verb: Hit): boolean {
  if (line.lang === 'en') return false;
  if (isOfReciprocity(line, verb.to) || isOnlyAllowed(line, verb)) return true;
  const at = procedureAt(line);
  if (at < 0) return false;
  // "Brasil mulai proses penerapan tarif": what the verb begins is the procedure.
  if (at >= verb.to && at - verb.to <= 1) return true;
  // A nominal step asks with a place at the end of the line.
  const isBehind = at < verb.from && (verb.from - at <= REACH || verb.from >= line.tokens.length);
  const isBefore = at >= verb.to && at - verb.to <= REACH && LAST.has(line.lang);
  if (!isBehind && !isBefore) return false;
  return verb.from >= line.tokens.length || !isParted(line, Math.min(at, verb.to), verb.from);
}

/** Where a procedure is begun in a line; -1 where none is. */
const procedureAt = oncePerLine((line): number => {
  const signs = SIGNS[line.lang];
  if (signs !== undefined) return placeOfSigns(line, signs);
  const [procedure, begun] = [PROCEDURE[line.lang], BEGUN[line.lang]];
  if (procedure === undefined || begun === undefined) return -1;
  return line.tokens.findIndex(
    ({ text }, at) =>
      procedure.test(text) &&
      line.tokens.slice(Math.max(0, at - NEAR), at + NEAR).some((other) => begun.test(other.text)),
  );
});

function placeOfSigns(line: Line, signs: RegExp): number {
  const found = signs.exec(line.raw.slice(line.start, line.end));
  if (found === null) return -1;
  const start = line.start + found.index;
  return line.tokens.findIndex((token) => token.start >= start);
}

const LAW_WITHIN = 2;

// "aprova a Lei da Reciprocidade", "activa la ley de reciprocidad": the law lets a government answer, and answers nothing itself.
function isOfReciprocity(line: Line, to: number): boolean {
  if (line.lang !== 'pt' && line.lang !== 'es') return false;
  const behind = line.tokens.slice(to, to + LAW_WITHIN + 3).map(({ text }) => text);
  const law = behind.findIndex((text) => text === 'lei' || text === 'ley');
  return law >= 0 && law < LAW_WITHIN && behind.slice(law).some((text) => RECIPROCITY.test(text));
}

const RECIPROCITY = /^reciprocida/;

/** Laws, folded; a decree is one by which something is done. */
const LAW: Readonly<Record<string, RegExp>> = {
  pt: /^(?:lei|legislacao|norma)$/,
  es: /^(?:ley|legislacion|norma)$/,
  fr: /^(?:loi|legislation)$/,
  it: /^(?:legge|norma|normativa)$/,
  de: /^(?:\S*gesetz|regelung)$/,
  nl: /^(?:wet|wetgeving)$/,
  pl: /^(?:ustawa|prawo)$/,
  ru: /^(?:закон|норма)$/,
  uk: /^закон$/,
  id: /^(?:undang|uu)$/,
  tr: /^(?:yasa|kanun)$/,
};
const ALLOWS: Readonly<Record<string, RegExp>> = {
  pt: /^(?:permite|autoriza|possibilita|faculta)$/,
  es: /^(?:permite|autoriza|faculta|habilita)$/,
  fr: /^(?:permet|autorise|habilite)$/,
  it: /^(?:permette|consente|autorizza)$/,
  de: /^(?:erlaubt|ermoglicht|ermachtigt)$/,
  nl: /^(?:toe|mogelijk)$/,
  pl: /^(?:pozwala|umozliwia)$/,
  ru: /^(?:позволяет|разрешает)$/,
  uk: /^(?:дозволяє|дає)$/,
  id: /^(?:mengizinkan|memungkinkan|membolehkan)$/,
  tr: /^(?:izin|olanak|imkan)$/,
};
const LAYING = ['impose', 'raise', 'retaliate', 'tax', 'approve'] as const;
const OPENS_WITHIN = 3;

// A law near the opening of its sentence, and a verb of allowing: only what is laid counts, a relief that a law allows is given.
function isOnlyAllowed(line: Line, verb: Hit): boolean {
  if (line.lang === 'zh') return isAllowedInSigns(line, verb);
  const [law, allows] = [LAW[line.lang], ALLOWS[line.lang]];
  if (law === undefined || allows === undefined || line.isTitle) return false;
  if (!LAYING.some((family) => means(verb, 'verb', family))) return false;
  const opens = [...Array(OPENS_WITHIN).keys()].some((at) => law.test(tokenText(line, at)));
  return opens && line.tokens.some(({ text }) => allows.test(text));
}

const LAW_MAY = /法[^。]{0,20}(?:可(?:以|依法)?(?:对|對|向)|有权|有權|允许|允許|授权|授權)/;

// "根据对等法，巴西可对美国商品加征关税".
function isAllowedInSigns(line: Line, verb: Hit): boolean {
  const end = line.tokens[verb.from]?.start ?? line.end;
  return !line.isTitle && LAW_MAY.test(line.raw.slice(line.start, end));
}
