// `parse-feed`: feed documents in, neutral items out, a JSON line a document. A bad file is an answer, not a fault.
import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { createDocumentReader, noFeed } from '../feeds/parse-feed-document.ts';
import { parseVerbArgs, print } from './verb.ts';

export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseVerbArgs(args, {
    'content-type': { type: 'string' },
    url: { type: 'string' },
  });
  const reader = createDocumentReader();
  try {
    for (const file of positionals.length === 0 ? ['-'] : positionals) {
      const bytes = await bytesOf(file);
      const line =
        bytes === null
          ? noFeed(file, 'The file cannot be read.')
          : await reader.read(bytes, {
              file,
              contentType: values['content-type'] ?? null,
              url: values.url ?? null,
            });
      await print(`${JSON.stringify(line)}\n`);
    }
  } finally {
    await reader.close();
  }
  return 0;
}

async function bytesOf(file: string): Promise<Uint8Array | null> {
  if (file === '-') return buffer(process.stdin);
  return readFile(file).catch(() => null);
}
