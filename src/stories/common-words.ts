// Words that say nothing about which event is meant: grammar, and what every tariff story says. Data only.

const GRAMMAR = `a about above after again against all also although am amid among an and any are as at be because been
before being below between both but by can could did do does doing down during each even few for from further had has
have having he her here hers him his how however i if in into is it its itself just last latest like may me might more
most much must my new next no nor not now of off on once one only onto or other our out over own per same say says said
she should since so some such than that the their them then there these they this those through to today tomorrow too
two under until up upon us very via was we were what when where which while who whom why will with within without would
yet you your first second three four five six seven eight nine ten dozen several many according including another
ahead around back because become came come comes get gets give given go goes going got make makes made put puts see
seen set sets take takes taken took way week weeks month months year years day days monday tuesday wednesday thursday
friday saturday sunday january february march april may june july august september october november december jan feb
mar apr jun jul aug sep sept oct nov dec time times am pm early late soon`;

const TRADE = `tariff tariffs duty duties levy levies tax taxes import imports imported importing importers export
exports exported exporters trade trading goods good product products percent percentage pct pc cent rate rates
additional extra new measure measures impose imposes imposed imposing announce announces announced announcement
president trump donald administration government govt ministry minister department commerce commission customs
official officials effect effective takes effect plan plans planned would country countries foreign global world
international market markets economy economic news report reports reported update statement notice order orders
action actions billion million bn mn united states america american americans u.s reuters afp bloomberg xinhua
also read more continue reading full story article post appeared breaking live watch video https http www com html rss
amp nbsp href`;

const FOREIGN = `de la le les des du un une et en el los las del y que por para con sur pour dans est au aux der die das
und den dem von zu auf mit fur ein eine ist im an nach bei o os as do da dos das em no na ao com por uma il lo gli di e
che per con su al dal nel w z na do i o od sie ze ve bir ile icin da bu yang dan di ke untuk pada dari arancel aranceles
tarifa tarifas droits douane zolle zoll strafzolle dazi dazio cla cel gumruk vergisi importaciones importations
importacao importacoes aussi mas mais`;

/** Words of grammar and trade that other languages write alike, names and what the web adds: they do not tell English. */
const ALIKE_ELSEWHERE =
  wordsOf(`a am an also as at do dans dec do due during en export has he her import in international is it
just me more most mr no nor not on once or over pc pm post so sept two via us was were why will april august september
november jan feb mar jun jul sep oct nov trump president donald administration commission normal global action article
minister market reuters afp bloomberg xinhua mn bn million u.s america live video full http https www com html rss amp nbsp
href`);

/** Words by which a headline is known to be English. */
export const ENGLISH_WORDS: ReadonlySet<string> = new Set(
  [...wordsOf(`${GRAMMAR} ${TRADE}`)].filter((word) => !ALIKE_ELSEWHERE.has(word)),
);

export const COMMON_WORDS: ReadonlySet<string> = wordsOf(`${GRAMMAR} ${TRADE} ${FOREIGN}`);

/**
 * Weak words: they carry some of the event, but many events share them (steps, common products and measures, places).
 * They count a third of a telling word, and no story is looked up by them.
 */
export const WEAK_WORDS: ReadonlySet<string> =
  wordsOf(`raise hike increase cut reduce slash lift remove drop end delay pause suspend postpone extend exempt exemption
exclude exclusion relief seek ask request threaten threat warn retaliate retaliatory retaliation counter countermeasure
deal agreement talk negotiation steel aluminum aluminium metal car auto vehicle electric copper lumber wood chip
semiconductor pharmaceutical drug medicine solar farm food agricultural agriculture antidumping dumping anti
countervailing safeguard section investigation probe quota reciprocal universal china chinese beijing eu european union
brussels europe canada canadian ottawa mexico mexican japan japanese tokyo korea korean seoul india indian delhi
brazil brazilian uk britain british london washington white house vietnam vietnamese turkey turkish indonesia
indonesian swiss switzerland taiwan australia australian germany german france french italy italian supreme court
ruling decision final preliminary proposed provisional definitive determination federal register national security
domestic industry producer company firm business price signed sign proclamation executive war tension bloc part force
start begin high low hit face target ban bill law rule state secretary
leader deputy head`);

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/).filter((word) => word !== ''));
}
