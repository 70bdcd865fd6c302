// Questions as people type them, not as the manual has them: whose goods, who charges, which day. What is not said is
// asked for, never guessed.
import { describe, expect, it } from 'vitest';
import { parseCommand } from '../../../src/commands/parse-command.ts';
import { parseStatus } from '../../../src/commands/parse-status.ts';
import { parseDuration } from '../../../src/commands/parse-values.ts';
import { UserError } from '../../../src/domain/error.ts';

const NOW = Date.parse('2025-06-15T09:00:00Z');

/** `who / products / imposer / on or by / day` of a question. */
function asked(line: string): string {
  const { command, words } = parseCommand(line);
  if (command.name !== 'status') return `${command.name} ${words.join(' ')}`.trim();
  const { who, products, from, direction, on } = parseStatus(words, NOW);
  return [who, products, from ?? '-', direction, on].map(String).join(' / ');
}

function refusal(line: string): UserError {
  try {
    asked(line);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error(`"${line}" was answered`);
}

const TODAY = '2025-06-15';

describe('a question in plain words', () => {
  it.each([
    ['japan?', `japan /  / - / on / ${TODAY}`],
    ['what is the tariff on japanese steel?', `japanese / steel / - / on / ${TODAY}`],
    ['what does brazil pay on coffee?', `brazil / coffee / - / on / ${TODAY}`],
    ['how much duty does china pay on solar panels', `china / solar panels / - / on / ${TODAY}`],
    ['what tariffs does canada face', `canada /  / - / on / ${TODAY}`],
    ['what tariffs apply to mexico', `mexico /  / - / on / ${TODAY}`],
    ["what's the rate for vietnam", `vietnam /  / - / on / ${TODAY}`],
    ['is there a tariff on korean cars', `korean / cars / - / on / ${TODAY}`],
    ['are there any tariffs on swiss watches?', `swiss / watches / - / on / ${TODAY}`],
    ['tell us about japan', `japan /  / - / on / ${TODAY}`],
    ['can i get the status of japan', `japan /  / - / on / ${TODAY}`],
    ['who taxes japan', `japan /  / - / on / ${TODAY}`],
    ['status U.S. steel.', `U.S. / steel / - / on / ${TODAY}`],
    ['what will japan pay on 1 july 2025', 'japan /  / - / on / 2025-07-01'],
    ['status japan as of 1 april 2025', 'japan /  / - / on / 2025-04-01'],
    ['status japan april 1, 2025', 'japan /  / - / on / 2025-04-01'],
    ['japan steel at 2025-04-01', 'japan / steel / - / on / 2025-04-01'],
  ])('%s', (line, request) => {
    expect(asked(line)).toBe(request);
  });
});

describe('who charges whom', () => {
  it.each([
    // Goods go from one country to another: the second charges.
    ['china to us steel', `china / steel / us / on / ${TODAY}`],
    ['china>us steel', `china / steel / us / on / ${TODAY}`],
    ['china -> us steel', `china / steel / us / on / ${TODAY}`],
    ['steel from japan to eu', `japan / steel / eu / on / ${TODAY}`],
    ['exports from japan to the us', `japan /  / us / on / ${TODAY}`],
    ['what does china pay in the us', `china /  / us / on / ${TODAY}`],
    ['duty on imports of steel from japan', `japan / steel / - / on / ${TODAY}`],
    ['tariffs on imports from china', `china /  / - / on / ${TODAY}`],
    // A country before its tariff charges whoever stands behind "on".
    ['us tariffs on india', `india /  / us / on / ${TODAY}`],
    ['what are us tariffs on india', `india /  / us / on / ${TODAY}`],
    ['us steel tariffs on japan', `japan / steel / us / on / ${TODAY}`],
    ["china's tariffs on us soybeans", `us / soybeans / china's / on / ${TODAY}`],
    ['does the us tax brazilian coffee', `brazilian / coffee / us / on / ${TODAY}`],
    ['tariffs imposed by japan on us steel', `us / steel / japan / on / ${TODAY}`],
    ['what does canada charge', `canada /  / - / by / ${TODAY}`],
    ['us tariffs on steel', `us / steel / - / by / ${TODAY}`],
    ['us tariffs', `us /  / - / on / ${TODAY}`],
    ['japan steel tariffs', `japan / steel / - / on / ${TODAY}`],
    ['who imposes tariffs on japan', `japan /  / - / on / ${TODAY}`],
    // What the manual has stays as it is.
    ['korea, japan aluminium from us', `korea,japan / aluminium / us / on / ${TODAY}`],
    ['steel from japan', `japan / steel / - / on / ${TODAY}`],
    ['from japan', `japan /  / - / by / ${TODAY}`],
    ['steel by eu', `eu / steel / - / by / ${TODAY}`],
  ])('%s', (line, request) => {
    expect(asked(line)).toBe(request);
  });
});

describe('other things people say', () => {
  it.each([
    ["what's new", 'recent'],
    ['whats new?', 'recent'],
    ['what changed for japan', 'recent for japan'],
    ['any news about steel', 'recent about steel'],
    ["what's coming", 'calendar'],
    ['japan vs korea steel', 'compare japan korea steel'],
    ['difference between japan and korea', 'compare japan and korea'],
    ['hello', 'help'],
    ['alerts for japan steel', 'watch for japan steel'],
    ['notify me about japan', 'watch me about japan'],
    ['stop japan', 'unwatch japan'],
  ])('%s', (line, request) => {
    expect(asked(line)).toBe(request);
  });
});

describe('a day that is not told', () => {
  it.each([
    ['status eu cars in march 2025', '"march 2025" is a whole month.'],
    ['status japan 1 april', '"1 april" of which year?'],
    ['status japan april 1', '"april 1" of which year?'],
    ['japan on friday', 'I cannot read "friday" as a date.'],
    ['status japan last week', 'I cannot read "last week" as a date.'],
    ['japan in 2024', '"2024" is a whole year.'],
    ['status japan steel on 12.03.2025', 'I cannot read "12.03.2025" as a date.'],
    ['japan steel known on 1.4.2025', 'I cannot read "1.4.2025" as a date.'],
  ])('%s is asked for', (line, words) => {
    const error = refusal(line);

    expect(error.code).toBe('bad-date');
    expect(error.message).toBe(words);
  });

  it('shows the question without its little words', () => {
    expect(refusal('what did japan pay on steel in may 2025').hint).toContain(
      'status japan steel on 2025-05-31',
    );
  });

  it('shows how to ask for the day and for the changes of a month', () => {
    expect(refusal('status eu cars in march 2025').hint).toBe(
      'Name a day of it, or ask what changed: status eu cars on 2025-03-31, diff eu cars 2025-03-01..2025-03-31',
    );
  });
});

describe('what is not known', () => {
  it('leads goods that no list knows to their tariff line', () => {
    const error = refusal('are there any tariffs on swiss doodads?');

    expect(error.message).toBe('I do not know "doodads" as a country or a product.');
    expect(error.hint).toContain('status swiss 8703');
  });

  it('asks whose goods, with the goods that were named', () => {
    expect(refusal('steel').hint).toBe(
      'For example: status japan steel, or what one country charges: status steel by us',
    );
  });

  it('is no question only because its words are those of one', () => {
    expect(refusal('please pay').code).toBe('unknown-command');
  });
});

describe('a length of time', () => {
  it.each(['2w', '2 weeks', '14 days', 'two weeks'])('%s is a fortnight', (text) => {
    expect(parseDuration(text)).toBe(1_209_600_000);
  });
});
