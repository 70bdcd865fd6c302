// Headlines that speak of tariffs and tell no step of a government: what groups want, prices do, studies find, firms feel,
// plaintiffs ask and politicians say. Each kind is a grid of who and what, in our own words; none of its cells is news.
import { describe, expect, it } from 'vitest';
import { readItem } from '../../../src/reading/read-item.ts';

type Grid = { readonly kind: string; readonly who: string; readonly what: string };

const GRIDS: readonly Grid[] = [
  {
    kind: 'what groups want and fear',
    who: 'Aluminium producers|Steelmakers|Poultry producers|Rice millers|Farmers|Sugar growers|Tyre makers|Importers|Retailers|Trade unions|Wine growers',
    what: 'urge govt to raise import duty|want anti-dumping duties on Chinese imports|seek higher import duty|call for safeguard duty on imports|demand 25% tariff on imports|lobby for tariff exemption|back tariffs on China|oppose tariff on imports|welcome tariff on Chinese imports|ask govt for duty cut|hail tariff cut|fear US tariffs|brace for US tariffs|slam 50% tariff|say tariffs will cost jobs|seek removal of import duty on raw material',
  },
  {
    kind: 'what prices do',
    who: 'Stocks|Asian shares|Toyota shares|Copper prices|US steel prices|Gold|Rupee|Soybean futures|Automakers',
    what: 'fall as Trump tariff deadline nears|drop on tariff worries|slump after Trump tariff threat|rally on hopes of tariff relief|edge lower amid tariff uncertainty|rise as tariff fears ease|drop as investors weigh tariffs|climb ahead of tariff decision',
  },
  {
    kind: 'what studies find',
    who: 'Tariffs will hurt poor households|Tariffs to cost families $1,300 a year|Trump tariffs raise prices for consumers|Tariffs cut growth by 0.5%|Tariffs lower incomes of farmers|Import duties reduced deficits|Tariffs brought in $30 billion',
    what: ', study says|, economists say|, report finds|: study|, IMF says|, survey shows',
  },
  {
    kind: 'what firms feel',
    who: 'Ford|Walmart|Samsung|Tata Steel|Mattel|Volvo Cars',
    what: 'raises prices as tariffs bite|warns of $2 billion tariff hit|cuts profit forecast on tariffs|shifts production to avoid tariffs|faces tariff questions in earnings week|hikes prices to offset tariffs|sees tariffs cutting profit by 10%|halts exports to US on tariffs|seeks tariff refund|sues over tariffs',
  },
  {
    kind: 'what plaintiffs ask',
    who: 'Importers|Small businesses|Twelve states|A wine importer|Plaintiffs',
    what: 'sue to block Trump tariffs|file lawsuit against tariffs|challenge tariffs in court|ask Supreme Court to void tariffs|petition Supreme Court over Section 301 tariffs|urge judges to strike down tariffs',
  },
  {
    kind: 'what a tariff does, as those who feel it warn',
    who: 'Unilever|A grocer|The ECB|Bank of Korea|Miners|The OECD',
    what: 'warns tariffs have dented demand|warns tariffs pose a risk to growth|warns tariffs are squeezing margins|warns that duties have become a burden|warns Peruvian tariffs threaten supply|warns tariffs make life harder',
  },
  {
    kind: 'what moves because of a tariff',
    who: 'Chile salmon duty|Brazilian tariffs|Higher import duties|Norway tariff on lamb',
    what: 'leads to sharp drop in orders|cause steep rise in prices|trigger a fall in sales|spark a surge in smuggling|bring a big cut in output|threaten thousands of jobs|threatens to upset the truce|set to raise prices for shoppers',
  },
  {
    kind: 'what an economy faces',
    who: 'Peru economy|Kenya|Swiss growth|The euro area',
    what: 'faces a major risk from tariffs|faces uncertainty over Brazilian tariffs|at risk from tariffs, watchdog warns|to slow on tariffs, institute warns',
  },
  {
    kind: 'what politicians say',
    who: 'Senators|House Democrats|Lawmakers|Two congressmen|Economists',
    what: 'vow to keep fighting tariffs|slam Trump tariffs|criticise tariffs|question tariff plan|defend tariffs|warn tariffs will hurt farmers|blast tariff hike|say tariffs hurt workers',
  },
];

describe('headlines without a step', () => {
  it.each(GRIDS)('$kind is no news of a step', ({ who, what }) => {
    const misread = who.split('|').flatMap((subject) =>
      what.split('|').flatMap((deed) => {
        const title = /^[,:]/.test(deed) ? `${subject}${deed}` : `${subject} ${deed}`;
        const { relevance } = readItem({ title, summary: '', published: '2025-07-10', lang: 'en' });
        return relevance === 'yes' ? [title] : [];
      }),
    );
    expect(misread).toEqual([]);
  });
});
