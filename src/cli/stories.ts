// `stories`: items as JSON lines in, `{id, story}` in the same order out; equal keys are one story.
import { readItem } from '../reading/read-item.ts';
import { type GroupingItem, groupItems } from '../stories/group-items.ts';
import { eachItemLine } from './read.ts';
import { parseVerbArgs, print, UsageError } from './verb.ts';

export async function run(args: readonly string[]): Promise<number> {
  const { positionals } = parseVerbArgs(args, {});
  if (positionals.length > 1) throw new UsageError('one file at most');
  const items: GroupingItem[] = [];
  const code = await eachItemLine(positionals[0], async ({ id, input }) => {
    items.push({ id, input, reading: readItem(input) });
  });
  for (const row of groupItems(items)) await print(`${JSON.stringify(row)}\n`);
  return code;
}
