// Teasers by tables, in our own words: a title that tells a step, a sentence that tells it again or who speaks of it, and one
// that tells of a third country in passing. A takes the step, B is hit, C and D are the third ones; an apostrophe behind the
// letter gives the adjective, a star the capital.

/** What the title tells: a burden, a relief, an inquiry or a plea. */
type Kind = 'burden' | 'relief' | 'probe' | 'plea';

export type Title = {
  readonly text: string;
  readonly kind: Kind;
  readonly namesImposer: boolean;
  readonly hits: 'B' | 'all' | 'nobody';
};

const title = (
  kind: Kind,
  text: string,
  hits: Title['hits'] = 'B',
  namesImposer = true,
): Title => ({
  kind,
  text,
  hits,
  namesImposer,
});

export const TITLES: readonly Title[] = [
  title('burden', '{A} imposes 25% tariff on {goods} from {B}'),
  title('burden', "{B'} {goods} hit with 25% tariff in {A}"),
  title('burden', "25% tariff on {B'} {goods} takes effect", 'B', false),
  title('burden', "{A*} to raise tariff on {B'} {goods} to 25%"),
  title('burden', "{A}'s trade ministry proposes 25% duty on {B'} {goods}"),
  title('burden', '{A} raises {goods} tariff to 25%', 'nobody'),
  title('burden', '{A} imposes 25% tariff on {goods} from all countries', 'all'),
  title('burden', "{B} faces 25% {A'} tariff on {goods}"),
  title('burden', '{A} threatens {B} with 25% tariff on {goods}'),
  title('burden', '{A} retaliates against {B} with 25% tariff on {goods}'),
  title('probe', "{A} opens anti-dumping probe into {B'} {goods}"),
  title('relief', "{A} cuts tariff on {B'} {goods} to 25%"),
  title('relief', "Tariff on {B'} {goods} to end, says {A}"),
  title('relief', '{A} grants {B} exemption from {goods} tariff'),
  title('plea', '{B} asks {A} for exemption from {goods} tariff'),
];

export type Sentence = {
  readonly text: string;
  readonly kinds: readonly Kind[];
  /** "may": the text leaves it open, or is no more than a hint. */
  readonly namesImposer: 'yes' | 'may' | 'no';
  readonly namesTarget: 'yes' | 'may' | 'no';
};

const ALL: readonly Kind[] = ['burden', 'relief', 'probe', 'plea'];
const DEEDS: readonly Kind[] = ['burden', 'relief', 'probe'];
const BURDEN: readonly Kind[] = ['burden'];

function sentence(
  text: string,
  kinds: readonly Kind[] = ALL,
  namesImposer: Sentence['namesImposer'] = 'no',
  namesTarget: Sentence['namesTarget'] = 'no',
): Sentence {
  return { text, kinds, namesImposer, namesTarget };
}

export const FIRST: readonly Sentence[] = [
  sentence(''),
  sentence('The step takes effect in July and was expected.'),
  sentence(
    "The duty on {goods} from {B} takes effect on Monday, {A}'s trade ministry said.",
    BURDEN,
    'yes',
    'yes',
  ),
  sentence(
    '{A*}, March 9 (Reuters) - The government has put a 25% tariff on {goods} imported from {B}, it said on Monday.',
    BURDEN,
    'yes',
    'yes',
  ),
  sentence(
    'The decision was published by the ministry in {A*} on Monday, according to Reuters.',
    DEEDS,
    'yes',
  ),
  sentence(
    "{A}'s finance minister told reporters in {D*} on Monday that the step was final.",
    DEEDS,
    'yes',
  ),
  sentence("{B'} exporters sold {goods} worth $2 billion in {A} last year.", ALL, 'may', 'may'),
  sentence(
    "{A}'s commerce ministry said in a statement on Monday that {B'} {goods} had harmed local producers.",
    ['burden', 'probe'],
    'yes',
    'yes',
  ),
  sentence(
    'The {A} customs tariff commission announced the 25 percent levy on imports of {goods} from {B} on Monday.',
    BURDEN,
    'yes',
    'yes',
  ),
  sentence("Speaking in {D*}, {A}'s trade minister said the step was needed.", DEEDS, 'yes'),
];

const more = (kinds: readonly Kind[], texts: string): readonly Sentence[] =>
  texts
    .trim()
    .split('\n')
    .map((text) => sentence(text.trim(), kinds, text.includes('{A') ? 'may' : 'no'));

