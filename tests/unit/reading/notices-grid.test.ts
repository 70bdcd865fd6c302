// Titles of gazettes and trade offices: what an office decides, what is only its paperwork, and from which day. Grids in our own
// words; each row gives the answers that its words allow.
import { describe, expect, it } from 'vitest';
import { readItem } from '../../../src/reading/read-item.ts';

type Rows = Readonly<Record<string, readonly string[]>>;

const CASTS = ['Tea lights from Ghana', 'Certain steel nails from Peru'];

/** What an American or Canadian office prints behind the goods and where they come from. */
const BEHIND_GOODS: Rows = {
  'suspended|other':
    'Suspension of Antidumping Investigation+Suspension of Countervailing Duty Investigation+Signing of Suspension Agreement'.split(
      '+',
    ),
  proposed:
    'Proposed Agreement Suspending the Countervailing Duty Investigation+Draft Suspension Agreement; Request for Comments+Preliminary Results of Changed Circumstances Review and Intent To Revoke the Order, in Part+Notice of Intent To Revoke Antidumping Duty Order'.split(
      '+',
    ),
  other:
    'Notice of Amendment to the Agreement Suspending the Antidumping Duty Investigation+Termination of Investigations+Termination of Part of an Investigation'.split(
      '+',
    ),
  routine:
    'Revised Schedule for Final Phase of Investigations+Supplemental Schedule for the Final Phase+Alignment of Final Countervailing Duty Determination With Final Antidumping Duty Determination+Continuation of Suspended Antidumping Duty Investigation+Initiation of Sunset Review Investigation of Anti-Dumping Duty Imposed on Imports+Exemption Inquiry+Conclusion of Normal Value Review'.split(
      '+',
    ),
  'investigation-opened':
    'Institution of Investigation, Scheduling of Public Hearings; Section 201+Institution of Antidumping Duty Investigation and Scheduling of Preliminary Phase Investigation+Initiation Notification - Anti-dumping investigation'.split(
      '+',
    ),
  imposed: ['Imposition of Securities'],
};

const TITLES: Rows = {
  routine: [
    'Request for Comments Concerning the Extension of Particular Exclusions Granted Under the Section 301 Action',
    'Procedures for Requests To Exclude Certain Machinery From Actions Pursuant to Section 301',
    'Change in Hearing Date: Section 301 Investigation of the Practices of Peru',
    'Continuation of Section 301 Actions: Four-Year Review; Request for Continuation',
    'Fiscal Year 2027 WTO Tariff-Rate Quota Allocations for Raw Cane Sugar',
    'Determination of Trade Surplus in Certain Sugar and Syrup Goods of Chile',
    'Corrigendum to the Commission Regulation imposing a provisional anti-dumping duty on tea lights',
    'Steel Quota Closed: limit for Peru reached',
    'Notice on anti-dumping measures on nails from Peru following the name change of an exporting producer',
  ],
  'proposed|exemption-sought': [
    'Section 301 Investigation of Peru: Notice of Proposed Determination of Action and Request for Comments',
    'Request for Comments on Proposed Modifications of Section 301 Action: Four-Year Review',
    'TRA final recommendation: tea lights from Ghana',
    'TRA proposes to revoke measure on nails from Peru',
    'USITC Announces Remedy Recommendations in Its Global Safeguard Investigation Involving Imports of Nails',
  ],
  exempted: [
    'Decision accepting an undertaking offered in connection with the anti-dumping proceeding concerning imports of nails from Peru',
    'United States Surtax Remission Order (2026)',
    'Order Amending the Peru Surtax Remission Order',
  ],
  'exemption-ended': [
    'Regulation withdrawing the acceptance of the undertaking for one exporting producer of nails from Peru',
  ],
  'suspended|other': [
    'Suspension of Action in the Section 301 Investigation of the Digital Services Tax of Peru',
  ],
  other: [
    'Termination of Action: Section 301 Investigation of Peru',
    'TRA recommends no measures on nails from Peru',
    'USITC Finds Serious Injury to Domestic Industry in Global Safeguard Investigation of Nails',
    'CITT finding: Nails have caused injury',
  ],
  removed: [
    'GUIDANCE: Cessation of Collection of Section 122 Tariffs',
    'Peru decides not to extend anti-dumping duty on nails from Ghana',
  ],
  imposed: [
    'Peru: cabinet order on provisional anti-dumping duty on nails from Ghana',
    'Minister of Finance Regulation on safeguard duty on cotton fabric',
  ],
  'quota-set': [
    'Regulation opening and providing for the management of autonomous tariff quotas for garlic',
  ],
  no: [
    'Tribunal upholds finding against hospital',
    'Court accepts undertaking from landlord',
    'Ministers voice concern over steel tariffs of Peru',
    'Executive Order 14999 on border tariffs divides voters',
    'Proposed Revocation of a Ruling Letter on Plush Toys',
  ],
};

/** Gazettes that number an act. */
const ACTS =
  'Decree No. 45/2026|Notification No. 5/2026-Customs|Communiqué No. 2026/5|Resolution No. 812|Circular 12/2026|PMK 12/2026|Public Notice 2026/11'.split(
    '|',
  );

const JOINTS = [': ', ' - ', ' on ', ' concerning '];

