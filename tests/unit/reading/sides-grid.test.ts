// Who acts and who is hit where a headline or a sentence names three countries or tells the matter the other way round: whose list
// it is, who joins whom, who is spared beside whom, over whose trade a tariff is laid. By tables of our own words.
import { describe, expect, it } from 'vitest';
import { printReading } from '../../../src/reading/print-reading.ts';
import { readItem } from '../../../src/reading/read-item.ts';
import { fill, fillTitle, isAsTold } from './teaser-casts.ts';

const TURNS = [0, 4, 7, 9, 11];

function misread(want: string, title: string, text: string): readonly string[] {
  return TURNS.flatMap((turn) => {
    const item = { title: fillTitle(title, turn), summary: fill(text, turn) };
    const reading = printReading('x', readItem({ ...item, published: '2026-03-10', lang: 'en' }));
    const read = `${reading.imposers.join()} > ${reading.targets.join()}`;
    const isRight = reading.relevance === 'yes' && isAsTold(want, turn, reading);
    return isRight ? [] : [`${item.title} // ${item.summary}: ${read}`];
  });
}

const HEADLINES: readonly (readonly [want: string, title: string, text?: string])[] = [
  ['A > B', "{A} releases list of {B'} goods exempt from tariffs"],
  ['A > B', "{A} publishes list of {B'} products exempted from additional duties"],
  [
    'A > B',
    "{A} publishes list of {B'} products exempted from additional duties",
    "{A}'s finance ministry said the exemption takes effect next week.",
  ],
  ['A > B', "{A} issues second list of {B'} goods to be excluded from tariffs"],
  ['A > B', "{A} extends tariff exemptions for some {B'} goods"],
  ['A > B', "{A} excludes 16 types of {B'} products from tariffs"],
  ['A > B', "{A} unveils {B'} goods that will be spared tariffs"],
  ['A > B', "{A} waives tariffs on {B'} {goods}"],
  ['A > B', "{B'} {goods} exempted from {A'} tariff"],
  ['A > B', "{B'} {goods} exempt from tariffs in {A}"],
  ['A > B', "{B'} {goods} to enter {A} duty-free"],
  ['A > B', "{A} grants zero-tariff access to {B'} {goods}"],
  ['A > B', "{A} allows firms to apply for exemptions from tariffs on {B'} goods"],
  ['A > B', "List of {B'} goods exempt from {A'} tariffs published"],
  ['A > B', "{B} escapes {A'} {goods} tariff"],
  ['A > B', "{A} adds {B'} firms' {goods} to tariff list"],
  ['A > B', "{A} publishes list of {B'} goods to face 25% tariffs"],
  ['A > B', "{A} unveils retaliatory tariffs on $20 billion of {B'} goods"],
  ['A > B', "{A} hits {B'} {goods} with 25% tariffs in tit-for-tat move"],
  ['A > B', "{A} answers {B'} tariffs with 25% duty on {goods}"],
  ['A > B', '{A} strikes back at {B} with 25% tariffs'],
  [
    'A > B',
    '{A} strikes back at {B} with 25% tariffs',
    "The duties answer {B}'s 10% tariff on {A'} goods.",
  ],
  [
    'A > B',
    '{A} strikes back at {B} with 25% tariffs',
    "{B} imposed a 10% tariff on {A'} {goods} last week.",
  ],
  ['A > B', "{A} readies tariffs on {B'} goods if talks fail"],
  ['A+C > B', "{A} and {C} impose tariffs on {B'} {goods}"],
  ['A > B+C+D', '{A} imposes tariffs on {goods} from {B}, {C} and {D}'],
  [
    'A > B+C+D',
    '{A} imposes tariffs on {goods} from {B}, {C} and {D}',
    '{B} is the biggest supplier.',
  ],
  [
    'A > B+C+D',
    '{A} imposes tariffs on {goods} from {B}, {C} and {D}',
    'The rates are 10% for {B}, 12% for {C} and 15% for {D}.',
  ],
  [
    'A > B+C+D',
    '{A} imposes tariffs on {goods} from {B}, {C} and {D}',
    '{C} said it would respond.',
  ],
  ['A > B', '{A} sets duties on {goods} from {B}, spares {C}'],
  [
    'A > B',
    '{A} sets duties on {goods} from {B}, spares {C}',
    "{C'} producers were found not to have dumped.",
  ],
  ['A > B|B+C', "{A} raises tariff on {B'} {goods}, cuts rate for {C}"],
  ['A > B+C', '{A} imposes 25% tariff on {B}, 10% on {C}'],
  ['A > B+C', "{B}, {C} face 25% {A'} tariffs"],
  ['A > B+C', '{A} slaps 25% tariffs on {B} and {C}'],
  [
    'A > B+C',
    '{A} slaps 25% tariffs on {B} and {C}',
    "{B} and {C} are {A}'s biggest trading partners.",
  ],
  ['A > B+C', '{A} slaps 25% tariffs on {B} and {C}', '{D} is expected to be next.'],
  ['A > B+C', "{B'}, {C'} {goods} hit with {A'} anti-dumping duties"],
  ['A|A+C > B', "{A} joins {C} in imposing tariffs on {B'} {goods}"],
  ['A > B', "{A} follows {C} with tariff on {B'} {goods}"],
  ['A > B', "After {C}, {A} imposes tariff on {B'} {goods}"],
  ['A > B', "{A} copies {C}, puts 25% tariff on {B'} {goods}"],
  ['A > B', "{A} to match {C'} tariff on {B'} {goods}"],
  ['A > B|B+C', "{A} imposes tariff on {B'} {goods} to stop {C'} transshipment"],
  ['A > B', '{A} imposes tariff on {B} over its trade with {C}'],
  ['A > -|WORLD', "{A} threatens tariffs on buyers of {C'} oil"],
  ['A > B', "{A} threatens {B} with tariffs over {C'} oil"],
  ['A > B|B+C', "{A} investigates {B'} {goods} for dodging duties on {C}"],
  ['A > B|B+C', "{A} extends duties on {C'} {goods} to imports from {B}"],
  ['A > B|B+C', '{A} says {goods} melted in {B} face 25% tariff even if rolled in {C}'],
  ['A > B|WORLD', "{A} imposes 25% tariff on {goods} made with {B'} parts"],
  ['A > B', "{B}'s exports to face 25% tariff, {A'} president says"],
  ['A > B', "{A'} president says {B} will pay 25% tariff"],
  ['A > B', '{A} tells {B} it will impose 25% tariff'],
  ['A > B', '{B} says {A} to impose 25% tariff on its {goods}'],
  ['A > B', '{B} says {A} has lifted tariff on its {goods}'],
  ['A > B|WORLD', "{B} welcomes {A'} decision to cut {goods} tariff"],
  ['A > B|WORLD', "{B} slams {A'} plan for 25% {goods} tariff"],
  ['A|B > B|A', "{B} vows to respond to {A'} 25% tariff on {goods}"],
  ['A > B', "{B}'s {goods} exports at risk as {A} raises tariffs"],
  ['A > B', "{B'} {goods} makers seek talks after {A} imposes 25% tariff"],
  ['A > B|WORLD', "{B'} shares fall as {A} imposes 25% tariff on {goods}"],
  ['A > B', "{A} to cut tariff on {B'} {goods} under trade deal"],
  [
    'A|A+B > B|A+B',
    "{A} to cut tariff on {B'} {goods} under trade deal",
    "{B} will open its market to {A'} {goods} in return.",
  ],
  ['A > B', '{A} lowers {B} tariff to 15% after deal'],
  ['A|B|A+B > B|A|A+B', '{A} and {B} agree on 15% tariff'],
  ['A|B|A+B > B|A|A+B', '{A}, {B} reach deal to lower tariffs'],
  [
    'A|A+B > B|A+B',
    '{A}, {B} reach deal to lower tariffs',
    "{A} will cut its tariff on {B'} goods to 15%.",
  ],
  ['B > A', "{B} agrees to drop tariffs on {A'} goods"],
  [
    'B|A+B > A|A+B',
    "{B} agrees to drop tariffs on {A'} goods",
    "{A} will charge 15% on {B'} imports.",
  ],
  ['A > B+C', '{A} pauses tariffs on {B} and {C}'],
  ['A > B', '{A} gives {B} 90 more days before tariff hike'],
  ['A > B', "{A} postpones tariff on {B'} {goods} as talks go on in {C*}"],
  ['A > B', '{A} suspends tariff on {goods} for {B} but not for {C}'],
  ['A > B', "{B} gets reprieve from {A'} tariffs"],
  ['A > B+WORLD|WORLD', '{A} pauses tariffs for most countries, raises {B} to 125%'],
  ['A > B|-', "{A'} court strikes down tariff on {B'} {goods}"],
  ['A > B|-', "Court rules {A'} tariffs on {B'} {goods} illegal"],
  ['A > -', '{A} imposes 19% tariff on ASEAN goods'],
  ['A > -|WORLD', '{A} threatens BRICS countries with 10% tariff'],
  ['A > -', '{A} raises tariffs on goods from Mercosur'],
  ['A > -', '{A} puts tariff on goods from Asian countries'],
  ['A > -', '{A} raises tariff on {goods} from Gulf states'],
  ['- > B', "Mercosur imposes 25% tariff on {B'} {goods}"],
  ['- > B', "GCC sets anti-dumping duties on {B'} {goods}"],
  ['- > WORLD|-', 'East African Community raises common tariff to 35%'],
];