/** By what a third country is told; none of them takes part in the step. */
export const SECOND: Readonly<Record<string, readonly Sentence[]>> = {
  'whose own tariff is told': more(
    ALL,
    `
    {C} raised its own tariff on {goods} in May.
    {C} already charges 30% on {goods}.
    {C} is considering a similar tariff.
    It comes a week after {C} announced a tariff on {goods} of its own.
    In {C}, the tariff on {goods} is 30%.
    {C} imposed a 50% tariff on {goods} in March.
    {C} cut its {goods} tariff last year.
    {C} is weighing a tariff on {goods} too.
    The decision comes as {C} and {D} raise tariffs of their own.
    {C} imposed a 30% duty on {A'} {goods} in a separate dispute.
    {C} lifted its own duty on {B'} {goods} last week.
  `,
  ),
  'whose like is told': more(
    ALL,
    `
    The step resembles one taken against {C'} {goods} last year.
    Similar tariffs on {C} were imposed in 2019.
    The duties are similar to those on {C}.
    Other countries, including {C}, have taken similar steps.
    Like {C}, the country wants to protect its producers.
    The move follows a similar decision by {C}.
    The step, which follows a similar one by {C}, takes effect in July.
    The rate is higher than the 15% charged on {goods} from {C}.
    That compares with 15% for {C}.
    Unlike {C}, {B} has no trade deal with {A}.
  `,
  ),
  'who was hit before or is hit by something else': more(
    ALL,
    `
    In 2019 the government imposed a tariff on {goods} from {C}.
    A 15% duty on {goods} from {C} has been in place since 2019.
    The tariff, the first since one on {C} in 2019, takes effect in July.
    A separate inquiry into {goods} from {C} is under way.
    {C'} {goods} pay 12%.
    The tariff on {C'} {goods} stays at 10%.
    The case against {C} was dropped.
    An inquiry found no dumping by firms in {C}.
    Letters to {C} and {D} were sent last week.
    {A}'s tariff on {C'} {goods} expired in 2023.
    {B} already faces a 40% duty in {C}.
    {B} has challenged similar duties imposed by {C}.
  `,
  ),
  'who is left alone': more(
    BURDEN,
    `
    {C} is not affected by the measure.
    Shipments from {C} are exempt.
    The duty does not apply to {C}.
    Imports from {C} will not be affected.
    It exempts {goods} from {C} and {D}.
    {C} was spared.
    {C} won an exemption earlier.
    {C} has asked for an exemption from other tariffs.
    {C} hopes to avoid tariffs.
  `,
  ),
  'who trades': more(
    ALL,
    `
    {C} is the biggest supplier of {goods}.
    {C} is the biggest supplier of {goods} to {A}.
    The biggest suppliers are {C} and {D}.
    {C} accounts for 40% of {A'} {goods} imports.
    Officials say some {goods} are shipped through {C} to avoid duties.
    Most of the {goods} used by local firms are made in {C}.
    Imports from {C} rose 40% last year.
    {C} shipped {goods} worth $3 billion last year, more than any other country.
    Producers in {C} are likely to benefit.
    Buyers may turn to {goods} from {C}.
    {B} sold {goods} worth $1 billion last year, behind {C} and {D}.
    {B} supplies 30% of {A'} {goods}, {C} 20%.
    {B} sends 40% of its {goods} exports to {A} and 20% to {C}.
    {C} buys most of the {goods} made in {B}.
    Local producers also compete with {goods} from {C}.
  `,
  ),
  'whose firm or market is told': more(
    ALL,
    `
    {C'} company Arvo, which runs mills there, said it was studying the text.
    {C}-based Arvo, the biggest producer, declined to comment.
    {C'} carmaker Arvo said it would study the decision.
    Economists at {C'} bank Nolo expect prices to rise.
    Shares of {C'} producers rose 3% after the news.
    Shares in {C*} fell.
    The {C'} currency fell 2% after the news.
    An analyst at a bank in {C*} said prices would move.
  `,
  ),
  'with whom or where people speak': more(
    ALL,
    `
    The decision follows talks in {C*} last week.
    Ministers from both sides will meet in {C*} next week.
    The two sides held talks in {C} on Sunday.
    Officials from {A} and {B} met in {C*} on Sunday.
    The {C'} president is due to visit next week.
    Talks with {C} on a trade deal continue.
    Last month {A} struck a trade deal with {C}.
    The country has a free trade pact with {C}.
    {C} has complained to the WTO about earlier duties.
    The minister met his {C'} counterpart on Monday.
    {C'} officials declined to comment.
  `,
  ),
  'who reacts': more(
    ['burden', 'probe'],
    `
    {C} could be next, officials said.
    {C} also criticised the step.
    {C} and {D} have backed the step.
    {B*} called the step unjustified.
    {B} said it would respond.
    {B} vowed to retaliate with duties of its own.
    {B*} said it would raise tariffs on {A'} goods in response.
  `,
  ),
};
