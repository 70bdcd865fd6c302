// March and April 2025: last requests, the refusal, entry into force on 12 March, and what the EU and Canada answered.
// Our own words; dates and rates as in the ledger's own data (SOR/2025-95, Regulation (EU) 2025/778, suspended by 2025/786).
import type { StoryStep } from '../story-step.ts';

export const MARCH_AND_APRIL: readonly StoryStep[] = [
  {
    at: '2025-03-10T23:00:00Z',
    happening: 'Japan asks again in Washington and leaves without an assurance.',
    items: [
      {
        feed: 'sample-pacific-ledger',
        id: 'japan-asks-again',
        title: 'Japan repeats its request for exemption from US steel and aluminium tariffs',
        summary:
          'Trade Minister Yoji Muto asked US officials in Washington on Monday to exempt Japan from the 25 percent tariffs on steel and aluminium that start on March 12. He said that he had received no assurance.',
      },
    ],
  },
  {
    at: '2025-03-11T14:10:00Z',
    happening: 'A sudden threat: 50% on Canadian steel and aluminium.',
    items: [
      {
        feed: 'sample-harbour-wire',
        id: 'canada-50-threat',
        title: 'Trump threatens 50% tariff on Canadian steel and aluminium',
        summary:
          'Donald Trump said on Tuesday that the US would double its tariff on steel and aluminium from Canada to 50 percent on Wednesday, in answer to a surcharge by Ontario on electricity exports.',
      },
    ],
  },
  {
    at: '2025-03-11T21:45:00Z',
    happening:
      'The threat is dropped the same day, and Australia is told that there will be no exemption.',
    items: [
      {
        feed: 'sample-harbour-wire',
        id: 'canada-50-dropped',
        title: 'US drops plan for 50% tariff on Canadian steel and aluminium',
        summary:
          'The United States will not raise its tariff on Canadian steel and aluminium to 50 percent after Ontario suspended its surcharge on electricity, a White House adviser said on Tuesday. The 25 percent tariff starts on March 12 as planned.',
      },
      {
        feed: 'sample-pacific-ledger',
        id: 'australia-refused',
        title: 'US refuses Australia an exemption from steel and aluminium tariffs',
        summary:
          'The White House has rejected the request of Australia for an exemption from the 25 percent tariffs on steel and aluminium, its press secretary said on Tuesday. There will be no exemptions.',
      },
    ],
  },
  {
    at: '2025-03-11T23:20:00Z',
    happening: 'Customs tells importers how to declare: the same measure, now as customs guidance.',
    items: [
      {
        feed: 'sample-customs',
        id: 'csms-steel',
        title:
          'CSMS # 99000014 - GUIDANCE: Import Duties on Imports of Steel and Steel Derivative Products',
        summary:
          'Steel articles of all countries of origin entered for consumption on or after 12:01 a.m. eastern daylight time on March 12, 2025, are subject to an additional 25 percent ad valorem duty under Section 232. Report heading 9903.81.87.',
      },
      {
        feed: 'sample-customs',
        id: 'csms-aluminum',
        title:
          'CSMS # 99000015 - GUIDANCE: Import Duties on Imports of Aluminum and Aluminum Derivative Products',
        summary:
          'Aluminum articles of all countries of origin except Russia entered for consumption on or after 12:01 a.m. eastern daylight time on March 12, 2025, are subject to an additional 25 percent ad valorem duty under Section 232. Report heading 9903.85.02.',
      },
      {
        feed: 'sample-customs',
        id: 'csms-quota-week',
        title: 'CSMS # 99000016 - Weekly commodity status report of quotas',
        summary:
          'The status of tariff-rate quotas for sugar and beef as of this week is available.',
      },
    ],
  },
  {
    at: '2025-03-12T04:05:00Z',
    happening: 'One minute past midnight in Washington: the tariffs are in force.',
    items: [
      {
        feed: 'sample-harbour-wire',
        id: 'metals-in-force',
        title: 'US tariffs of 25% on all steel and aluminium imports take effect',
        summary:
          'WASHINGTON (Harbour Wire) - US tariffs of 25 percent on steel and aluminium imports from all countries took effect on Wednesday, March 12, with no exemptions.',
      },
      {
        feed: 'sample-meridian-post',
        id: 'metals-in-force',
        title: '25% US tariffs on steel and aluminium come into force',
        summary:
          'WASHINGTON (Harbour Wire) - US tariffs of 25 percent on steel and aluminium imports from all countries took effect on Wednesday, March 12, with no exemptions.',
      },
    ],
  },
  {
    at: '2025-03-12T07:15:00Z',
    happening: 'The EU announces countermeasures in two steps.',
    items: [
      {
        feed: 'sample-eu-commission',
        id: 'eu-countermeasures',
        title: 'Commission launches countermeasures against US tariffs on steel and aluminium',
        summary:
          'In response to the US tariffs on steel and aluminium, the EU will reinstate its countermeasures of 2018 and 2020 on US goods on April 1, 2025, and will propose further countermeasures by mid-April. Together they cover US exports worth up to 26 billion euros.',
      },
    ],
  },
  {
    at: '2025-03-12T15:10:00Z',
    happening: 'Canada answers with 25% on US steel, aluminium and other goods from the next day.',
    items: [
      {
        feed: 'sample-harbour-wire',
        id: 'canada-answers',
        title: 'Canada imposes 25% retaliatory tariffs on US steel and aluminium from March 13',
        summary:
          'Canada will impose retaliatory tariffs of 25 percent on imports of steel, aluminium and other goods from the United States from March 13, in response to the US metals tariffs, its finance minister said on Wednesday.',
      },
    ],
  },
  {
    at: '2025-03-13T08:35:00Z',
    happening: 'The morning digest sums up the day the tariffs began.',
    items: [],
  },
  {
    at: '2025-03-20T12:30:00Z',
    happening: 'The EU puts off its first countermeasures to mid-April.',
    items: [
      {
        feed: 'sample-eu-commission',
        id: 'eu-delay',
        title: 'EU delays first countermeasures on US goods to mid-April',
        summary:
          'The European Union delays the return of its countermeasures on US goods, due on April 1, to mid-April, so that both steps can start together and there is more time for talks.',
      },
    ],
  },
  {
    at: '2025-04-09T15:40:00Z',
    happening: 'EU members approve the countermeasures: up to 25% from 15 April.',
    items: [
      {
        feed: 'sample-eu-commission',
        id: 'eu-approves',
        title: 'EU adopts countermeasures of up to 25% on US goods from April 15',
        summary:
          'EU member states today approved retaliatory tariffs of up to 25 percent on goods from the United States worth 21 billion euros in response to the US tariffs on steel and aluminium. Collection begins on April 15, 2025.',
      },
    ],
  },
  {
    at: '2025-04-10T10:40:00Z',
    happening: 'A day later the EU suspends them for 90 days.',
    items: [
      {
        feed: 'sample-eu-commission',
        id: 'eu-suspends',
        title: 'EU suspends countermeasures on US goods for 90 days',
        summary:
          'The EU suspends its retaliatory tariffs of up to 25 percent on US goods for 90 days, until July 14, 2025, to give negotiations a chance.',
      },
      {
        feed: 'sample-meridian-post',
        id: 'hotel-tariffs',
        title: 'Hotels publish summer tariffs early',
        summary: 'Room tariffs at the coast will be 8 percent above those of last summer.',
      },
    ],
  },
];
