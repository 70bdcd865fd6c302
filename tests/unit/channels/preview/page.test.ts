// The page in a real browser: what a user sees and does.
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Message } from '../../../../src/domain/message.ts';
import type { Review } from '../../../../src/domain/review.ts';
import {
  HAS_CHROMIUM,
  launchChromium,
  openPage,
  type PageFaults,
} from '../../../support/browser.ts';
import { CHART, CHART_MESSAGE } from '../../../support/sample-chart.ts';
import { aMeasure } from '../../ledger/measure-builder.ts';
import { aMessage, type PreviewWorld, startPreview, type WorldOptions } from './preview-world.ts';

const REVIEW: Review = {
  id: 'R-7',
  storyId: 'S-1',
  itemId: 'I-1',
  proposal: aMeasure({ rate: null, rateBasis: null, legalRef: '' }),
  missing: ['rate'],
  reason: 'It names no rate.',
  createdAt: Date.parse('2025-03-01T10:00:00Z'),
  decision: null,
};

const FORM_MESSAGE = {
  ...aMessage('R-3: steel', { accent: 'coming' }),
  form: {
    title: 'Edit R-3',
    about: 'It names no rate.',
    command: 'review R-3 edit',
    submit: 'Take it',
    fields: [
      { name: 'rate', label: 'Rate', value: '', kind: 'text' },
      {
        name: 'basis',
        label: 'Basis',
        value: '',
        kind: 'choice',
        choices: [
          { value: '', label: 'not read' },
          { value: 'floor', label: 'floor' },
        ],
      },
      { name: 'from', label: 'First day', value: '2025-03-12', kind: 'day' },
      { name: 'to', label: 'Last day', value: '', kind: 'day' },
    ],
  },
} satisfies Message;

let browser: Browser;
let world: PreviewWorld;
let page: Page;
let faults: PageFaults;

const SLACK = '.look.slack';
const TEAMS = '.look.teams';

async function open(options: WorldOptions & { readonly width?: number } = {}): Promise<void> {
  world = await startPreview(options);
  ({ page, faults } = await openPage(browser, world.url, { width: options.width ?? 1440 }));
  await page.locator('#connection[data-state=open]').waitFor({ state: 'attached' });
}

