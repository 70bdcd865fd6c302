// How long and how large one fetch may become.
import { SECOND_MS } from '../domain/day.ts';

export type FetchLimits = {
  readonly connectMs: number;
  /** From the request to the end of the response headers. */
  readonly headersMs: number;
  /** From the first byte of the first hop to the last byte of the last one. */
  readonly totalMs: number;
  /** After decompression. */
  readonly maxBytes: number;
  readonly maxRedirects: number;
  /** Requests under way in all. */
  readonly maxAtOnce: number;
  /** Of these, bodies that are being read and large already. */
  readonly maxLarge: number;
};

export const FETCH_LIMITS: FetchLimits = {
  connectMs: 5 * SECOND_MS,
  headersMs: 10 * SECOND_MS,
  totalMs: 20 * SECOND_MS,
  maxBytes: 5_000_000,
  maxRedirects: 5,
  maxAtOnce: 128,
  maxLarge: 3,
};
