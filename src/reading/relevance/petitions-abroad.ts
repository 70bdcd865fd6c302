// Titles outside English in which those ask who set no tariffs: an industry right before its verb of asking, an office that has only
// received an application. In: a title and its step. Out: yes or no.
import type { Step } from '../steps/find-steps.ts';
import { headMarks, hitsOf, type Line, lineHas, means } from '../words/scene.ts';
import { isMereEstimate } from './mere-estimates.ts';

const REMEDIES = ['AD', 'CVD', 'safeguard'] as const;
const ASKS_WITHIN = 4;

/** Why a title outside English tells no step, whatever words of one stand in it; null where it may. A text that opens with a step
 * of its own goes before what its title reckons. */
export function ruledOutAbroad(
  title: Line,
  step: Step | undefined,
  isToldBelow: () => boolean,
): string | null {
  if (isPetitionAbroad(title, step)) return 'those who ask set no tariffs';
  if (!isMereEstimate(title, step) || isToldBelow()) return null;
  return 'the title reckons what a tariff would do';
}

/** True for "Hutnicy wnioskują o cła antydumpingowe", "Secex recebe petição para abertura de investigação". */
function isPetitionAbroad(title: Line, step: Step | undefined): boolean {
  if (title.lang === 'en' || lineHas(title, 'tariff', 'retaliation')) return false;
  return isReceived(title) || isAskedByIndustry(title, step);
}

/** An application for a remedy that has only come in, or that firms lodge, as printed. */
const APPLICATION: Readonly<Record<string, RegExp>> = {
  es: /(?<!\p{L})(?:recibe|recibió|reciben|admite|admitió|presenta|presentan|presentó) (?:a trámite )?(?:la |una |otra )?(?:solicitud|petición|denuncia)/iu,
  pt: /(?<!\p{L})(?:recebe|recebeu|recebem|protocola|protocolam|protocolou) (?:a |uma |o |um )?(?:petição|pedido|solicitação)/iu,
  fr: /(?<!\p{L})(?:saisie? d['’]une|reçoit une|reçu une|dépose une|déposent une) (?:demande|plainte|requête)/iu,
  it: /(?<!\p{L})(?:riceve|ricevuta|presenta|presentano|presentata) (?:una |la )?(?:denuncia|richiesta|domanda|istanza)/iu,
  de: /(?<!\p{L})(?:erhält|reicht|reichen|stellt|stellen|reichten) (?:einen )?(?:Antrag|Beschwerde)|(?:Antrag|Beschwerde) eingegangen/iu,
  nl: /(?<!\p{L})(?:ontvangt|dient|dienen) (?:een )?(?:klacht|verzoek|aanvraag)/iu,
  pl: /(?<!\p{L})(?:wpłynął|wpłynęła|złożył|złożyła|złożyli|złożyło|otrzymał|otrzymała|otrzymało) (?:wniosek|skarga|skargę)|wniosek (?:wpłynął|trafił)/iu,
  ru: /(?<!\p{L})(?:получил|получила|получило|подал|подала|подали|поступило) (?:заявлени|ходатайств|обращени)/iu,
  uk: /(?<!\p{L})(?:отримав|отримала|отримало|подав|подала|подали|надійшла|надійшло) (?:заяв|клопотанн|скарг)/iu,
  tr: /başvuru(?:su)? (?:aldı|yaptı|geldi)|başvurusunda bulundu/iu,
  id: /(?<!\p{L})(?:terima|menerima|ajukan|mengajukan) (?:permohonan|petisi)/iu,
  vi: /(?:tiếp nhận|nhận được|nộp) (?:hồ sơ|đơn)/iu,
  ko: /제소|조사 ?신청|신청서 접수|신청 접수/u,
  zh: /(?:收到|接获|接獲|受理|提交|递交|遞交)/u,
};

function isReceived(title: Line): boolean {
  const isOfRemedy =
    title.classes.has('probe') || REMEDIES.some((kind) => lineHas(title, 'tariff', kind));
  if (!isOfRemedy) return false;
  const text = title.raw.slice(title.start, title.end);
  // "商务部收到对巴西鸡肉的反倾销调查申请": what came in stands at the end.
  if (title.lang === 'zh' && !/申请|申請/.test(text)) return false;
  return APPLICATION[title.lang]?.test(text) === true;
}

const STATES = ['name', 'capital', 'leader', 'government'] as const;

// "台灣鋼鐵業者申請對中國鋼品課徵反傾銷稅": where they are from stands before them, and no government between.
function isAskedByIndustry(title: Line, step: Step | undefined): boolean {
  const asker = headMarks(title).find((hit) => means(hit, 'frame', 'lobby'));
  if (asker === undefined) return false;
  const ask = title.hits.find(
    (hit) =>
      hit.from >= asker.to &&
      hit.from - asker.to <= ASKS_WITHIN &&
      (means(hit, 'mood', 'seek') || means(hit, 'verb', 'seek')),
  );
  if (ask === undefined || (step !== undefined && step.verb.from < ask.from)) return false;
  const isOffice = title.hits.some(
    (hit) =>
      hit.from >= asker.to &&
      hit.to <= ask.from &&
      (hit.meanings.has('leadership') || STATES.some((kind) => means(hit, 'placekind', kind))),
  );
  if (isOffice) return false;
  return [...hitsOf(title, 'tariff'), ...hitsOf(title, 'probe')].some(
    ({ from }) => from > ask.from,
  );
}