describe.skipIf(!HAS_CHROMIUM)('the preview page', () => {
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    await page.context().close();
    await world.stop();
    expect(faults).toEqual([]);
  });

  it('says what to type where nothing has been posted, and runs it at a click', async () => {
    await open();

    await page.getByRole('button', { name: 'status japan steel' }).first().click();

    await page.locator(`${SLACK} >> text=Answer to status japan steel`).waitFor();
    expect(world.commands.map(({ text }) => text)).toEqual(['status japan steel']);
  });

  it('answers a typed command in both looks, private in Slack', async () => {
    await open();

    await page.getByLabel('/tariff').fill('/tariff status japan');
    await page.keyboard.press('Enter');

    await page.locator(`${SLACK} >> text=Answer to status japan`).waitFor();
    await page.locator(`${TEAMS} .ac-adaptiveCard >> text=Answer to status japan`).waitFor();
    await page.locator(`${SLACK} >> text=Only visible to you`).waitFor();
  });

  it('takes away "only visible to you" once an answer is shared', async () => {
    await open();
    await page.getByLabel('/tariff').fill('status japan');
    await page.keyboard.press('Enter');

    await page.locator(SLACK).getByRole('button', { name: 'Share' }).click();

    await page.locator('.only-you').waitFor({ state: 'detached' });
  });

  it('shows a new post and its edit without a reload', async () => {
    await open();
    await page.evaluate(() => Object.assign(globalThis, { isSamePage: true }));

    await world.deliver({ storyId: 'S-1', message: aMessage('25% announced') });
    await page.locator(`${TEAMS} >> text=25% announced`).waitFor();
    await world.deliver({ storyId: 'S-1', mode: 'edit', message: aMessage('25% in force') });

    await page.locator(`${SLACK} >> text=25% in force`).waitFor();
    await page.locator(`${SLACK} .edited`).waitFor();
    expect(await page.locator('text=25% announced').count()).toBe(0);
    expect(await page.evaluate(() => 'isSamePage' in globalThis)).toBe(true);
  });

  it('puts an answer in a thread under its post', async () => {
    await open();
    await world.deliver({ storyId: 'S-1', message: aMessage('25% announced') });

    await world.deliver({
      storyId: 'S-1',
      mode: 'thread',
      message: aMessage('Now in the gazette'),
    });

    await page.locator(`.post .thread .post ${SLACK} >> text=Now in the gazette`).waitFor();
  });

  it.each([SLACK, TEAMS])('runs the command of a button in the look %s', async (look) => {
    await open();
    await world.deliver({
      message: aMessage('25% announced', { buttons: [{ label: 'Why', command: 'why S-1' }] }),
    });

    await page.locator(look).getByRole('button', { name: 'Why' }).click();

    await page.locator(`${SLACK} >> text=Answer to why S-1`).waitFor();
    expect(world.commands.map(({ text }) => text)).toEqual(['why S-1']);
  });

  it('counts what arrives in another channel, and shows it when that is opened', async () => {
    await open();
    await page.getByPlaceholder('new-channel').fill('japan');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '#japan' }).waitFor();

    await world.deliver({ message: aMessage('25% announced') });
    await page.locator('.channels .count >> text=1').waitFor();
    await page.getByRole('link', { name: '#general' }).click();

    await page.locator(`${SLACK} >> text=25% announced`).waitFor();
  });

  it('suggests commands by keyboard and takes the one that is chosen', async () => {
    await open();

    await page.getByLabel('/tariff').fill('kor');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');

    await expect.poll(() => page.getByLabel('/tariff').inputValue()).toBe('status korea');
    expect(await page.getByRole('option').count()).toBe(0);
  });

  it('comes back by itself when the program was restarted, with what it missed', async () => {
    await open();
    await world.deliver({ message: aMessage('before') });
    await page.locator(`${SLACK} >> text=before`).waitFor();

    await world.restart();
    await world.deliver({ message: aMessage('while away') });

    await page.locator(`${SLACK} >> text=while away`).waitFor({ timeout: 15_000 });
    expect(await page.locator(`${SLACK} >> text=before`).count()).toBe(1);
    // The browser reports the lost stream; that is what this test is about.
    const others = faults.filter((fault) => !/net::ERR_/.test(fault));
    expect(others).toEqual([]);
    faults = [];
  });

  it('says so when the program is gone, and keeps what was typed', async () => {
    await open();
    await page.route('**/preview/api/command', (route) => route.abort());

    await page.getByLabel('/tariff').fill('status japan');
    await page.keyboard.press('Enter');

    await page.getByRole('alert').filter({ hasText: 'does not answer' }).waitFor();
    expect(await page.getByLabel('/tariff').inputValue()).toBe('status japan');
    faults = faults.filter((fault) => !fault.includes('ERR_FAILED'));
  });

  it.each([
    ['a modal in Slack', SLACK, 'Take it'],
    ['inputs of the card in Teams', TEAMS, 'Take it'],
  ])('shows a form as %s and sends what was filled in', async (_, look, submit) => {
    await open({ answer: () => FORM_MESSAGE });
    await page.getByLabel('/tariff').fill('review R-3 edit');
    await page.keyboard.press('Enter');

    await page.locator(look).getByLabel('Rate').fill('25');
    await page.locator(look).getByLabel('Basis').selectOption('floor');
    await page.locator(look).getByRole('button', { name: submit }).click();

    await expect.poll(() => world.commands.length).toBe(2);
    expect(world.commands[1]?.text).toBe('review R-3 edit');
    expect(world.commands[1]?.context.fields).toEqual({
      rate: '25',
      basis: 'floor',
      from: '2025-03-12',
      to: '',
    });
  });

  it('switches between light and dark in both looks', async () => {
    await open();
    await world.deliver({ message: aMessage('25% announced') });
    await page.locator(`${TEAMS} .ac-adaptiveCard`).waitFor();

    await page.getByRole('button', { name: 'Dark' }).click();

    await page.locator(`${SLACK} [data-theme=dark]`).first().waitFor();
    const ground = "document.querySelector('.teams-card .ac-adaptiveCard').style.backgroundColor";
    await expect.poll(() => page.evaluate(ground)).toBe('rgb(41, 41, 41)');
  });

  it('fits a phone: nothing is wider than the screen and the command line is in view', async () => {
    await open({ width: 390 });
    await world.deliver({
      message: aMessage('25% announced on everything that is made of steel or aluminium', {
        buttons: ['Why', 'Mute 7d', 'Not a tariff', 'Source'].map((label) => ({
          label,
          command: 'why S-1',
        })),
      }),
    });
    await page.locator(`${SLACK} >> text=25% announced`).waitFor();

    const width = await page.evaluate('document.documentElement.scrollWidth');
    const box = await page.getByLabel('/tariff').boundingBox();

    expect(width).toBe(390);
    expect((box?.y ?? 1e9) + (box?.height ?? 0)).toBeLessThanOrEqual(900);
  });

  it('says what is wrong with a feed in the side panel', async () => {
    await open();

    await page.getByRole('tabpanel').getByText('Some paper').waitFor();
    await page.getByRole('tab', { name: 'Ledger' }).click();
    await page.getByText('The feeds have added nothing to the ledger yet.').waitFor();
    await page.keyboard.press('ArrowRight');

    await page.getByText('Nothing waits for review.').waitFor();
  });

  it('turns the form of a review into words: only what was changed, and never without a reason', async () => {
    await open({ reviews: [REVIEW] });
    await page.getByRole('tab', { name: 'Review (1)' }).click();
    await page.getByText('Edit or reject').click();
    await page.getByLabel('Rate, %').fill('25');
    await page.getByLabel('Basis').selectOption('additional');
    await page.getByLabel('Law').fill('Procl. "10896"');

    await page.getByRole('button', { name: 'Take it as edited' }).click();
    await page.getByText('Say why; it is kept with the decision.').waitFor();
    await page.getByLabel('Why').fill('the annex says so');
    await page.getByRole('button', { name: 'Take it as edited' }).click();

    await page.locator(`${SLACK} >> text=Answer to review R-7`).waitFor();
    expect(world.commands.map(({ text }) => text)).toEqual([
      'review R-7 edit rate:"25" basis:"additional" law:"Procl. 10896" because the annex says so',
    ]);
  });

  it('leaves a form alone that is being filled in while posts come', async () => {
    await open({ reviews: [REVIEW] });
    await page.getByRole('tab', { name: 'Review (1)' }).click();
    await page.getByText('Edit or reject').click();
    await page.getByLabel('Rate, %').fill('25');

    const panels = page.waitForResponse((response) => response.url().endsWith('/panels'));
    await world.deliver({ storyId: 'S-1', message: aMessage('25% announced') });
    await (await panels).finished();
    await page.locator(`${SLACK} >> text=25% announced`).waitFor();

    expect(await page.getByLabel('Rate, %').inputValue()).toBe('25');
  });

  it('shows a chart in both looks, with words for those who do not see it', async () => {
    await open({ answer: () => CHART_MESSAGE });

    await page.getByLabel('/tariff').fill('history japan steel');
    await page.keyboard.press('Enter');

    for (const look of [SLACK, TEAMS]) {
      const picture = page.locator(look).getByRole('img', { name: CHART.alt });
      await picture.waitFor();
      expect(
        await picture.evaluate(
          (node) => (node as unknown as { naturalWidth: number }).naturalWidth,
        ),
      ).toBeGreaterThan(0);
    }
    await page.getByRole('button', { name: 'Share with chart' }).waitFor();
  });

  it('says that time is compressed, and lets a story be paused and stepped', async () => {
    const calls: string[] = [];
    const state = {
      title: 'Sample wire',
      channelId: 'general',
      at: Date.parse('2025-02-12T05:00:00Z'),
      step: 3,
      steps: 9,
      running: true,
      ended: false,
      pace: 'Time is compressed.',
      happening: 'Japan asks.',
    };
    await open({
      player: {
        state: () => state,
        setRunning: (running) => {
          calls.push(`running ${running}`);
          state.running = running;
        },
        step: async () => {
          calls.push('step');
          state.happening = 'Korea asks.';
        },
        onChange: () => () => undefined,
      },
    });
    const strip = page.getByRole('region', { name: 'Sample wire' });
    await strip.getByText('Time is compressed.').waitFor();
    await strip.getByText('Wed, 12 February 2025').waitFor();

    await strip.getByRole('button', { name: 'Pause' }).click();
    await strip.getByRole('button', { name: 'Play' }).waitFor();
    await strip.getByRole('button', { name: 'Next step' }).click();

    await strip.getByText('Korea asks.').waitFor();
    expect(calls).toEqual(['running false', 'step']);
  });
});
