// What stands around the telling sentences of an item: datelines, publishers' names, captions, the title once more, labels of the
// desk, tags; and how it is written: capitals, spaces that do not break, leaders with all their titles. It may change nothing in what is read from an item. Tried on items of our own that say who imposes what; a dateline may add the imposer only
// where the item names none, and each of these names one.
import { describe, expect, it } from 'vitest';
import { readItem, readWithTrail } from '../../../src/reading/read-item.ts';
import { printedFields } from './printed-fields.ts';

type Item = { readonly title: string; readonly summary: string };

const ITEMS: readonly Item[] = [
  {
    title: 'Canada raises tariff on Norwegian salmon from 10% to 25%',
    summary: 'The duty takes effect on June 4, 2025. Norway sells much of its salmon there.',
  },
  {
    title: 'Brazil lifts anti-dumping duty on Indian steel',
    summary: 'Pipes are exempt from May 30, the foreign trade chamber said.',
  },
  {
    title: 'Peru seeks exemption from US copper tariff of 50%',
    summary: 'Its trade minister asked Washington on Monday to spare cathodes.',
  },
  {
    title: 'EU plans duties of up to 30% on Chinese tyres',
    summary: 'Duties would be laid on lorry tyres as well, an official in Brussels said.',
  },
  {
    title: 'India doubles import duty on gold',
    summary: 'It is now 20%, double the earlier rate, and holds from tomorrow.',
  },
];

const DATELINES = [
  'WASHINGTON (Reuters) - ',
  'BRUSSELS, May 20 (Reuters) - ',
  'NEW DELHI: ',
  'TOKYO (Kyodo) -- ',
  'Hanoi, May 20 (VNA) – ',
  'New Delhi [India], May 20 (ANI): ',
  'RIO DE JANEIRO, Brazil (AP) — ',
  'WASHINGTON, D.C. — ',
  'May 20 (Xinhua) -- ',
  'Brussels, 20 May 2025 – ',
  'LONDON/PARIS (AFP) - ',
  'SAO PAULO — ',
  '(Bloomberg) -- ',
  'BRUSELAS.- ',
  'Ciudad de México, 20 may (EFE).- ',
  '(ANSA) - BRUXELLES, 20 MAG - ',
];

const OPENINGS = [
  'FILE PHOTO: Containers are stacked in the port of Hamburg. ',
  'Image credit: Steel coils in a mill in Indiana. ',
  "Here's what we know. ",
  'The step had been expected for weeks. ',
];

const PUBLISHERS = [
  ' - China Daily',
  ' - The Times of India',
  ' | BBC News',
  ' - The Korea Herald',
  ' – Brazil Stock Guide',
  ' - vietnamnews.vn.com',
  ' - Mexico Business News',
];

/** How a desk says that a title is new, moving pictures, or on which page it stands. */
const LABELS = [
  'BREAKING: ',
  'UPDATE 2-',
  'WATCH: ',
  'JUST IN | ',
  'LIVE: BREAKING NEWS – ',
  '🚨 ',
  '(2nd LD) ',
  '[Update] ',
  'Business | ',
  '[속보] ',
  '【速報】',
  'SON DAKİKA! ',
  'ÚLTIMA HORA: ',
];

const TAGS = [
  ' #tariffs #trade',
  ' [VIDEO]',
  ' (Update)',
  ' – as it happened',
  ' | Trump tariffs',
  ' | Trump tariffs | The Guardian',
  ' | US economy | Business | The Guardian',
  ' 🔥',
];

const SIGNATURES = [
  ['The post ', ' appeared first on Harbour Notes.'],
  ['La entrada ', ' se publicó primero en Notas del Puerto.'],
  ['Der Beitrag ', ' erschien zuerst auf Hafenblatt.'],
] as const;

/** What leads up to a sentence. */
const LEADING = [
  'Amid rising trade tensions, ',
  'In a bid to protect local makers, ',
  'In a surprise move, ',
  'In a statement, ',
  'According to an official notice, ',
  'According to people familiar with the matter, ',
];

/** Who said so, at the end of a sentence. */
const SAYING = [
  ', officials said',
  ', state media reported',
  ', the ministry said in a statement',
  ', the official gazette showed on Monday',
];

function fieldsOf(item: Item): readonly string[] {
  return printedFields({ ...item, published: '2025-05-20', lang: 'en' });
}

