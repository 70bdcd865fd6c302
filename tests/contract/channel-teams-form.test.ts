// The review form in Teams: inputs in the card, faults at their fields for who filled it in, the decision in the card's place.
import { afterEach, describe, expect, it } from 'vitest';
import { type ChannelBot, startTeamsBot } from '../support/channel-bots.ts';
import type { FakeTeams } from '../support/fake-teams.ts';
import { openReviewDesk, type ReviewDesk } from '../support/review-desk.ts';

type Bot = ChannelBot & { readonly teams: FakeTeams };
let bot: Bot | undefined;

afterEach(async () => {
  await bot?.close();
  bot = undefined;
});

const GOOD = { 'field-rate': '25', 'field-basis': 'additional', 'field-why': 'The annex says so' };

type Reply = { readonly type: string; readonly value: unknown };

/** The form posted by the bot, and its id. */
async function openForm(desk: ReviewDesk): Promise<{ readonly bot: Bot; readonly id: string }> {
  bot = await startTeamsBot({ runCommand: desk.runCommand });
  const { teams, url } = bot;
  await teams.sendMessage(url, { text: '<at>Tariffwatch</at> review R-3 edit', userId: 'ann' });
  return { bot, id: teams.messages().at(-1)?.id ?? '' };
}

/** What a client sends: the data of the button, the values as they stand, what was typed; nothing for what is empty. */
function sentBy(
  bot: Bot,
  id: string,
  typed: Readonly<Record<string, string>>,
): Readonly<Record<string, unknown>> {
  const { activity } = bot.teams.messages().find((post) => post.id === id) ?? {};
  const [attachment] = (activity?.['attachments'] ?? []) as readonly Card[];
  const inputs = (attachment?.content.body ?? []).filter((part) => part.id !== undefined);
  const values = Object.fromEntries(inputs.map((part) => [part.id, part.value ?? '']));
  const given = Object.entries({ ...values, ...typed }).filter(([, value]) => value !== '');
  return { ...attachment?.content.actions[0]?.data, ...Object.fromEntries(given) };
}

type Card = {
  readonly content: {
    readonly body: readonly { readonly id?: string; readonly value?: string }[];
    readonly actions: readonly { readonly data: Readonly<Record<string, unknown>> }[];
  };
};

async function submit(
  {
    bot: started,
    id,
    data,
  }: { readonly bot: Bot; readonly id: string; readonly data?: Readonly<Record<string, unknown>> },
  fields: Readonly<Record<string, string>>,
  user = { userId: 'ann', userName: 'Ann' },
): Promise<Reply> {
  const { teams, url } = started;
  const sent = data ?? sentBy(started, id, fields);
  const reply = await teams.sendInvoke(url, sent, { cardOf: id, ...user });
  return JSON.parse(reply.body) as Reply;
}

describe('the review form in Teams', () => {
  it('stands in the card, filled with what was read', async () => {
    const { bot: started } = await openForm(openReviewDesk(['teams:ann']));
    const card = JSON.stringify(started.teams.messages().at(-1)?.activity);

    expect(card).toContain('"id":"field-product","label":"Product"');
    expect(card).toContain('"value":"steel"');
  });

  it('comes back with its faults to who filled it in, then gives way to the decision', async () => {
    const desk = openReviewDesk(['teams:ann']);
    const form = await openForm(desk);

    const refused = await submit(form, { 'field-rate': 'much', 'field-target': 'Japna' });
    const taken = await submit(form, GOOD);
    const shown = form.bot.teams.messages().find(({ id }) => id === form.id);

    expect(refused.type).toBe('application/vnd.microsoft.card.adaptive');
    const again = JSON.stringify(refused.value);
    expect(again).toContain('\\"much\\" is no rate. Write a percentage such as 25 or 7.5.');
    expect(again).toContain('Give a reason; it is kept with the decision.');
    expect(again).toContain('"value":"Japna"');
    expect(taken.type).toBe('application/vnd.microsoft.activity.message');
    expect(JSON.stringify(shown?.activity)).toContain('edited by Ann');
    expect(JSON.stringify(shown?.activity)).not.toContain('Input.Text');
    expect(form.bot.teams.messages()).toHaveLength(1);
    expect(desk.decisions).toMatchObject([{ kind: 'edited', by: 'Ann', why: 'The annex says so' }]);
    expect(desk.entries.at(-1)?.measure).toMatchObject({ rate: 2500, rateBasis: 'additional' });
  });

  it('clears what was emptied, although clients then send nothing', async () => {
    const desk = openReviewDesk(['teams:ann']);
    const form = await openForm(desk);

    const refused = await submit(form, { ...GOOD, 'field-from': '' });

    expect(JSON.stringify(refused.value)).toContain('The measure still lacks: effective date.');
    expect(desk.decisions).toEqual([]);
  });

  it('takes nothing from who is no curator, and leaves the form to the others', async () => {
    const desk = openReviewDesk(['teams:ann']);
    const form = await openForm(desk);

    await submit(form, GOOD, { userId: 'mallory', userName: 'Mallory' });

    const [card, answer] = form.bot.teams.messages();
    expect(desk.decisions).toEqual([]);
    expect(JSON.stringify(card?.activity)).toContain('Input.Text');
    expect(JSON.stringify(answer?.activity)).toContain('Only curators decide reviews');
  });

  it('tells the second of two curators who was first', async () => {
    const desk = openReviewDesk(['teams:ann', 'teams:bob']);
    const form = await openForm(desk);

    const data = sentBy(form.bot, form.id, GOOD);

    await submit(form, GOOD);
    // The second one has the same form open.
    await submit({ ...form, data }, GOOD, { userId: 'bob', userName: 'Bob' });

    expect(desk.decisions.map(({ by }) => by)).toEqual(['Ann']);
    const [card, answer] = form.bot.teams.messages();
    expect(JSON.stringify(card?.activity)).toContain('edited by Ann');
    expect(JSON.stringify(answer?.activity)).toContain('R-3 was edited by Ann');
  });

  it('is taken from older clients, which send it as a message', async () => {
    const desk = openReviewDesk(['teams:ann']);
    const { bot: started, id } = await openForm(desk);
    const say = (fields: Readonly<Record<string, string>>) =>
      started.teams.sendMessage(started.url, {
        text: '',
        userId: 'ann',
        userName: 'Ann',
        threadOf: id,
        value: sentBy(started, id, fields),
      });

    await say({ 'field-rate': 'much' });
    const again = JSON.stringify(started.teams.messages().at(-1)?.activity);
    await say(GOOD);

    expect(again).toContain('is no rate');
    expect(again).toContain('Input.Text');
    expect(desk.decisions).toHaveLength(1);
  });

  it('posts the decision where the card can no longer be changed', async () => {
    const desk = openReviewDesk(['teams:ann']);
    const form = await openForm(desk);
    form.bot.teams.script.add('PUT', { kind: 'status', status: 404 });

    await submit(form, GOOD);

    expect(JSON.stringify(form.bot.teams.messages().at(-1)?.activity)).toContain('edited by Ann');
    expect(form.bot.teams.messages()).toHaveLength(2);
  });
});
