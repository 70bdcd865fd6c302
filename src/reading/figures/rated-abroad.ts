// Sentences in other languages than English that under a title on a tariff can only tell its rates: lists that give each country
// its own ("China pagará 35%, Perú 25%", "埃及28%，智利21%"), and what the rest pays ("Alle anderen zahlen 10 Prozent").
// In: a sentence. Out: yes or no.
import { placeGroups } from '../places/read-places.ts';
import { isParted, type Line, tokenText } from '../words/scene.ts';
import { says, wordGroup } from '../words/word-groups.ts';
import { percentsIn } from './find-percents.ts';
import type { Percent } from './printed-numbers.ts';

/** True for a sentence that sets out who pays how much; whether it stands under a title on a tariff is asked before. */
export function setsOutAbroad(line: Line): boolean {
  if (line.lang === 'en' || NOT_TARIFFS.some((name) => line.classes.has(name))) return false;
  const percents = percentsIn(line, line.lang);
  if (percents.length === 0 || percents.some((percent) => isOfWhole(line, percent))) return false;
  if (
    says(line, MARKETS) ||
    says(line, TRADES) ||
    ELSE_SIGNS.test(line.raw.slice(line.start, line.end))
  )
    return false;
  if (percents.some((percent) => SET_OUT.some((tells) => tells(line, percent)))) return true;
  return percents.filter((percent) => isOfPlace(line, percent)).length > 1;
}

/** True for a sentence on stock markets: what they lose is no rate. */
export function tellsMarkets(line: Line): boolean {
  return says(line, line.lang === 'en' ? INDICES : MARKETS);
}

/** "The Nasdaq dropped 0.65%": indices, shares and currencies as English text names them. */
const INDICES = wordGroup(
  'nasdaq dow s&p sensex nifty nikkei kospi ftse dax stoxx csi index indices stocks shares equities futures rupee peso yen yuan ringgit baht lira rand currency bourse',
);

const NOT_TARIFFS = ['movement', 'share', 'othertax'] as const;

/** Words of stock markets: folded stems. */
const MARKETS = wordGroup(
  /^(?:borse|aktie|bolsa|acciones$|acoes$|beurs|aandel|gield|akcj|borsa|борс|бирж|акции$|акций$|индекс|indeks)/,
);
/** Who sells and buys, where goods come from and go to: folded stems. */
const TRADES = wordGroup(
  /^(?:verlor|cayer|caen$|cairam|perd|strac|упал|kommen$|kommt$|stamm|entfall|provien|vende|vendid|verkauf|verkocht|verkop|sprzed|прода|compra|kauft|koopt|kupuj|achet|fournit|fournis|suminist|liefer|lever|dostarcz|постав|fornec|fornis)/,
);
const ELSE_SIGNS = /증시|주가|株|股市|股价|판매|수입 비중/;
const PLACED_WITHIN = 3;

// "la Turquie devra payer 40%", "Китай — 25%", "ベトナムは40%": a country right before its figure.
function isOfPlace(line: Line, { from }: Percent): boolean {
  return placeGroups(line).some(
    ({ to }) => to <= from && from - to <= PLACED_WITHIN && !isParted(line, to, from),
  );
}

/** "die übrigen", "los demás", "остальные", "negara lainnya": folded. */
const REST = wordGroup(
  'rest ubrigen ubrige anderen andere restlichen sonstige resto demas restantes otros otras demais restante outros outras autres reste altri altre restanti andere overige pozostale pozostalych pozostalym innych inne остальные остальных остальным других другие diger diger lainnya lain khac lai ovriga andra',
);
const REST_SIGNS = /其他|其余|其它|その他|それ以外|ほかの国|나머지|그 외|기타/;
const REST_WITHIN = 7;
const SPACED_BY_SIGN: ReadonlySet<string> = new Set(['ja', 'ko', 'zh']);

// "Der Rest zahlt 10 Prozent", "その他の国は10%": who is left gets one rate.
function isOfRest(line: Line, { from }: Percent): boolean {
  const start = Math.max(0, from - REST_WITHIN - (SPACED_BY_SIGN.has(line.lang) ? 3 : 0));
  const before = line.tokens.slice(start, from);
  const mark = before.findLastIndex(({ text }) => PARTING.has(text));
  const near = before.slice(mark + 1);
  if (SPACED_BY_SIGN.has(line.lang)) return REST_SIGNS.test(near.map(({ text }) => text).join(''));
  // "die übrigen 37 Prozent": a part of a whole.
  return says(line, REST) && near.slice(0, -1).some(({ text }) => REST.has(text));
}

/** Verbs that fix a rate, and whose rates are fixed otherwise: folded. */
export const FIXING =
  /^(?:fijo|fijaron|fija|fijado|fijada|fixa|fixe|fixee|fixou|fixado|fixada|fissato|fissata|fisso|festgesetzt|festgelegt|vastgesteld|ustalil|ustalono|установил)$/;
const INTEREST = wordGroup(
  /^(?:interes|interet|zins|leitzins|juros|selic|rente|stop$|ставк|учетн)/,
);
const FIXED_WITHIN = 4;

// "pero lo fijó en 54%".
function isSetAt(line: Line, { from }: Percent): boolean {
  const before = line.tokens.slice(Math.max(0, from - FIXED_WITHIN), from);
  return before.some(({ text }) => FIXING.test(text)) && !says(line, INTEREST);
}

/** Words by which a rate applies, right beside it: folded. */
const APPLYING =
  /^(?:gelten|gilt|geldt|gelden|aplica|aplican|aplicara|rige|regira|applique|appliquent|appliquera|applica|applichera|pagara|pagaran|pagarao|paga|pagam|pagan|pagheranno|paghera|pagano|paiera|paieront|payera|zahlen|zahlt|betalen|betaalt|zaplaca|zaplaci|заплатят|заплатит|aplicam|incide|incidira|berlaku|uygulanacak|uygulanir)$/;
const APPLIED_WITHIN = 2;
/** "8%を課す". */
const CHARGED = ['を課', '를부', '을부'] as const;

// "Für Länder ohne Abkommen gelten 8 Prozent", "合意のない国には8%を課す".
function isApplied(line: Line, { from, to }: Percent): boolean {
  const near = [
    ...line.tokens.slice(Math.max(0, from - APPLIED_WITHIN), from),
    ...line.tokens.slice(to, to + APPLIED_WITHIN),
  ];
  if (near.some(({ text }) => APPLYING.test(text)) && !says(line, INTEREST)) return true;
  const behind = tokenText(line, to) + tokenText(line, to + 1);
  return CHARGED.some((sign) => behind === sign);
}

const SET_OUT = [isOfRest, isSetAt, isApplied] as const;

const PARTING: ReadonlySet<string> = new Set([',', ';', ':', '、', '，', '；', '(']);

const GENITIVE: ReadonlySet<string> = new Set(
  'der des du de di del della dei delle degli do da dos das van the'.split(' '),
);

// "30 % des Kupfers", "il 30% del rame", "30 % van het koper": a part of a whole.
function isOfWhole(line: Line, { to }: Percent): boolean {
  return GENITIVE.has(tokenText(line, to));
}
