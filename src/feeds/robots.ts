// May a page be read? In: a URL, and a way to fetch. Out: yes, no, or not known now. The rules of RFC 9309; feeds are
// not asked for, since publishing a feed is the permission to read it.
import { DAY_MS, HOUR_MS, type Instant } from '../domain/day.ts';
import type { FeedFetcher } from '../ports/world.ts';
import { createShareRunning } from './share-running.ts';

export type RobotsAnswer = 'yes' | 'no' | 'unknown';

export type Robots = { mayRead(url: string): Promise<RobotsAnswer> };

type Rule = { readonly allows: boolean; readonly path: string };

/** The word by which a publisher would name us. */
const OUR_NAME = 'tariffwatch';
const MAX_HOSTS = 200;
/** RFC 9309 section 2.5: at least 500 KiB are to be read. */
const MAX_LENGTH = 512_000;
const NO_VALIDATORS = { etag: null, lastModified: null };

/** Asks each host once a day, and again after an hour when it did not answer. */
export function createRobots(fetcher: FeedFetcher, now: () => Instant): Robots {
  const known = new Map<
    string,
    { readonly rules: readonly Rule[] | null; readonly until: Instant }
  >();

  const shared = createShareRunning<readonly Rule[] | null>();

  async function rulesOf(origin: string): Promise<readonly Rule[] | null> {
    const kept = known.get(origin);
    if (kept !== undefined && kept.until > now()) return kept.rules;
    return shared(origin, () => askFor(origin));
  }

  async function askFor(origin: string): Promise<readonly Rule[] | null> {
    const answer = await fetcher.fetch(`${origin}/robots.txt`, NO_VALIDATORS);
    let rules: readonly Rule[] | null = null;
    if (answer.kind === 'ok') {
      rules = parseRobots(new TextDecoder().decode(answer.bytes.subarray(0, MAX_LENGTH)));
    } else if (answer.kind === 'failed' && (answer.gone || /^http-4(?!29)/.test(answer.code))) {
      // Section 2.3.1.3: a host without the file allows everything.
      rules = [];
    }
    if (known.size >= MAX_HOSTS) known.clear();
    known.set(origin, { rules, until: now() + (rules === null ? HOUR_MS : DAY_MS) });
    return rules;
  }

  return {
    async mayRead(url) {
      const { origin, pathname, search } = new URL(url);
      const rules = await rulesOf(origin);
      if (rules === null) return 'unknown';
      return isAllowed(rules, pathname + search) ? 'yes' : 'no';
    },
  };
}

/** The rules for us: those of our name where there are some, else those of everybody (`*`). */
export function parseRobots(text: string): readonly Rule[] {
  const groups = new Map<string, Rule[]>();
  let agents: string[] = [];
  let isNaming = false;
  for (const line of text.split(/\r?\n|\r/)) {
    const [rule = ''] = line.split('#', 1);
    const colon = rule.indexOf(':');
    const name = rule.slice(0, Math.max(0, colon)).trim().toLowerCase();
    const value = rule.slice(colon + 1).trim();
    if (name === 'user-agent') {
      agents = isNaming ? [...agents, value.toLowerCase()] : [value.toLowerCase()];
      for (const agent of agents) if (!groups.has(agent)) groups.set(agent, []);
      isNaming = true;
    } else if (name === 'allow' || name === 'disallow') {
      isNaming = false;
      if (value === '') continue;
      for (const agent of agents)
        groups.get(agent)?.push({ allows: name === 'allow', path: value });
    }
  }
  return groups.get(OUR_NAME) ?? groups.get('*') ?? [];
}

/** The longest rule that fits decides; of two equal ones the one that allows (section 2.2.2). */
export function isAllowed(rules: readonly Rule[], path: string): boolean {
  let best: Rule | null = null;
  for (const rule of rules) {
    if (!fits(rule.path, path)) continue;
    const isLonger = best === null || rule.path.length > best.path.length;
    if (isLonger || (rule.path.length === best?.path.length && rule.allows)) best = rule;
  }
  return best?.allows ?? true;
}

// `*` stands for anything, `$` at the end for the end. By hand: a pattern of a stranger must not become ours.
function fits(pattern: string, path: string): boolean {
  const isWhole = pattern.endsWith('$');
  const [start = '', ...parts] = (isWhole ? pattern.slice(0, -1) : pattern).split('*');
  if (!path.startsWith(start)) return false;
  let at = start.length;
  for (const [index, part] of parts.entries()) {
    const isLast = index === parts.length - 1;
    const found = isLast && isWhole ? path.length - part.length : path.indexOf(part, at);
    if (found < at || !path.startsWith(part, found)) return false;
    at = found + part.length;
  }
  return !isWhole || at === path.length;
}
