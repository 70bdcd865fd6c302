// What a slow check that always gives the same answer has found to be right in earlier runs on this machine: a file of keys
// beside the packages, so that a fresh clone checks everything anew. What was found wrong is never remembered.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '../../node_modules/.cache/tariffwatch');

export type DecidedBefore = {
  has(subject: unknown): boolean;
  add(subject: unknown): void;
  /** Keeps it for the next run. */
  save(): void;
};

/** @param judge all that the answer depends on beside the subject: versions and limits */
export function openDecidedBefore(name: string, judge: unknown): DecidedBefore {
  const file = join(FOLDER, `${name}.json`);
  const known = new Set(readKeys(file));
  const keyOf = (subject: unknown): string =>
    createHash('sha256')
      .update(JSON.stringify([judge, subject]))
      .digest('base64url');
  return {
    has: (subject) => known.has(keyOf(subject)),
    add: (subject) => void known.add(keyOf(subject)),
    save() {
      mkdirSync(FOLDER, { recursive: true });
      const draft = `${file}.${process.pid}`;
      writeFileSync(draft, JSON.stringify([...known]));
      renameSync(draft, file);
    },
  };
}

function readKeys(file: string): readonly string[] {
  try {
    const keys: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return Array.isArray(keys) ? keys.map(String) : [];
  } catch {
    // There is none yet, or it was cut off: everything is checked anew.
    return [];
  }
}
