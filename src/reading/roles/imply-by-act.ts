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
      /\b(?:G\.?S\.?R|S\.?O)\.? ?\d{1,4} ?\(E\)|\bNotification No\.? ?\d{1,4}\/\d{4} ?[-–] ?Customs\b|^(?:"?Notification[^:]{0,60}: ?)?Seeks to (?:levy|impose|extend|rescind|amend|continue|further amend)\b|\bAgriculture Infrastructure and Development Cess\b|\bAIDC\b/,
    ),
  },
  {
    // Orders and regulations by their registration, in either language.
    code: 'CA',
    rule: 'role:canadian-order',
    names: fitting(/\b(?:SOR|DORS)\/\d{4}-\d/),
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
      /\b[Aa]mendments? (?:to|of) (?:Part \d[A-Z]? (?:to|of) )?Schedule No\. ?\d\b|\bITAC Report\b/,
    ),
  },
  {
    // Executive orders are counted anew under each president, and by the year of their series.
    code: 'PH',
    rule: 'role:philippine-act',
    names: fitting(
      /\b(?:Executive|Memorandum) Order (?:No\.? ?)?\d{1,3},? (?:s\.|series of) ?\d{4}/,
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
