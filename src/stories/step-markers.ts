// Words that name the step within a dispute, beyond the reader's actions: a provisional and a final duty, an extension,
// a refund, a call for comments, the day of entry into force, a court's stay. Data and lookup; several languages.

export const STEP_MARKERS = [
  'provisional',
  'definitive',
  'extension',
  'refund',
  'comments',
  'in-force',
  'in-court',
  'in-answer',
  'stay',
] as const;
export type StepMarker = (typeof STEP_MARKERS)[number];

/** Word beginnings, folded as in `fold`; a phrase has spaces. Read with a word border before each. */
const MARKERS: Readonly<Record<StepMarker, readonly string[]>> = {
  provisional: [
    'provisional',
    'provisoi',
    'provisori',
    'preliminar',
    'interim',
    'vorlaufig',
    'prowizor',
    'gecici',
    'sementara',
    'tam thoi',
    '仮',
    '临时',
    '初裁',
    '잠정',
    '예비',
  ],
  definitive: [
    'definiti',
    'final ',
    'five year',
    'endgultig',
    'ostateczn',
    'nihai',
    'kesin',
    'chinh thuc',
    '最終',
    '终裁',
    '최종',
  ],
  extension: [
    'extend',
    'extension',
    'prolong',
    'verlanger',
    'prorog',
    'amplia',
    'perpanjang',
    'uzat',
    '延長',
    '延期',
    '延长',
    '연장',
  ],
  refund: [
    'refund',
    'rembours',
    'reembols',
    'ruckerstatt',
    'erstatt',
    'rimbors',
    '還付',
    '退税',
    '환급',
  ],
  comments: ['request for comment', 'requests comment', 'public comment', 'consultation'],
  'in-force': [
    'takes effect',
    'take effect',
    'took effect',
    'in effect',
    'into effect',
    'into force',
    'in force',
    'kicks in',
    'kick in',
    'en vigor',
    'en vigueur',
    'in kraft',
    'in vigore',
    'yururlu',
    '発効',
    '生效',
    '발효',
  ],
  'in-answer': [
    'retaliat',
    'counter tariff',
    'countermeasure',
    'counter measure',
    'counter dut',
    'hits back',
    'hit back',
    'responds',
    'answers',
    'represalia',
    'retaliac',
    'contre mesure',
    'riposte',
    'rappresagl',
    'contromisur',
    'contramedida',
    'vergeltung',
    'gegenzoll',
    'gegenmassnahm',
    'gegenmaßnahm',
    'odwet',
    'misilleme',
    '報復',
    '対抗',
    '反制',
    '报复',
    '보복',
  ],
  // A higher court holds back what a lower one ruled; read only where a court is named.
  stay: [
    'pauses ',
    'paused ',
    'stays ',
    'stayed ',
    'reinstate',
    'restores ',
    'revives ',
    'stand for now',
    'on hold ',
    'setzt urteil',
    'restablece',
    'retablit',
    'ripristina',
  ],
  'in-court': [
    'court',
    'judge',
    'tribunal',
    'gericht',
    'berufungsgericht',
    'handelsgericht',
    'corte',
    'sad ',
    '裁判',
    '법원',
    '法院',
  ],
};

const PATTERNS: readonly { readonly marker: StepMarker; readonly pattern: RegExp }[] =
  STEP_MARKERS.map((marker) => ({
    marker,
    // A border stands before words of letters; scripts without spaces have none.
    pattern: new RegExp(
      MARKERS[marker].map((text) => (/^[a-z]/.test(text) ? ` ${text}` : text)).join('|'),
    ),
  }));

/** The markers in a text: a headline, or a headline with its summary. */
export function stepMarkersIn(text: string): ReadonlySet<StepMarker> {
  const folded = fold(text);
  const found = new Set(
    PATTERNS.filter(({ pattern }) => pattern.test(folded)).map(({ marker }) => marker),
  );
  if (!found.has('in-court')) found.delete('stay');
  return found;
}

function fold(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
  return ` ${plain} `;
}
