// What the sample feeds already show when the bot first polls them: a baseline, which posts nothing. Our own words.
import type { StoryStep } from '../story-step.ts';

export const BEFORE_THE_STORY: StoryStep = {
  at: '2025-02-09T12:00:00Z',
  happening:
    'The feeds are read for the first time. What they already show is noted and not posted.',
  items: [
    {
      feed: 'sample-white-house',
      id: 'fentanyl-orders',
      publishedAt: '2025-02-01T23:00:00Z',
      title: 'President orders duties on Canada, Mexico and China over fentanyl',
      summary:
        'Executive orders signed today set an additional 25 percent tariff on imports from Canada and Mexico and an additional 10 percent tariff on imports from China, from February 4, 2025.',
    },
    {
      feed: 'sample-federal-register',
      id: 'review-shrimp',
      publishedAt: '2025-02-06T05:00:00Z',
      title:
        'Frozen Warmwater Shrimp: Postponement of Final Results of Antidumping Duty Administrative Review',
      summary: 'The time limit for the final results of this review is extended by 60 days.',
      gazette: {
        documentNumber: 'S2025-0101',
        type: 'Notice',
        signedOn: null,
        effectiveOn: null,
        citation: null,
      },
    },
    {
      feed: 'sample-customs',
      id: 'csms-outage',
      publishedAt: '2025-02-07T20:15:00Z',
      title: 'CSMS # 99000001 - Planned maintenance of ACE on Saturday evening',
      summary:
        'ACE will not be available for four hours on Saturday while the system is maintained.',
    },
    {
      feed: 'sample-eu-commission',
      id: 'eu-grants',
      publishedAt: '2025-02-06T10:00:00Z',
      title: 'Commission opens a call for clean steel research grants',
      summary: 'Research groups may apply until May for grants on low-emission steelmaking.',
    },
    {
      feed: 'sample-harbour-wire',
      id: 'mexico-pause',
      publishedAt: '2025-02-03T17:40:00Z',
      title: 'US puts 25% tariff on Mexico on hold for a month',
      summary:
        'The United States and Mexico agreed to hold the 25 percent tariff on Mexican goods for one month after a call between the two presidents.',
    },
    {
      feed: 'sample-meridian-post',
      id: 'ferry-fares',
      publishedAt: '2025-02-08T08:00:00Z',
      title: 'Island ferry operator simplifies its tariffs',
      summary:
        'Passengers will pay one of three fares instead of eleven from the spring timetable.',
    },
    {
      feed: 'sample-pacific-ledger',
      id: 'ore-prices',
      publishedAt: '2025-02-07T03:00:00Z',
      title: 'Iron ore ends the week 2% higher',
      summary: 'Prices rose for a third week as mills in the region restocked.',
    },
  ],
};
