// `read`: items as JSON lines in, their readings in the same order out.
import { z } from 'zod';
import { UserError } from '../domain/error.ts';
import type { ReadingInput } from '../domain/reading.ts';
import { explainReading } from '../reading/explain-reading.ts';
import { printReading } from '../reading/print-reading.ts';
import { readItem } from '../reading/read-item.ts';
import { parseVerbArgs, print, readJsonLines, UsageError } from './verb.ts';

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

/** Items of the `read` and `stories` contracts. @throws UserError naming the line and the field that is wrong. */
export async function* readItemLines(path: string | undefined): AsyncGenerator<ItemLine> {
  let number = 0;
  for await (const line of readJsonLines(path)) {
    number += 1;
    const parsed = LINE.safeParse(line);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      throw new UserError(
        'input-line-broken',
        `Item ${number}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? 'is wrong'}.`,
        'An item is {id, title, summary, content?, source_name?, source_url?, published, lang?}.',
      );
    }
    const { data } = parsed;
    yield {
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
}

export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseVerbArgs(args, {
    explain: { type: 'boolean', default: false },
  });
  if (positionals.length > 1) throw new UsageError('one file at most');
  for await (const { id, input } of readItemLines(positionals[0])) {
    await print(
      values.explain
        ? `${id}\n${explainReading(input)}\n`
        : `${JSON.stringify(printReading(id, readItem(input)))}\n`,
    );
  }
  return 0;
}
