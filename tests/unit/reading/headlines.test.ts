import { describe, expect, it } from 'vitest';
import {
  type Cast,
  type Frame,
  faultsOf,
  fill,
  headlinesByLanguage,
  toldAsLaw,
} from './headline-frames.ts';

const named = (frames: readonly Frame[]) => frames.map((frame) => [frame.text, frame] as const);
const faults = (frame: Frame, casts: readonly Cast[]) =>
  casts.flatMap((cast) => faultsOf(frame, cast));

describe.each([...headlinesByLanguage()])(
  'headlines of one frame: %s',
  (_lang, { casts, frames }) => {
    it('has every name of a frame', () => {
      for (const { text } of frames)
        for (const cast of casts) expect(fill(text, cast)).not.toMatch(/\?\S+\?/);
    });

    it('tells no threat, plan, request or refusal as if it were in force', () => {
      expect(frames.flatMap((frame) => casts.flatMap((cast) => toldAsLaw(frame, cast)))).toEqual(
        [],
      );
    });

    it.each(named(frames.filter(({ isMiss }) => !isMiss)))('%s', (_text, frame) => {
      expect(faults(frame, casts)).toEqual([]);
    });

    const misses = frames.filter(({ isMiss }) => isMiss);
    it.skipIf(misses.length === 0)('misreads what is marked so', () => {
      for (const frame of misses) expect(faults(frame, casts), frame.text).not.toEqual([]);
    });
  },
);
