// Countries that a text outside English only mentions take no part in the step of the title: who supplies, who has a like tariff,
// where people meet, what was years before. By tables of our own words.
import { describe, expect, it } from 'vitest';
import { printReading } from '../../../src/reading/print-reading.ts';
import { readItem } from '../../../src/reading/read-item.ts';

/** Each cast is "code|name|adjective|capital"; A acts, B is hit, C and D are others; an apostrophe behind the letter gives the
 * adjective, a star the capital. */
type Table = {
  readonly casts: readonly string[];
  readonly titles: readonly (readonly [text: string, want: string])[];
  readonly texts: readonly string[];
};

const TABLES: Readonly<Record<string, Table>> = {
  es: {
    casts: [
      'US|Estados Unidos|estadounidense|Washington',
      'BR|Brasil|brasileño|Brasilia',
      'IN|India|indio|Nueva Delhi',
      'TR|Turquía|turco|Ankara',
      'CN|China|chino|Pekín',
      'MX|México|mexicano|Ciudad de México',
    ],
    titles: [
      ['{A} impone un arancel del 25% al acero de {B}', 'A > B'],
      ["{A} aplica aranceles del 25% al acero {B'}", 'A > B'],
      ["Entra en vigor el arancel del 25% al acero {B'}", '- > B'],
      ['{A} sube al 25% el arancel al acero', 'A > WORLD'],
      ['{A} abre una investigación antidumping sobre el acero de {B}', 'A > B'],
      ["{A} rebaja el arancel al acero {B'} al 10%", 'A > B'],
    ],
    texts: [
      '{C} es el principal proveedor de acero.',
      'Los principales proveedores son {C} y {D}.',
      'La medida no afecta a {C}.',
      '{C} ya cobra un 30% al acero.',
      '{C} estudia una medida similar.',
      'La decisión llega tras las conversaciones en {C*}.',
      '{C} impuso un arancel del 50% al acero en marzo.',
      'Las importaciones de {C} subieron un 40% el año pasado.',
      'El año pasado {A} firmó un acuerdo comercial con {C}.',
      'Una empresa de {C} dijo que estudiaría la medida.',
      'En 2019 el gobierno impuso un arancel al acero de {C}.',
      'La medida es similar a la adoptada contra {C}.',
      'El ministro habló con la prensa en {C*}.',
      '{C} pidió una exención.',
      'Las negociaciones con {C} continúan.',
    ],
  },
  pt: {
    casts: [
      'US|Estados Unidos|americano|Washington',
      'BR|Brasil|brasileiro|Brasília',
      'IN|Índia|indiano|Nova Délhi',
      'TR|Turquia|turco|Ancara',
      'CN|China|chinês|Pequim',
      'MX|México|mexicano|Cidade do México',
    ],
    titles: [
      ['{A} impõe tarifa de 25% sobre aço de {B}', 'A > B'],
      ["{A} aplica tarifa de 25% ao aço {B'}", 'A > B'],
      ["Entra em vigor tarifa de 25% sobre aço {B'}", '- > B'],
      ['{A} eleva para 25% a tarifa sobre o aço', 'A > WORLD'],
      ["{A} abre investigação antidumping contra aço {B'}", 'A > B'],
      ["{A} reduz para 10% a tarifa sobre aço {B'}", 'A > B'],
    ],
    texts: [
      '{C} é o principal fornecedor de aço.',
      'Os principais fornecedores são {C} e {D}.',
      'A medida não afeta {C}.',
      '{C} já cobra 30% sobre o aço.',
      '{C} estuda uma medida semelhante.',
      'A decisão vem depois de negociações em {C*}.',
      '{C} impôs uma tarifa de 50% ao aço em março.',
      'No ano passado {A} assinou um acordo comercial com {C}.',
      'Uma empresa de {C} disse que avaliaria a medida.',
      'A medida é semelhante à adotada contra {C}.',
      'O ministro falou a jornalistas em {C*}.',
      '{C} pediu uma isenção.',
      'As negociações com {C} continuam.',
    ],
  },
  de: {
    casts: [
      'US|die USA|amerikanischen|Washington',
      'BR|Brasilien|brasilianischen|Brasília',
      'IN|Indien|indischen|Neu-Delhi',
      'TR|die Türkei|türkischen|Ankara',
      'CN|China|chinesischen|Peking',
      'MX|Mexiko|mexikanischen|Mexiko-Stadt',
    ],
    titles: [
      ["{A} verhängt Zölle von 25 Prozent auf {B'} Stahl", 'A > B'],
      ["Zoll von 25 Prozent auf {B'} Stahl tritt in Kraft", '- > B'],
      ['{A} erhöht Zoll auf Stahl auf 25 Prozent', 'A > WORLD'],
      ["{A} leitet Antidumping-Untersuchung zu {B'} Stahl ein", 'A > B'],
      ["{A} senkt Zoll auf {B'} Stahl auf 10 Prozent", 'A > B'],
    ],
    texts: [
      '{C} ist der größte Lieferant von Stahl.',
      'Die größten Lieferanten sind {C} und {D}.',
      '{C} ist von der Maßnahme nicht betroffen.',
      'Einfuhren aus {C} sind ausgenommen.',
      '{C} erhebt bereits 30 Prozent auf Stahl.',
      '{C} prüft eine ähnliche Maßnahme.',
      'Die Entscheidung folgt auf Gespräche in {C*}.',
      '{C} hatte im März einen Zoll von 50 Prozent auf Stahl verhängt.',
      'Die Einfuhren aus {C} stiegen im vergangenen Jahr um 40 Prozent.',
      '2019 hatte die Regierung einen Zoll auf Stahl aus {C} verhängt.',
      'Der Schritt ähnelt einer Maßnahme gegen {C}.',
      'Der Minister sprach in {C*} vor Journalisten.',
      '{C} bat um eine Ausnahme.',
      'Die Gespräche mit {C} gehen weiter.',
    ],
  },
  fr: {
    casts: [
      'US|les États-Unis|américain|Washington',
      'BR|le Brésil|brésilien|Brasilia',
      "IN|l'Inde|indien|New Delhi",
      'TR|la Turquie|turc|Ankara',
      'CN|la Chine|chinois|Pékin',
      'MX|le Mexique|mexicain|Mexico',
    ],
    titles: [
      ["{A} impose des droits de douane de 25 % sur l'acier {B'}", 'A > B'],
      ["Droits de douane de 25 % sur l'acier {B'} : entrée en vigueur", '- > B'],
      ["{A} relève à 25 % les droits de douane sur l'acier", 'A > WORLD'],
      ["{A} ouvre une enquête antidumping sur l'acier {B'}", 'A > B'],
      ["{A} abaisse à 10 % les droits de douane sur l'acier {B'}", 'A > B'],
    ],
    texts: [
      "{C} est le principal fournisseur d'acier.",
      'Les principaux fournisseurs sont {C} et {D}.',
      "{C} n'est pas concerné par la mesure.",
      "{C} applique déjà 30 % sur l'acier.",
      '{C} étudie une mesure similaire.',
      "{C} avait imposé en mars un droit de 50 % sur l'acier.",
      'La mesure ressemble à celle prise contre {C}.',
      "Le ministre s'est exprimé devant la presse à {C*}.",
      'Les négociations avec {C} se poursuivent.',
    ],
  },
  zh: {
    casts: [
      'US|美国|美国|华盛顿',
      'BR|巴西|巴西|巴西利亚',
      'IN|印度|印度|新德里',
      'TR|土耳其|土耳其|安卡拉',
      'MX|墨西哥|墨西哥|墨西哥城',
      'KR|韩国|韩国|首尔',
    ],
    titles: [
      ['{A}对{B}钢铁加征25%关税', 'A > B'],
      ['对{B}钢铁征收的25%关税生效', '- > B'],
      ['{A}将钢铁关税提高至25%', 'A > WORLD'],
      ['{A}对{B}钢铁发起反倾销调查', 'A > B'],
      ['{A}将{B}钢铁关税降至10%', 'A > B'],
    ],
    texts: [
      '{C}是最大的钢铁供应国。',
      '最大的供应国是{C}和{D}。',
      '{C}不受该措施影响。',
      '{C}已对钢铁征收30%关税。',
      '{C}正在考虑类似措施。',
      '该决定是在{C*}会谈之后作出的。',
      '{C}3月对钢铁征收50%关税。',
      '去年从{C}的进口增长40%。',
      '去年{A}与{C}签署了贸易协定。',
      '该措施与针对{C}的措施类似。',
      '部长在{C*}对记者表示。',
      '{C}要求豁免。',
      '与{C}的谈判仍在继续。',
    ],
  },
  ja: {
    casts: [
      'US|米国|米国|ワシントン',
      'BR|ブラジル|ブラジル|ブラジリア',
      'IN|インド|インド|ニューデリー',
      'TR|トルコ|トルコ|アンカラ',
      'CN|中国|中国|北京',
      'KR|韓国|韓国|ソウル',
    ],
    titles: [
      ['{A}、{B}産鉄鋼に25%の関税', 'A > B'],
      ['{B}産鉄鋼への25%関税が発効', '- > B'],
      ['{A}、鉄鋼関税を25%に引き上げ', 'A > WORLD'],
      ['{A}、{B}産鉄鋼に対する反ダンピング調査を開始', 'A > B'],
      ['{A}、{B}産鉄鋼の関税を10%に引き下げ', 'A > B'],
    ],
    texts: [
      '{C}は最大の鉄鋼供給国である。',
      '最大の供給国は{C}と{D}である。',
      '{C}はすでに鉄鋼に30%の関税を課している。',
      '{C}も同様の措置を検討している。',
      '決定は{C*}での協議を受けたもの。',
      '{C}は3月に鉄鋼に50%の関税を課した。',
      '昨年の{C}からの輸入は40%増えた。',
      '昨年、{A}は{C}と貿易協定を結んだ。',
      '{C}に対する措置と似ている。',
      '大臣は{C*}で記者団に語った。',
      '{C}は免除を求めた。',
      '{C}との交渉は続いている。',
    ],
  },
  ko: {
    casts: [
      'US|미국|미국산|워싱턴',
      'BR|브라질|브라질산|브라질리아',
      'IN|인도|인도산|뉴델리',
      'TR|튀르키예|튀르키예산|앙카라',
      'CN|중국|중국산|베이징',
      'JP|일본|일본산|도쿄',
    ],
    titles: [
      ["{A}, {B'} 철강에 25% 관세 부과", 'A > B'],
      ["{B'} 철강 25% 관세 발효", '- > B'],
      ['{A}, 철강 관세 25%로 인상', 'A > WORLD'],
      ["{A}, {B'} 철강 반덤핑 조사 개시", 'A > B'],
      ["{A}, {B'} 철강 관세 10%로 인하", 'A > B'],
    ],
    texts: [
      '{C}은 최대 철강 공급국이다.',
      '최대 공급국은 {C}과 {D}이다.',
      '{C}은 이번 조치의 영향을 받지 않는다.',
      '{C}은 이미 철강에 30% 관세를 부과하고 있다.',
      '{C}도 비슷한 조치를 검토하고 있다.',
      '이번 결정은 {C*} 회담 이후 나왔다.',
      '{C}은 3월 철강에 50% 관세를 부과했다.',
      '지난해 {C}으로부터의 수입은 40% 늘었다.',
      '지난해 {A}은 {C}과 무역협정을 체결했다.',
      '장관은 {C*}에서 기자들에게 말했다.',
      '{C}은 면제를 요청했다.',
      '{C}과의 협상은 계속되고 있다.',
    ],
  },
};

