// A headless Chromium for the pages of this program, and a record of what a page did that it should not. Where there is no
// Chromium, tests that need it skip and say so.
import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';

const CHROMIUM = '/usr/bin/chromium';

export const HAS_CHROMIUM = existsSync(CHROMIUM);
if (!HAS_CHROMIUM) console.log(`browser tests are skipped: there is no ${CHROMIUM}`);

export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** What went wrong in a page, in words; empty when nothing did. */
export type PageFaults = readonly string[];

/**
 * Opens `url` and records console errors, uncaught errors, and every request that is not to this machine (which is
 * aborted). `faults` goes on growing while the page lives.
 */
export async function openPage(
  browser: Browser,
  url: string,
  options: { readonly width?: number; readonly height?: number; readonly dark?: boolean } = {},
): Promise<{ readonly page: Page; readonly faults: PageFaults }> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1440, height: options.height ?? 900 },
    colorScheme: options.dark === true ? 'dark' : 'light',
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (line) => {
    if (line.type() === 'error' || line.type() === 'warning')
      faults.push(`console: ${line.text()}`);
  });
  page.on('pageerror', (fault) => faults.push(`uncaught: ${fault.message}`));
  await page.route('**/*', (route) => {
    const { hostname, protocol } = new URL(route.request().url());
    if (protocol === 'data:' || hostname === '127.0.0.1') return route.continue();
    faults.push(`request leaves this machine: ${route.request().url()}`);
    return route.abort();
  });
  await page.goto(url);
  return { page, faults };
}
