// Where the words behind a link of an official source stand. In: a link. Out: the address of its text and how to take it,
// or null for hosts that are not listed. Only these hosts are ever read; the table is text-hosts.csv.
import { DataFileError, readDataRows } from './data-file.ts';

const FILE = 'text-hosts.csv';

export type TextPlace = {
  readonly url: string;
  /** Names of the fields that lead to the HTML in a JSON answer; empty for a page. */
  readonly jsonPath: readonly string[];
};

type HostRule = {
  readonly path: RegExp;
  readonly textUrl: string;
  readonly jsonPath: readonly string[];
};

let table: ReadonlyMap<string, readonly HostRule[]> | undefined;

/** The place of the text behind `link`; null when its host or path is not listed. */
export function textPlaceOf(link: string): TextPlace | null {
  if (!URL.canParse(link)) return null;
  const url = new URL(link);
  if (!/^https?:$/.test(url.protocol) || url.port !== '') return null;
  for (const rule of rules().get(url.hostname) ?? []) {
    const match = rule.path.exec(url.pathname);
    if (match === null) continue;
    // Only the protected spelling is asked for, whatever the feed printed.
    const page = `https://${url.hostname}${url.pathname}${url.search}`;
    return {
      url: rule.textUrl === '' ? page : fill(rule.textUrl, match),
      jsonPath: rule.jsonPath,
    };
  }
  return null;
}

/** True when pages of this host may be read: where a redirect may end. */
export function isTextHost(url: string): boolean {
  return URL.canParse(url) && rules().has(new URL(url).hostname);
}

function fill(template: string, match: RegExpExecArray): string {
  return template.replace(/\$(\^?)(\d)/g, (_, capitals: string, group: string) => {
    const text = match[Number(group)] ?? '';
    return capitals === '' ? text : text.toUpperCase();
  });
}

function rules(): ReadonlyMap<string, readonly HostRule[]> {
  table ??= readRules();
  return table;
}

function readRules(): ReadonlyMap<string, readonly HostRule[]> {
  const hosts = new Map<string, HostRule[]>();
  for (const { line, cells } of readDataRows(FILE, ['host', 'path', 'text_url', 'json', 'notes'])) {
    if (!cells.path.startsWith('^'))
      throw new DataFileError(FILE, line, 'the path must start with ^');
    const rule: HostRule = {
      path: new RegExp(cells.path),
      textUrl: cells.text_url,
      jsonPath: cells.json === '' ? [] : cells.json.split('.'),
    };
    hosts.set(cells.host, [...(hosts.get(cells.host) ?? []), rule]);
  }
  return hosts;
}