describe.each(ITEMS)('$title', (item) => {
  it.each(DATELINES)('reads the same behind the dateline %s', (dateline) => {
    const reported = { ...item, summary: `${dateline}${item.summary}` };

    expect(fieldsOf(reported)).toEqual(fieldsOf(item));
  });

  it.each(OPENINGS)('reads the same behind the opening %s', (opening) => {
    expect(fieldsOf({ ...item, summary: `${opening}${item.summary}` })).toEqual(fieldsOf(item));
  });

  it('reads the same where the text begins with the title', () => {
    expect(fieldsOf({ ...item, summary: `${item.title}. ${item.summary}` })).toEqual(
      fieldsOf(item),
    );
  });

  it.each(LABELS)('reads the same behind the label %s', (label) => {
    expect(fieldsOf({ ...item, title: `${label}${item.title}` })).toEqual(fieldsOf(item));
  });

  it.each(TAGS)('reads the same with the tag%s', (tag) => {
    expect(fieldsOf({ ...item, title: `${item.title}${tag}` })).toEqual(fieldsOf(item));
  });

  it.each(SIGNATURES)('reads the same with the signature of a blog: %s', (opening, closing) => {
    const summary = `${item.summary} ${opening}${item.title}${closing}`;

    expect(fieldsOf({ ...item, summary })).toEqual(fieldsOf(item));
  });

  it.each(LEADING)('reads the same with a phrase that leads up to it: %s', (phrase) => {
    const first = item.summary.charAt(0).toLowerCase();
    const summary = `${phrase}${first}${item.summary.slice(1)}`;

    expect(fieldsOf({ ...item, summary })).toEqual(fieldsOf(item));
  });

  it.each(SAYING)('reads the same with who said so: %s', (saying) => {
    const summary = item.summary.replace(/\.$/, `${saying}.`);

    expect(fieldsOf({ ...item, summary })).toEqual(fieldsOf(item));
  });

  it('reads the same with no-break spaces', () => {
    const spaced = (text: string): string => text.replaceAll(' ', '\u00a0');
    const { title, summary } = item;

    expect(fieldsOf({ title: spaced(title), summary: spaced(summary) })).toEqual(fieldsOf(item));
  });

  it('reads the same in capital letters', () => {
    expect(fieldsOf({ ...item, title: item.title.toUpperCase() })).toEqual(fieldsOf(item));
  });

  it.each(PUBLISHERS)('reads the same with the publisher%s', (publisher) => {
    expect(fieldsOf({ ...item, title: `${item.title}${publisher}` })).toEqual(fieldsOf(item));
  });
});

/** A leader by name, and with the titles that reports put before it. */
const TITLED: readonly (readonly [lang: string, item: Item, titled: readonly string[]])[] = [
  [
    'en',
    { title: 'Bill lets Trump put 300% tariffs on Peru', summary: '' },
    ['President Trump', 'US President Donald Trump', 'U.S. President Trump', 'Donald Trump'],
  ],
  [
    'en',
    {
      title: 'Kenya drops its counter-tariffs after a deal with Trump',
      summary: 'The duties end on June 4.',
    },
    ['President Trump', 'US President Donald Trump', 'American President Donald Trump'],
  ],
  [
    'it',
    { title: "Trump annuncia dazi del 30% all'Egitto dal primo agosto", summary: '' },
    ['Il presidente americano Donald Trump', 'Il presidente Usa Donald Trump'],
  ],
  [
    'es',
    { title: 'Trump impone un arancel del 30% a Egipto', summary: '' },
    ['El presidente de Estados Unidos, Donald Trump,', 'El presidente estadounidense Donald Trump'],
  ],
  [
    'tr',
    { title: "Trump, Mısır'a yüzde 30 gümrük vergisi uyguladı", summary: '' },
    ['ABD Başkanı Trump', 'ABD Başkanı Donald Trump'],
  ],
];

describe.each(TITLED)('titles of leaders (%s)', (lang, item, titled) => {
  it.each(titled)('change nothing: %s', (name) => {
    const fields = ({ title, summary }: Item): readonly string[] =>
      printedFields({ title, summary, published: '2025-05-20', lang });
    const told = { ...item, title: item.title.replace('Trump', name) };

    expect(fields(told)).toEqual(fields(item));
  });
});

describe('the day of a step', () => {
  it.each([
    ['The rate rises to 50 per cent on Wednesday, officials said.', '2025-05-21'],
    ['The tariff takes effect on Friday, the ministry said on Monday.', '2025-05-23'],
    ['Lula ordered on Monday a further 20% tariff on cars from Wednesday.', '2025-05-21'],
  ])('is the one of its verb: %s', (summary, day) => {
    const title = 'Brazil raises tariff on cars from India';
    const { effectiveDate } = readItem({ title, summary, published: '2025-05-20', lang: 'en' });

    expect(effectiveDate?.value).toBe(day);
  });
});

