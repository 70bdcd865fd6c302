// Who imposes by the name of an act that only one state gives its acts: "SOR/2025-95", "Decision No. 1711/QD-BCT", "Notification
// No. 12/2025-Customs". In: an item and the roles found so far. Out: whether an imposer was added.
import { fitting } from '../words/asked-rules.ts';
import type { Line, Scene } from '../words/scene.ts';
import { addAll, type Found } from './found.ts';

type NamedAct = {
  readonly code: string;
  readonly rule: string;
  readonly names: (line: Line) => boolean;
};

const ACTS: readonly NamedAct[] = [
  {
    // The number and the opening of a customs notification, the series of the gazette ("G.S.R. 312(E)"), and duties that only India
    // names so (Customs Tariff Act, 1975).
    code: 'IN',
    rule: 'role:indian-law',
    names: fitting(
      /\b(?:G\.?S\.?R|S\.?O)\.? ?\d{1,4} ?\(E\)|\bNotification No\.? ?\d{1,4}\/\d{4} ?[-–] ?Customs\b|^(?:"?Notification[^:]{0,60}: ?)?Seeks to (?:levy|impose|extend|rescind|amend|continue|further amend)\b|\bCustoms Tariff Act,? 1975\b|\bAgriculture Infrastructure and Development Cess\b|\bAIDC\b/,
    ),
  },
  {
    // The decrees by which its ministry of commerce and its tariff commission act, and how both number their announcements.
    code: 'CN',
    rule: 'role:chinese-act',
    names: fitting(
      /\bRegulations? of the People['’]s Republic of China on (?:Anti-?dumping|Countervailing|Safeguards?)\b|\b(?:Ministry of Commerce|MOFCOM|(?:State Council )?(?:Customs )?Tariff Commission) (?:published )?Announcement No\.? ?\d{1,3},? (?:of )?20\d\d\b|\bMinistry of Commerce answered questions from (?:the )?(?:press|reporters)\b|\bTrade Remed(?:y|ies)(?: and)? Investigation Bureau\b/i,
    ),
  },
  {
    // The messages of its customs by number: eight digits since 2019, the year and six before.
    code: 'US',
    rule: 'role:american-customs',
    names: fitting(
      /^(?:\d{8} ?[-–] ?(?:updated?\b|guidance\b|reminder\b|information\b)|[12]\d-000\d{3}\b)/i,
    ),
  },
  {
    // The communiqués under its law on dumped and subsidised imports.
    code: 'TR',
    rule: 'role:turkish-act',
    names: fitting(
      /\bPrevention of Unfair Competition in Imports?\b|\bİthalatta Haksız Rekabetin Önlenmesi/i,
    ),
  },
  {
    // Regulations since it left the union, and the law of its duties and remedies.
    code: 'GB',
    rule: 'role:british-act',
    names: fitting(/\(EU Exit\)|\bTaxation \(Cross-border Trade\) Act\b/i),
  },
  {
    // Orders and regulations by their registration, in either language; the notices of its customs by year and number ("Customs
    // Notice 25-19"), and the orders that lay or remit a surtax.
    code: 'CA',
    rule: 'role:canadian-order',
    names: fitting(
      /\b(?:SOR|DORS)\/\d{4}-\d|\bSpecial Import Measures Act\b|\bCustoms Notice \d\d-\d\d\b|\bAvis des douanes \d\d-\d\d\b|\bSurtax (?:Remission )?Order\b|\bDécret (?:de remise )?(?:imposant|de) (?:une |la )?surtaxe\b/,
    ),
  },
  {
    // The number ends in the kind of act and who takes it: a decision of the Ministry of Industry and Trade, a decree of the government.
    code: 'VN',
    rule: 'role:vietnamese-act',
    names: fitting(
      /\b\d{1,5}(?:\/\d{4})?\/(?:Q[DĐ]|N[DĐ]|TT|TB|CV|NQ)-(?:BCT|BTC|CP|TTg|UBTVQH\d*|TCHQ)\b/,
    ),
  },
  {
    // The titles of its acts, in the language of no other state: "Quyết định về việc áp dụng biện pháp chống bán phá giá". A headline
    // may open with the word as well ("Quyết định áp thuế 25% của ông Trump").
    code: 'VN',
    rule: 'role:vietnamese-act',
    names: fitting(
      /^(?:Quyết định|Nghị định|Thông tư|Thông báo) (?:số \S+ )?(?:về việc|(?:điều tra )?(?:gia hạn )?(?:áp dụng|sửa đổi|chấm dứt) biện pháp|sửa đổi)(?= )/iu,
    ),
  },
  {
    // A title that leaves the origin of what is shipped aside, and the party that asks, as its gazette puts it; the law of its tariff.
    code: 'MX',
    rule: 'role:mexican-act',
    names: fitting(
      /\bindependientemente del pa[ií]s de procedencia\b|\bsolicitud de parte interesada y se declara\b|\bLey de los Impuestos Generales de Importaci[oó]n\b/i,
    ),
  },
  {
    // A tariff is moved in its parliament before it is law ("Customs Tariff Proposal (No. 3) 2022"); the numbers of its notices.
    code: 'AU',
    rule: 'role:australian-act',
    names: fitting(
      /\bCustoms Tariff (?:Proposal|Alteration) ?\(|\bAnti-Dumping Notice (?:No\.? ?)?\d{4}\/\d|\bADN (?:No\.? ?)?\d{4}\/\d|\bAustralian Customs Notice\b|\bCustoms Tariff (?:\(Anti-Dumping\) Act 1975|Act 1995)\b/i,
    ),
  },
  {
    // How its ministry of finance names China in its inquiries: "(excluding the regions of Hong Kong and Macao)".
    code: 'JP',
    rule: 'role:japanese-act',
    names: fitting(
      /\bexcluding (?:the )?(?:regions of Hong Kong and Macao|Hong Kong and Macao regions)\b|香港地域及びマカオ地域|財務省告示/i,
    ),
  },
  {
    // Resolutions of its chamber of trade and circulars of its secretary ("Resolução Gecex nº 712", "Circular Secex nº 45").
    code: 'BR',
    rule: 'role:brazilian-act',
    names: fitting(
      /\b(?:Resolu[cç][aã]o|Resolution) (?:GECEX|CAMEX)\b|\b(?:Circular|Portaria) SECEX\b/i,
    ),
  },
  {
    // Regulations of the minister of finance ("Peraturan Menteri Keuangan").
    code: 'ID',
    rule: 'role:indonesian-act',
    names: fitting(/\bPMK\b|\/PMK\.\d/),
  },
  {
    // Statutory regulatory orders, of the federal series.
    code: 'PK',
    rule: 'role:pakistani-act',
    names: fitting(/\bS\.?R\.?O\.? ?\d{1,4} ?\(I\)\/\d{4}/),
  },
  {
    // Amendments of the schedules to the Customs and Excise Act, 1964, and the reports they follow.
    code: 'ZA',
    rule: 'role:south-african-act',
    names: fitting(
      /\b[Aa]mendments? (?:to|of) (?:Part \d[A-Z]? (?:to|of) )?Schedule No\. ?\d\b|\bITAC Report\b|\bCustoms and Excise Act,? 1964\b/,
    ),
  },
  {
    // Executive orders are counted anew under each president, and by the year of their series.
    code: 'PH',
    rule: 'role:philippine-act',
    names: fitting(
      /\b(?:Executive|Memorandum) Order (?:No\.? ?)?\d{1,3},? (?:s\.|series of) ?\d{4}|\bRepublic Act (?:No\.? ?)?8(?:751|752|800)\b/,
    ),
  },
];

/** Adds the state whose act an item names so; never one of the `targets`. */
export function addByAct(scene: Scene, imposers: Found, targets: Found): boolean {
  for (const { code, rule, names } of ACTS) {
    const line = targets.has(code) ? undefined : scene.lines.find(names);
    if (line === undefined) continue;
    addAll(imposers, [code], line, rule);
    return true;
  }
  return false;
}
