// Adapters of small JSON lists: public inspection of the Federal Register, and Canada's news API in its JSON form.
import { z } from 'zod';
import type { FeedDocument } from './feed-document.ts';
import type { ItemDraft } from './item-draft.ts';
import { readDate } from './read-date.ts';

const Text = z.string().nullish().catch(null);

const Filed = z.object({
  document_number: z.string().min(1),
  filed_at: Text,
  title: Text,
  toc_subject: Text,
  toc_doc: Text,
  subject_1: Text,
  subject_2: Text,
  subject_3: Text,
  type: Text,
  filing_type: Text,
  editorial_note: Text,
  publication_date: Text,
  html_url: Text,
  pdf_url: Text,
  agency_names: z.array(Text).nullish().catch(null),
});

const Inspection = z.object({ results: z.array(z.unknown()) });

function filedIn(json: unknown): z.infer<typeof Filed>[] {
  const answer = Inspection.safeParse(json);
  if (!answer.success) return [];
  return answer.data.results.flatMap((raw) => {
    const filed = Filed.safeParse(raw);
    return filed.success && typeof filed.data.filed_at === 'string' ? [filed.data] : [];
  });
}

/** True for an answer of public inspection that holds at least one filed document. */
export function isInspectionList(json: unknown): boolean {
  return filedIn(json).length > 0;
}

/** `2026-3824` and `2026-03824` are one document; the printed one is padded to five digits. */
export function printedNumber(number: string): string {
  return number.replace(
    /^(.*\d{4}-)(\d{1,4})$/,
    (_, year: string, count: string) => `${year}${count.padStart(5, '0')}`,
  );
}

export function inspectionDrafts(document: FeedDocument): readonly ItemDraft[] {
  if (document.format !== 'json') return document.entries.map((entry) => ({ entry, ownKey: null }));
  return filedIn(document.json).map((filed) => {
    const subjects = [
      filed.toc_subject,
      filed.toc_doc,
      filed.subject_1,
      filed.subject_2,
      filed.subject_3,
    ];
    const words = subjects.filter((text) => typeof text === 'string' && text !== '');
    const title = filed.title ?? (words.length === 0 ? null : words.join(': '));
    const number = printedNumber(filed.document_number);
    return {
      entry: {
        guid: filed.document_number,
        title,
        link: filed.html_url ?? filed.pdf_url ?? null,
        published: typeof filed.filed_at === 'string' ? readDate(filed.filed_at) : null,
        updated: null,
        summary: filed.editorial_note ?? null,
        content:
          typeof filed.publication_date === 'string'
            ? `To be published on ${filed.publication_date}.`
            : null,
        authors: (filed.agency_names ?? []).filter((name) => typeof name === 'string'),
        categories: [filed.type, filed.filing_type].filter((kind) => typeof kind === 'string'),
      },
      ownKey: `pi:${number}`,
    };
  });
}

const CanadaEntry = z.object({
  title: Text,
  link: Text,
  teaser: Text,
  publishedDate: Text,
  issuedDate: Text,
  lastModifiedDate: Text,
  department: Text,
  type: Text,
});
const CanadaAnswer = z.object({ feed: z.object({ entry: z.array(z.unknown()) }) });

/** True for Canada's news API with `format=json`. */
export function isCanadaNews(json: unknown): boolean {
  return CanadaAnswer.safeParse(json).success;
}

export function canadaDrafts(document: FeedDocument): readonly ItemDraft[] {
  if (document.format !== 'json') return document.entries.map((entry) => ({ entry, ownKey: null }));
  return CanadaAnswer.parse(document.json).feed.entry.flatMap((raw) => {
    const entry = CanadaEntry.safeParse(raw);
    if (!entry.success) return [];
    const { title, link, teaser, publishedDate, issuedDate, lastModifiedDate, department, type } =
      entry.data;
    const published = publishedDate ?? issuedDate ?? null;
    return [
      {
        entry: {
          guid: link ?? null,
          title: title ?? null,
          link: link ?? null,
          published: published === null ? null : readDate(published),
          updated: typeof lastModifiedDate === 'string' ? readDate(lastModifiedDate) : null,
          summary: teaser ?? null,
          content: null,
          authors: typeof department === 'string' ? [department] : [],
          categories: typeof type === 'string' ? [type] : [],
        },
        ownKey: null,
      },
    ];
  });
}
