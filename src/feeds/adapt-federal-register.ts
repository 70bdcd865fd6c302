// Federal Register documents (API v1) to drafts; the same for its RSS, which names the document in the address.
// Without hits the answer has no `results` at all; which fields a result has depends on the `fields[]` that were asked.
import { z } from 'zod';
import type { DateReading, FeedDocument, FeedEntry } from './feed-document.ts';
import type { ItemDraft } from './item-draft.ts';
import { readDate } from './read-date.ts';

const Text = z.string().nullish().catch(null);
const Agency = z.object({ name: Text, raw_name: Text });

const Result = z.object({
  document_number: z.string().min(1),
  title: Text,
  type: Text,
  subtype: Text,
  abstract: Text,
  action: Text,
  dates: Text,
  excerpts: Text,
  publication_date: Text,
  signing_date: Text,
  effective_on: Text,
  html_url: Text,
  pdf_url: Text,
  citation: Text,
  agencies: z.array(Agency).nullish().catch(null),
  agency_names: z.array(Text).nullish().catch(null),
});

const Answer = z.object({
  count: z.number(),
  results: z.array(z.unknown()).nullish(),
  description: Text,
});

/** True for an answer of the documents API, an empty one included. */
export function isFederalRegister(json: unknown): boolean {
  const answer = Answer.safeParse(json);
  if (!answer.success) return false;
  const { results } = answer.data;
  if (results === null || results === undefined) return answer.data.description !== undefined;
  const parsed = results.map((result) => Result.safeParse(result));
  return !isInspection(results) && (parsed.length === 0 || parsed.some(({ success }) => success));
}

/** Filed, not printed: the answer of public inspection has filing times. */
function isInspection(results: readonly unknown[]): boolean {
  return results.some(
    (result) => typeof result === 'object' && result !== null && 'filed_at' in result,
  );
}

/** The calendar day as printed: midnight in Washington is not midnight in UTC, so no time is claimed. */
function dayReading(text: string | null | undefined): DateReading | null {
  return typeof text === 'string' ? readDate(text) : null;
}

function sentences(
  parts: readonly (readonly [string, string | null | undefined])[],
): string | null {
  const lines = parts.flatMap(([label, text]) =>
    typeof text === 'string' && text.trim() !== '' ? [`${label}${text.trim()}`] : [],
  );
  return lines.length === 0 ? null : lines.join('\n');
}

function toEntry(result: z.infer<typeof Result>): FeedEntry {
  const agencies = [
    ...(result.agencies ?? []).map(({ name, raw_name: rawName }) => name ?? rawName),
    ...(result.agency_names ?? []),
  ].filter((name) => typeof name === 'string');
  const kinds = [result.type, result.subtype].filter((kind) => typeof kind === 'string');
  return {
    guid: result.document_number,
    // The service writes letters that it cannot print in square brackets: T[uuml]rkiye.
    title: result.title?.replace(/\[([a-z]{2,8})\]/gi, '&$1;') ?? null,
    link:
      result.html_url ??
      `https://www.federalregister.gov/d/${encodeURIComponent(result.document_number)}`,
    published: dayReading(result.publication_date),
    updated: null,
    summary: result.abstract ?? result.excerpts ?? null,
    content: sentences([
      ['', result.action],
      ['Dates: ', result.dates],
      ['Effective on ', result.effective_on],
      ['Signed on ', result.signing_date],
      ['', result.citation],
    ]),
    authors: [...new Set(agencies)],
    categories: kinds,
  };
}

/** Numbers were used again before 2016; since then the number alone is enough (FEEDS: pair it with the day). */
function keyOf(number: string, day: string | null | undefined): string {
  const year = Number(day?.slice(0, 4) ?? '9999');
  return year < 2016 ? `fr:${number}@${day}` : `fr:${number}`;
}

/** `/documents/2026/02/23/2026-03824/slug`: the slug follows the title and changes with it, the number stays. */
function fromSyndication(entry: FeedEntry): ItemDraft {
  const address = entry.link ?? entry.guid ?? '';
  const match =
    /\/documents\/(\d{4})\/(\d{2})\/(\d{2})\/([A-Z]?\d?-?[\w-]*?\d{4}-\d+)(?:\/|$)/.exec(address);
  if (match === null) return { entry, ownKey: null };
  const day = `${match[1]}-${match[2]}-${match[3]}`;
  // The feed prints midnight in Washington as GMT: the day in the address is the day of publication.
  return { entry: { ...entry, published: readDate(day) }, ownKey: keyOf(match[4] ?? '', day) };
}

export function federalRegisterDrafts(document: FeedDocument): readonly ItemDraft[] {
  if (document.format !== 'json') return document.entries.map(fromSyndication);
  const results = Answer.parse(document.json).results ?? [];
  return results.flatMap((raw) => {
    const result = Result.safeParse(raw);
    if (!result.success) return [];
    const { document_number: number, publication_date: day } = result.data;
    return [{ entry: toEntry(result.data), ownKey: keyOf(number, day) }];
  });
}
