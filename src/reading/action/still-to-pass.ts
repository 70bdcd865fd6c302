// Laws that one chamber has passed and another has yet to: "les députés doivent encore se prononcer", "falta la Cámara". In: the
// scene. Out: yes or no. Outside English; there the lists of votes and bills tell it, and not-yet-law.ts what only a draft says.
import type { Line, Scene } from '../words/scene.ts';

const WITHIN = 2;
const CHAMBER =
  /députés|sénat|assemblée|diputados|senado|cámara|câmara|deputados|deputati|senato|camera|bundestag|bundesrat|eerste kamer|tweede kamer|sejm|senat|госдум|совет федерации|сенат|meclis|tbmm|dpr\b|quốc hội|上院|下院|参院|衆院|상원|하원|본회의|参议院|众议院|參議院|眾議院|parlament|parlement|parlamento|парламент/;
const STILL =
  /(?:vai|segue|volta) (?:ao|para o|à|para a) (?:senado|câmara)|pasa (?:al|a la) (?:senado|cámara)|passa (?:al|alla) (?:senato|camera)|trafi do (?:sejmu|senatu)|doi(?:ven)?t encore|reste à (?:l|vot)|debe(?:n)? (?:aún|todavía)|aún debe|todavía debe|falta (?:que|la|el)|ainda (?:precisa|tem de|depende|falta|será vot)|deve(?:ono)? ancora|(?:muss|müssen) (?:noch|dem noch)|(?:moet|moeten) nog|musi jeszcze|muszą jeszcze|(?:должн[аы]?|предстоит) (?:еще|ещё)|(?:еще|ещё) (?:должн|предстоит)|henüz|masih harus|còn phải|これから|残る|審議が必要|남았|남겨|아직|仍需|还需|還需|尚需|尚待/;

/** "seguem-se os trílogos", "nun folgen die Triloge": what the Council and the Parliament of the EU have yet to agree on. */
const TRILOGUE = /tr[ií]log|trialog|трилог/;

/** True where a sentence near the top says that a chamber still has to vote. */
export function isStillToPass({ lang, lines }: Scene): boolean {
  if (lang === 'en') return false;
  return lines.some((line) => {
    const text = line.raw.slice(line.start, line.end).toLowerCase();
    if (line.index > WITHIN) return false;
    return TRILOGUE.test(text) || (STILL.test(text) && CHAMBER.test(text));
  });
}

const DRAFT =
  /(?:laut|gemäß|nach) (?:(?:eine|de|ihre|seine)m )?\S{0,20}entwurf|według (?:\S{1,20} )?projektu|wynika (?:to )?z (?:\S{1,20} )?projektu|zgodnie z projektem|según (?:un |el )?(?:borrador|proyecto)|selon (?:un |le )?(?:projet|avant-projet)|secondo (?:una |la )?bozza|segundo (?:um |o |uma |a )?(?:rascunho|projeto|minuta)|volgens (?:een |het )?(?:ontwerp|concept|conceptvoorstel)|enligt (?:ett |en )?(?:utkast|lagförslag)|согласно (?:\S{1,20} )?проекту|из проекта следует|(?:згідно з|за) про[єе]ктом|taslağ(?:a|ına) göre|(?:menurut|berdasarkan) (?:draf|rancangan)|theo (?:bản )?dự thảo|(?:草案|原案|素案)によ(?:ると|れば)|초안에 따르면|(?:根据|根據|依据|按照).{0,8}草案|草案(?:显示|顯示)/;

/** True where a sentence near the top gives a draft as its source: "Laut einem Entwurf", "según un borrador". */
export function isOnlyDrafted({ lang, lines }: Scene): boolean {
  if (lang === 'en') return false;
  return lines.some(
    (line) =>
      line.index <= WITHIN && DRAFT.test(line.raw.slice(line.start, line.end).toLowerCase()),
  );
}

/** True where a title tells a vote of one chamber. */
export function isOneChamber(line: Line): boolean {
  const title = titleOf(line);
  const isPassed = HOUSE_PASSES.test(title) || PASSES_HOUSE.test(title);
  return CHAMBER_VOTES.test(title) || isPassed || ONE_CHAMBER.test(title);
}

/** The one house of the American Congress, in other languages. */
const ONE_CHAMBER =
  /US-Senat|US-Repräsentantenhaus|Senado de (?:EE|Estados Unidos)|Senado dos (?:EUA|Estados Unidos)|Câmara dos EUA|Sénat américain|Senato (?:Usa|americano)|Сенат США|Senat USA|ABD Senatosu|[美미] ?상원|[美미] ?하원|米上院|米下院|美(?:国|國)?[参參][议議]院|美(?:国|國)?[众眾][议議]院/;

/** "House passes three-year extension": the Senate is still to vote; the White House passes nothing. */
const HOUSE_PASSES = /(?<!White )\bHouse (?:passes|passed|approves|approved|clears|cleared|OKs)\b/;

/** "AGOA renewal clears House". */
const PASSES_HOUSE =
  /\b(?:pass(?:es|ed)?|clear(?:s|ed)?|sails through|through) (?:the )?(?:US |U\.S\. )?(?:House|Senate)\b/i;

const CHAMBER_VOTES =
  /\b(?:House|Senate|Congress|Parliament|lawmakers|MEPs|deputies) (?:votes?|voted|backs?|panel|committee|Republicans|Democrats)\b/;

/** A line as it is printed. */
export function titleOf(line: Line): string {
  return line.raw.slice(line.start, line.end);
}