describe('what a state is to a measure', () => {
  const ITEM = { lang: 'en', published: '2025-05-20' };

  it('is hit where the tariff is to stay', () => {
    const read = readItem({
      ...ITEM,
      title: 'Lula threatens big tariffs on Asia over a lagoon',
      summary: 'He wants 10% on goods from India, Nepal and Japan, to stay until the dispute ends.',
    });

    expect(read.targets.map(({ value }) => value)).toEqual(['IN', 'NP', 'JP']);
  });

  it('is let off in a clause of its own', () => {
    const read = readItem({
      ...ITEM,
      title: 'Peru raises tariffs on sugar imports',
      summary: 'Chile is hit; Bolivian sugar is exempt under the Andean pact.',
    });

    expect(read.targets.map(({ value }) => value)).not.toContain('BO');
  });
});

describe('datelines of other scripts', () => {
  it.each([
    ['ja', '【北京＝時事】', '中国は追加関税を1年間見送る。'],
    ['ja', '［ワシントン 20日 ロイター］ ', 'トランプ氏は関税を課す。'],
    ['ja', '（ワシントン共同）', 'トランプ氏は関税を課す。'],
    ['ko', '(워싱턴=연합뉴스) 김철수 특파원 = ', '미국의 관세는 30%로 낮아진다.'],
    ['ko', '[세종=뉴시스]', '미국의 관세는 30%로 낮아진다.'],
    ['zh', '新华社华盛顿5月20日电 ', '美国总统表示将加征关税。'],
    ['zh', '（中央社台北20日電）', '美國宣布關稅。'],
  ])('are left out (%s): %s', (lang, dateline, text) => {
    const summary = `${dateline}${text}`;
    const { lines } = readWithTrail({ title: '', summary, lang }).scene;

    expect(summary.slice(lines[0]?.start)).toBe(text);
  });
});

describe('the title in brackets before a text', () => {
  it('is left out, as Chinese flashes print it', () => {
    const title = '秘鲁将对智利铜加征15%关税';
    const text = '该措施从下周一起生效。';
    const summary = `【${title}】${text}`;
    const fields = (told: string): readonly string[] =>
      printedFields({ title, summary: told, published: '2025-05-20', lang: 'zh' });

    expect(fields(summary)).toEqual(fields(text));
  });
});

describe('what only looks like framing', () => {
  it.each([
    'MEXICO: The tariff starts.',
    'UPDATE: The tariff starts.',
    'CANADIAN ministers said the tariff - of 5% - starts.',
    'US - China tariffs start.',
    'Paris-based makers - and others - pay the tariff.',
    'The European Union (EU) - a customs union - sets the tariff.',
    '【米国】政府は関税を課す。',
    'El arancel sube.- Dice el ministro.',
    '电动汽车关税上调。',
  ])('is no dateline: %s', (summary) => {
    expect(readWithTrail({ title: 'Tariff', summary, lang: 'en' }).scene.dateline).toBeNull();
  });

  it.each([
    'Opinion: Tariffs are a tax',
    '[사설] 관세는 세금이다',
    'Analysis | What the new tariff on steel means',
    'EU answers: tariff on steel',
    'Live-streamed hearing on steel tariffs',
    'Trade minister: tariff on steel rises',
    'Tariff #1 for steel exporters',
  ])('is no label: %s', (title) => {
    const { framing } = readWithTrail({ title, summary: '', lang: 'en' }).scene;

    expect(framing).toEqual([]);
  });

  it('keeps the page of a title that names no tariff itself', () => {
    const { framing } = readWithTrail({
      title: 'EU ready to answer the White House | Trump tariffs',
      summary: '',
      lang: 'en',
    }).scene;

    expect(framing.map(({ rule }) => rule)).toEqual([]);
  });

  it.each([
    'US imposes 25% tariff on steel from Brazil - Trump',
    'India lifts import duty on lentils - Commerce Ministry',
    'Trump puts 10% tariff on all goods - Brazil hit with 50%',
    'EU sets tariff on electric cars made in - China',
  ])('is no publisher: %s', (title) => {
    const { framing } = readWithTrail({ title, summary: '', lang: 'en' }).scene;

    expect(framing).toEqual([]);
  });

  it('quotes no-break spaces as they came', () => {
    const title = 'India raises import duty on gold to 20\u00a0%';
    const { rates } = readItem({ title, summary: '', lang: 'en' });

    expect(rates[0]?.evidence.quote).toBe(title);
  });

  it('reads an imposer that only the dateline names', () => {
    const read = readItem({
      title: 'Cabinet cuts tariff on pork to 15%',
      summary: 'MANILA (Reuters) - The government has cut the duty for a year.',
      lang: 'en',
    });

    expect(read.imposers.map(({ value }) => value)).toEqual(['PH']);
  });
});