const APART = { A: 0, B: 1, C: 3, D: 4 } as const;
type Party = keyof typeof APART;
const FORMS = { '': 1, "'": 2, '*': 3 } as const;
const TURNS = [0, 2, 3];

function formOf({ casts }: Table, turn: number, party: Party, form: number): string {
  return casts[(turn + APART[party]) % casts.length]?.split('|')[form] ?? '';
}

function fill(table: Table, turn: number, shape: string): string {
  const text = shape.replace(
    /\{([ABCD])(['*]?)\}/g,
    (_all, party: Party, form: keyof typeof FORMS) => formOf(table, turn, party, FORMS[form]),
  );
  return text.charAt(0).toUpperCase() + text.slice(1);
}

describe.each(Object.entries(TABLES))('beside the step, in %s', (lang, table) => {
  it.each(table.texts)('%s', (text) => {
    const misread = table.titles.flatMap(([title, want]) =>
      TURNS.flatMap((turn) => {
        const item = { title: fill(table, turn, title), summary: fill(table, turn, text) };
        const { imposers, targets } = printReading(
          'x',
          readItem({ ...item, published: '2026-03-10', lang }),
        );
        const [A, B] = [formOf(table, turn, 'A', 0), formOf(table, turn, 'B', 0)];
        const read = `${imposers.join()} > ${targets.join()}`;
        const hit = want.endsWith('B') ? B : 'WORLD';
        // Where the title leaves it open, a text that names who acts may tell it.
        const acting = want.startsWith('A') ? [A] : text.includes('{A') ? [A, ''] : [''];
        const isRight = acting.some((who) => read === `${who} > ${hit}`);
        return isRight ? [] : [`${item.title} // ${item.summary}: ${read}`];
      }),
    );
    expect(misread).toEqual([]);
  });
});
