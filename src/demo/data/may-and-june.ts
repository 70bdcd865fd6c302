// May and June 2025: the rise to 50 % on 4 June, the United Kingdom kept at 25 %. Our own words; dates, rates and legal
// references as in the ledger's own data (Proclamation 10947, 90 FR 24199).
import type { StoryStep } from '../story-step.ts';

export const MAY_AND_JUNE: readonly StoryStep[] = [
  {
    at: '2025-05-30T22:30:00Z',
    happening: 'At a steelworks, the president says that the tariffs will double.',
    items: [
      {
        feed: 'sample-harbour-wire',
        id: 'fifty-threat',
        title: 'Trump says US will raise steel and aluminium tariffs to 50%',
        summary:
          'Donald Trump said on Friday that the United States would raise its tariffs on steel and aluminium from 25 percent to 50 percent on June 4.',
      },
    ],
  },
  {
    at: '2025-06-03T21:40:00Z',
    happening: 'Signed: 50% from the next day. The United Kingdom stays at 25%.',
    items: [
      {
        feed: 'sample-white-house',
        id: 'fifty-statement',
        title: 'President increases Section 232 tariffs on steel and aluminum to 50 percent',
        summary:
          'The President signed a proclamation under Section 232 that increases the additional tariff on imports of steel and aluminum from all countries except the United Kingdom from 25 percent to 50 percent, effective June 4, 2025.',
        content: ['Steel and aluminum of the United Kingdom remain subject to 25 percent.'],
        realDocument:
          'https://www.whitehouse.gov/presidential-actions/2025/06/adjusting-imports-of-aluminum-and-steel-into-the-united-states/',
      },
      {
        feed: 'sample-meridian-post',
        id: 'fifty-signed',
        publishedAt: '2025-06-03T21:30:00Z',
        title: 'Trump signs order doubling steel and aluminium tariffs to 50% from June 4',
        summary:
          'WASHINGTON (Harbour Wire) - US President Donald Trump on Tuesday signed an order that raises US tariffs on steel and aluminium imports to 50 percent from June 4. Imports from Britain stay at 25 percent.',
      },
    ],
  },
  {
    at: '2025-06-03T23:50:00Z',
    happening: 'Customs publishes how to declare the new rates.',
    items: [
      {
        feed: 'sample-customs',
        id: 'csms-fifty',
        title:
          'CSMS # 99000027 - GUIDANCE: Increase of Additional Duties on Steel and Aluminum to 50 Percent',
        summary:
          'Steel and aluminum articles entered for consumption on or after 12:01 a.m. eastern daylight time on June 4, 2025, are subject to an additional 50 percent ad valorem duty under Section 232. Articles of the United Kingdom remain subject to 25 percent.',
      },
    ],
  },
  {
    at: '2025-06-04T04:05:00Z',
    happening: 'In force: 50%, and 25% for the United Kingdom.',
    items: [
      {
        feed: 'sample-harbour-wire',
        id: 'fifty-in-force',
        title: 'US steel and aluminium tariffs of 50% take effect',
        summary:
          'WASHINGTON (Harbour Wire) - US tariffs of 50 percent on steel and aluminium imports took effect on Wednesday, June 4, for all countries except Britain, which stays at 25 percent.',
      },
    ],
  },
  {
    at: '2025-06-05T08:35:00Z',
    happening: 'The morning digest is due.',
    items: [],
  },
  {
    at: '2025-06-06T19:00:00Z',
    happening: 'Mexico asks for relief from the new rate.',
    items: [
      {
        feed: 'sample-harbour-wire',
        id: 'mexico-asks',
        title: 'Mexico asks US for exemption from 50% steel tariff',
        summary:
          'Economy Minister Marcelo Ebrard asked US officials in Washington on Friday to exempt Mexico from the 50 percent tariff on steel.',
      },
    ],
  },
  {
    at: '2025-06-09T11:00:00Z',
    happening: 'The proclamation appears in the Federal Register. The sample story ends here.',
    items: [
      {
        feed: 'sample-federal-register',
        id: 'fifty-proclamation',
        title: 'Adjusting Imports of Aluminum and Steel Into the United States',
        summary:
          'Under Section 232, the additional ad valorem rate of duty on imports of steel and aluminum articles is increased from 25 percent to 50 percent, effective June 4, 2025. Articles of the United Kingdom remain subject to 25 percent.',
        gazette: {
          documentNumber: '2025-10524',
          type: 'Presidential Document',
          signedOn: '2025-06-03',
          effectiveOn: '2025-06-04',
          citation: '90 FR 24199',
        },
        realDocument:
          'https://www.federalregister.gov/documents/2025/06/09/2025-10524/adjusting-imports-of-aluminum-and-steel-into-the-united-states',
      },
    ],
  },
];
