// February 2025: the announcement of 25 % on steel and aluminium, the requests for exemptions, the gazette. Our own words;
// dates, rates and legal references as in the ledger's own data (Proclamations 10895 and 10896, 90 FR 9807 and 9817).
import type { StoryStep } from '../story-step.ts';

const STEEL_PROCLAMATION =
  'https://www.whitehouse.gov/presidential-actions/2025/02/adjusting-imports-of-steel-into-the-united-states/';

export const FEBRUARY: readonly StoryStep[] = [
  {
    at: '2025-02-09T21:30:00Z',
    happening: 'On a flight, the US president says that 25% on all steel and aluminium is coming.',
    items: [
      {
        feed: 'sample-harbour-wire',
        id: 'metals-threat',
        title: 'Trump says he will put 25% tariffs on all steel and aluminium imports',
        summary:
          'President Donald Trump told reporters on Sunday that he would announce 25 percent tariffs on all steel and aluminium imports into the United States on Monday. He named no date for their start.',
      },
    ],
  },
  {
    at: '2025-02-10T22:20:00Z',
    happening: 'Two press feeds report the signature; one repeats the text of the other.',
    items: [
      {
        feed: 'sample-harbour-wire',
        id: 'metals-signed',
        publishedAt: '2025-02-10T22:05:00Z',
        title: 'Trump orders 25% tariffs on all steel and aluminium imports from March 12',
        summary:
          'WASHINGTON (Harbour Wire) - US President Donald Trump on Monday signed orders that impose a 25 percent tariff on steel and aluminium imports from all countries, effective March 12. The orders also end the exemptions and quotas that allies had.',
      },
      {
        feed: 'sample-meridian-post',
        id: 'metals-signed',
        title: 'Trump orders 25% tarifs on steel and aluminium',
        summary:
          'WASHINGTON (Harbour Wire) - US President Donald Trump on Monday signed orders that impose a 25 percent tariff on steel and aluminium imports from all countries, effective March 12. The orders also end the exemptions and quotas that allies had.',
      },
      {
        feed: 'sample-meridian-post',
        id: 'power-prices',
        title: 'Regulator lets electricity tariffs rise 25% from March',
        summary:
          'Households in the north will pay a quarter more for electricity after the energy regulator approved new tariffs on Monday.',
      },
    ],
  },
  {
    at: '2025-02-10T23:10:00Z',
    happening: 'The White House publishes its statement: the same story, now from the authority.',
    items: [
      {
        feed: 'sample-white-house',
        id: 'metals-statement',
        title:
          'President restores the Section 232 tariff on steel and raises it on aluminum to 25 percent',
        summary:
          'The President signed proclamations under Section 232 that impose an additional 25 percent tariff on imports of steel and aluminum from all countries, effective March 12, 2025. All country exemptions and quota arrangements end on that date.',
        content: [
          'The alternative agreements with Argentina, Australia, Brazil, Canada, the European Union, Japan, Mexico, South Korea, Ukraine and the United Kingdom end on March 12, 2025.',
          'No new product exclusions are granted.',
        ],
        realDocument: STEEL_PROCLAMATION,
      },
    ],
  },
  {
    at: '2025-02-11T00:40:00Z',
    happening: 'After a call, an exemption for Australia is said to be under great consideration.',
    items: [
      {
        feed: 'sample-pacific-ledger',
        id: 'australia-asks',
        title: 'Australia seeks exemption from US steel and aluminium tariffs',
        summary:
          'Prime Minister Anthony Albanese asked for an exemption for Australia from the 25 percent US tariffs on steel and aluminium in a call with Donald Trump, who said afterwards that he would give it "great consideration".',
      },
    ],
  },
  {
    at: '2025-02-11T14:30:00Z',
    happening: 'The European Commission answers that it will take countermeasures.',
    items: [
      {
        feed: 'sample-eu-commission',
        id: 'eu-answer',
        title: 'EU threatens countermeasures against US tariffs on steel and aluminium',
        summary:
          'The European Commission said that the EU would answer the US tariffs on steel and aluminium with firm and proportionate countermeasures on goods from the United States.',
      },
      {
        feed: 'sample-meridian-post',
        id: 'steel-shares',
        title: 'Steel shares jump 5% as investors weigh US tariffs',
        summary:
          'Shares of American steelmakers rose by about 5 percent on Tuesday, while carmakers lost.',
      },
    ],
  },
  {
    at: '2025-02-11T18:20:00Z',
    happening:
      'A White House adviser speaks against an exemption for Australia. The ledger does not move.',
    items: [
      {
        feed: 'sample-harbour-wire',
        id: 'adviser-against-australia',
        title: 'White House trade adviser argues against an exemption for Australia',
        summary:
          'Trade adviser Peter Navarro said on Tuesday that Australian aluminium had flooded the US market and that exemptions had weakened the earlier tariffs, a day after Trump said that he would consider one for Australia.',
      },
    ],
  },
  {
    at: '2025-02-12T05:00:00Z',
    happening: 'Japan asks to be left out of both tariffs.',
    items: [
      {
        feed: 'sample-pacific-ledger',
        id: 'japan-asks',
        title: 'Japan asks US to exempt it from 25% tariffs on steel and aluminium',
        summary:
          'Japan has asked the United States through its embassy in Washington to exempt Japanese steel and aluminium from the 25 percent tariffs that start on March 12, Trade Minister Yoji Muto said on Wednesday.',
      },
      {
        feed: 'sample-harbour-wire',
        id: 'japan-asks',
        title: 'Japan seeks exemption from US metals tariffs',
        summary:
          'TOKYO (Harbour Wire) - Japan on Wednesday requested an exemption from the 25 percent US tariffs on steel and aluminium, its trade minister said.',
      },
    ],
  },
  {
    at: '2025-02-12T16:00:00Z',
    happening:
      'A typing error in a headline is mended, and an item returns under a new id. Nothing is posted twice.',
    items: [
      {
        feed: 'sample-meridian-post',
        id: 'metals-signed',
        publishedAt: '2025-02-10T22:20:00Z',
        title: 'Trump orders 25% tariffs on steel and aluminium',
        summary:
          'WASHINGTON (Harbour Wire) - US President Donald Trump on Monday signed orders that impose a 25 percent tariff on steel and aluminium imports from all countries, effective March 12. The orders also end the exemptions and quotas that allies had.',
      },
      {
        feed: 'sample-harbour-wire',
        id: 'metals-signed',
        guidVersion: 2,
        publishedAt: '2025-02-10T22:05:00Z',
        title: 'Trump orders 25% tariffs on all steel and aluminium imports from March 12',
        summary:
          'WASHINGTON (Harbour Wire) - US President Donald Trump on Monday signed orders that impose a 25 percent tariff on steel and aluminium imports from all countries, effective March 12. The orders also end the exemptions and quotas that allies had.',
      },
      {
        feed: 'sample-meridian-post',
        id: 'football-quota',
        title: 'League drops its quota for foreign players',
        summary: 'Clubs may field as many players from abroad as they like from next season.',
      },
    ],
  },
  {
    at: '2025-02-13T08:35:00Z',
    happening: 'Half past eight in London: the morning digest is due.',
    items: [],
  },
  {
    at: '2025-02-18T11:00:00Z',
    happening:
      'Both proclamations appear in the Federal Register. The story climbs to the gazette.',
    items: [
      {
        feed: 'sample-federal-register',
        id: 'steel-proclamation',
        title: 'Adjusting Imports of Steel Into the United States',
        summary:
          'Under Section 232, imports of steel articles from all countries are subject to an additional 25 percent ad valorem rate of duty, effective March 12, 2025. Country exemptions, quotas and tariff-rate quotas end on that date.',
        gazette: {
          documentNumber: '2025-02833',
          type: 'Presidential Document',
          signedOn: '2025-02-10',
          effectiveOn: '2025-03-12',
          citation: '90 FR 9817',
        },
        realDocument:
          'https://www.federalregister.gov/documents/2025/02/18/2025-02833/adjusting-imports-of-steel-into-the-united-states',
      },
      {
        feed: 'sample-federal-register',
        id: 'aluminum-proclamation',
        title: 'Adjusting Imports of Aluminum Into the United States',
        summary:
          'Under Section 232, the additional ad valorem rate of duty on imports of aluminum articles from all countries is increased from 10 percent to 25 percent, effective March 12, 2025. Country exemptions, quotas and tariff-rate quotas end on that date.',
        gazette: {
          documentNumber: '2025-02832',
          type: 'Presidential Document',
          signedOn: '2025-02-10',
          effectiveOn: '2025-03-12',
          citation: '90 FR 9807',
        },
        realDocument:
          'https://www.federalregister.gov/documents/2025/02/18/2025-02832/adjusting-imports-of-aluminum-into-the-united-states',
      },
      {
        feed: 'sample-federal-register',
        id: 'review-nails',
        title:
          'Certain Steel Nails: Final Results of Antidumping Duty Administrative Review; 2022-2023',
        summary:
          'The Department determines that sales were made below normal value in the period of review.',
        gazette: {
          documentNumber: 'S2025-0102',
          type: 'Notice',
          signedOn: null,
          effectiveOn: null,
          citation: null,
        },
      },
    ],
  },
  {
    at: '2025-02-21T06:30:00Z',
    happening: 'South Korea asks for an exemption. An opinion piece is read and left alone.',
    items: [
      {
        feed: 'sample-pacific-ledger',
        id: 'korea-asks',
        title: 'South Korea asks US for exemption from steel and aluminium tariffs',
        summary:
          'A deputy trade minister of South Korea asked in Washington that South Korea be exempted from the 25 percent US tariffs on steel and aluminium, the ministry in Seoul said on Friday.',
      },
      {
        feed: 'sample-meridian-post',
        id: 'opinion-tax',
        title: 'Opinion: A 25% tariff on steel is a tax on everyone who builds',
        summary:
          'Our columnist on why makers of cars, cans and cranes will pay for protected mills.',
      },
    ],
  },
];
