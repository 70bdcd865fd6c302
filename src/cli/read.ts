// `read`: items as JSON lines in, their readings in the same order out.
import { z } from 'zod';
import type { ReadingInput } from '../domain/reading.ts';
import { explainReading } from '../reading/explain-reading.ts';
import { printReading } from '../reading/print-reading.ts';
import { readItem } from '../reading/read-item.ts';
import {
  type BrokenLine,
  type JsonLine,
  parseVerbArgs,
  print,
  readJsonLines,
  UsageError,
} from './verb.ts';

const TEXT = z.string('is no text').nullish();

const LINE = z.object({
  id: z.union([z.string(), z.number().transform(String)], 'is missing, or no text'),
  title: TEXT,
  summary: TEXT,
  content: TEXT,
  source_name: TEXT,
  source_url: TEXT,
  published: TEXT,
  lang: TEXT,
});

export type ItemLine = { readonly id: string; readonly input: ReadingInput };

/** Broken lines that are named one by one; of a file of another kind every line is broken. */
const NAMED_LINES = 20;

/**
 * Items of the `read` and `stories` contracts, one by one to `take`. A broken line is named on stderr and the others are
 * read all the same. Gives the exit code of the verb: 1 when a line was broken.
 */
export async function eachItemLine(
  path: string | undefined,
  take: (item: ItemLine) => Promise<void>,
): Promise<number> {
  let broken = 0;
  for await (const line of readJsonLines(path)) {
    const item = 'value' in line ? itemIn(line) : line;
    if ('input' in item) {
      await take(item);
      continue;
    }
    broken += 1;
    if (broken <= NAMED_LINES) process.stderr.write(`Line ${item.number}: ${item.problem}.\n`);
  }
  if (broken > NAMED_LINES) process.stderr.write(`and ${broken - NAMED_LINES} more lines\n`);
  if (broken > 0) process.stderr.write(`${ADVICE}\n`);
  return broken === 0 ? 0 : 1;
}

const ADVICE =
  'The other lines were read. An item is a JSON object on one line: {id, title, summary, content?, source_name?, source_url?, published, lang?}.';

function itemIn({ number, value }: JsonLine): ItemLine | BrokenLine {
  const parsed = LINE.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return { number, problem: `${issue?.path.join('.') ?? ''} ${issue?.message ?? 'is wrong'}` };
  }
  const { data } = parsed;
  return {
    id: data.id,
    input: {
      title: data.title ?? '',
      summary: data.summary ?? '',
      content: data.content ?? undefined,
      sourceName: data.source_name ?? undefined,
      sourceUrl: data.source_url ?? undefined,
      published: data.published ?? undefined,
      lang: data.lang ?? undefined,
    },
  };
}

export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseVerbArgs(args, {
    explain: { type: 'boolean', default: false },
  });
  if (positionals.length > 1) throw new UsageError('one file at most');
  return eachItemLine(positionals[0], ({ id, input }) =>
    print(
      values.explain
        ? `${id}\n${explainReading(input)}\n`
        : `${JSON.stringify(printReading(id, readItem(input)))}\n`,
    ),
  );
}