const LAID: Rows = {
  imposed: [
    'anti-dumping duty on nails from Peru',
    'provisional safeguard duty on nails',
    'additional customs duty on furniture',
    'imposition of regulatory duty on lamps',
  ],
  removed: ['withdrawal of regulatory duty on lamps', 'repeal of safeguard duty on nails'],
  suspended: ['suspension of customs duty on rice'],
  increased: ['increase in customs duty on furniture'],
  reduced: ['reduction of import duty on furniture'],
  exempted: ['exemption from customs duty for rice', 'customs duty waiver for rice'],
  'quota-set': ['tariff quota for sugar', 'import quota on sugar'],
  'investigation-opened': ['initiation of anti-dumping investigation on nails from Peru'],
  routine: ['expiry review of anti-dumping measure on nails'],
};

/** What nouns say becomes of a duty. */
const NOUNS: Rows = {
  removed: [
    'Discontinuation of',
    'Discontinuance of',
    'Cancellation of',
    'Annulment of',
    'Lapse of',
  ],
  increased: ['Upward revision of', 'Upward adjustment of', 'Enhancement of'],
  reduced: ['Downward revision of', 'Downward adjustment of'],
  delayed: ['Deferral of', 'Deferment of'],
  'exempted|suspended': ['Temporary waiver of'],
  other: ['Rationalisation of'],
};

const DUTIES = [
  'anti-dumping duty on soda ash',
  'customs duty on gold to 15%',
  'surtax on steel',
  'import duty on wheat',
];

/** A word for paperwork behind what is done, and paperwork that names a duty. */
const BESIDE: Rows = {
  removed: ['US revokes antidumping order on nails from Peru after sunset review'],
  proposed: ['USTR proposes additional duties on products of Peru; hearing on May 5'],
  imposed: [
    'Application of definitive anti-dumping duties on nails from Peru',
    'Enforcement of provisional safeguard duty of 10% on nails',
  ],
  routine: [
    'US to keep antidumping order on nails from Peru after sunset review',
    'First-come, first-served tariff-rate quota for beef opens',
    'Notice of hearing: safeguard investigation concerning nails',
    'Public interest hearing in safeguard investigation on solar glass',
    'Disclosure of essential facts in the anti-dumping investigation concerning imports of nails',
    'Registration of interested parties in anti-dumping investigation on nails',
    'Questionnaire for importers: anti-dumping investigation on nails',
  ],
};

function read(text: string) {
  const [title = '', summary = ''] = text.split(' // ');
  return readItem({ title, summary, published: '2026-03-10', lang: 'en' });
}

function strange(titles: readonly string[], allowed: string): readonly string[] {
  return titles.flatMap((title) => {
    const { relevance, action } = read(title);
    const told = relevance === 'yes' ? action : relevance;
    return allowed.split('|').includes(told) ? [] : [`${title}: ${told}`];
  });
}

describe('notices of offices', () => {
  it.each(Object.entries(BEHIND_GOODS))('are %s behind the goods', (allowed, tails) => {
    const titles = CASTS.flatMap((goods) => tails.map((tail) => `${goods}: ${tail}`));
    expect(strange(titles, allowed)).toEqual([]);
  });

  it.each(Object.entries(TITLES))('are %s by their whole title', (allowed, titles) => {
    expect(strange(titles, allowed)).toEqual([]);
  });

  it.each(Object.entries(NOUNS))('are %s by a noun before the duty', (allowed, nouns) => {
    const titles = nouns.flatMap((noun) => DUTIES.map((duty) => `${noun} ${duty}`));
    expect(strange(titles, allowed)).toEqual([]);
  });

  it.each(Object.entries(BESIDE))('are %s whatever paperwork stands beside', (allowed, titles) => {
    expect(strange(titles, allowed)).toEqual([]);
  });

  it.each(Object.entries(LAID))('are %s under the number of an act', (allowed, tails) => {
    const titles = ACTS.flatMap((act) =>
      JOINTS.flatMap((joint) => tails.map((tail) => `${act}${joint}${tail}`)),
    );
    expect(strange(titles, allowed)).toEqual([]);
  });
});

const LASTING =
  'Peru imposes anti-dumping duty on nails from Ghana|Peru suspends anti-dumping duty on nails from Ghana|Peru exempts nails from Ghana from duty'.split(
    '|',
  );

describe('the day of a notice', () => {
  it('is never the last one', () => {
    const ends = [
      'The {} ends on 6 December 2026.',
      'The {} lapses on 6 December 2026.',
      'The {} is in place for 200 days, up to and including 6 December 2026.',
    ];
    const nouns = ['duty', 'suspension', 'exemption'];
    const days = LASTING.flatMap((title, at) =>
      ends.map((end) => read(`${title} // ${end.replace('{}', nouns[at] ?? '')}`).effectiveDate),
    );
    expect(days.filter((day) => day !== null)).toEqual([]);
  });

  it('is that from which goods that come in are charged', () => {
    const { effectiveDate } = read(
      'Public Notice 2026/11: anti-dumping duty on nails from Peru // The duty applies to goods imported from 5 April 2026 until 4 April 2031.',
    );
    expect(effectiveDate?.value).toBe('2026-04-05');
  });
});