/** Titles that leave more or less open. */
const TITLES = [
  '{A} imposes 25% tariff on {goods} from {B}',
  "25% tariff on {B'} {goods} takes effect",
  '{A} hikes {goods} tariff to 25%',
  'Tariff on {goods} to rise to 25%',
  '{A} hits {B} with 25% tariff',
];

const SENTENCES = [
  "{A} on Monday said it would impose a 25% tariff on {goods} from {B}, escalating a dispute that began when {B} blocked {A'} beef.",
  "The {A'} government, which has accused {B} of dumping, said it would charge 25% on {goods} from July.",
  "{B'} {goods} exporters will pay 25% to ship to {A} from next month under an order signed on Monday.",
  'A 25% duty on {goods} shipped from {B} to {A} takes effect on Monday.',
  "Importers in {A} will have to pay 25% on {B'} {goods} from Monday.",
  "{A}, the world's biggest importer of {goods}, will charge 25% on shipments from {B}.",
  '{A}, which buys most of its {goods} from {C}, will charge 25% on imports from {B}.',
  '{A} will tax {goods} from {B} at 25% after talks between the two in {D*} failed.',
  '{A} will impose a 25% tariff on {goods} from {B}, its president said during a visit to {C}.',
  "{A}'s president, speaking alongside {C}'s prime minister, said {goods} from {B} would face a 25% tariff.",
  "{A} will impose a 25% tariff on {B'} {goods}, joining {C} and {D}, which have already done so.",
  "{A} will impose a 25% tariff on {B'} {goods}, days after {C} took a similar step.",
  "{A} will impose a 25% tariff on {B'} {goods}, as {C} weighs a duty of its own.",
  '{A} will impose a 25% tariff on {goods} from {B} but not on those from {C} and {D}.',
  '{A} will impose a 25% tariff on {goods} from {B}, sparing {C}.',
  '{A} will impose a 25% tariff on {goods} from {B}, its biggest supplier after {C}.',
  '{A} will impose a 25% tariff on {goods} from {B}, up from 10%, in a move that could benefit producers in {C}.',
  "{A} will impose a 25% tariff on {goods} from {B}, hurting companies such as {C'} carmaker Arvo that produce there.",
  "{A} will impose a 25% tariff on {goods} from {B}, saying cheap {C'} goods were being rerouted through the country.",
  "{A} will impose a 25% tariff on {goods} from {B} in retaliation for a duty that {B} put on {A'} wine.",
  'The 25% tariff that {A} announced in May on {goods} from {B} takes effect on Monday, while talks with {C} go on.',
  "{A}'s trade minister told a news conference in {D*} that {B'} {goods} would be charged 25%.",
  "{A}'s parliament approved a 25% tariff on {goods} from {B}, Xinhua reported from {C*}.",
  "The tariff on {B'} {goods} was announced by {A}'s president, who is due to meet {C}'s leader in {D*} on Friday.",
  '{B} said it would challenge a 25% tariff imposed by {A} on its {goods}, and called on {C} to join the case.',
  "{B}'s prime minister said {A}'s 25% tariff on its {goods} was unjustified.",
  "The duty will be paid on {goods} from {B}, {A}'s customs office said.",
];

const CELLS = HEADLINES.map(([want, title, text = '']) => ({ want, title, text }));

describe('three countries in one sentence', () => {
  it.each(CELLS)('$want: $title / $text', ({ want, title, text }) => {
    expect(misread(want, title, text)).toEqual([]);
  });

  it.each(SENTENCES)('%s', (sentence) => {
    expect(TITLES.flatMap((title) => misread('A > B', title, sentence))).toEqual([]);
  });
});
