// Reads a response body to its end: one layer of gzip, brotli or deflate, counted after decompression, so that neither
// a huge body nor a bomb takes more memory than the cap.
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  gunzipSync,
} from 'node:zlib';
import type { Gate } from './gate.ts';

export type BodyResult =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly code: string; readonly reason: string };

function tooLarge(maxBytes: number): BodyResult {
  const megabytes = Number((maxBytes / 1_000_000).toFixed(1));
  return { ok: false, code: 'too-large', reason: `The answer is larger than ${megabytes} MB.` };
}

/** Servers send both zlib and bare deflate under the name "deflate" (RFC 9110 section 8.4.1.2): the first byte tells. */
async function* inflateEither(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const iterator = source[Symbol.asyncIterator]();
  const first = await iterator.next();
  if (first.done === true) return;
  const isZlib = ((first.value[0] ?? 0) & 0x0f) === 8;
  const inflater = isZlib ? createInflate() : createInflateRaw();
  const feeding = pipeline(async function* () {
    yield first.value;
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) {
      yield next.value;
    }
  }, inflater);
  // A failure also ends the loop below with the same error; here it only must not go unhandled.
  feeding.catch(() => undefined);
  yield* inflater;
  await feeding;
}

export type BodyLimits = {
  /** Cap on the decoded size. */
  readonly maxBytes: number;
  /** Bodies beyond `SMALL_BYTES` pass here: many may be open, few may be large. */
  readonly large: Gate;
  readonly signal: AbortSignal;
};

/** What every open body may hold: most feeds are smaller. */
const SMALL_BYTES = 64 * 1024;

/** Collects what comes out of the last stage, up to the cap. */
function collector({ maxBytes, large, signal }: BodyLimits): {
  readonly sink: (source: AsyncIterable<Buffer>) => Promise<void>;
  readonly bytes: () => Buffer;
  readonly isOverflowing: () => boolean;
} {
  const chunks: Buffer[] = [];
  let size = 0;
  return {
    sink: async (source) => {
      let leave: (() => void) | null = null;
      try {
        for await (const chunk of source) {
          size += chunk.length;
          if (size > maxBytes) throw new RangeError('too large');
          chunks.push(chunk);
          // While it waits the connection fills up and the server has to wait too.
          if (size > SMALL_BYTES) leave ??= await large.enter(signal);
        }
      } finally {
        if (size > maxBytes) chunks.length = 0;
        leave?.();
      }
    },
    bytes: () => Buffer.concat(chunks, size),
    isOverflowing: () => size > maxBytes,
  };
}

/** Some servers send gzip without saying so; feeds are text, so the two magic bytes cannot be anything else. */
export function unwrapSilentGzip(bytes: Uint8Array, maxBytes: number): BodyResult {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return { ok: true, bytes };
  try {
    return { ok: true, bytes: gunzipSync(bytes, { maxOutputLength: maxBytes }) };
  } catch (error) {
    if (error instanceof RangeError) return tooLarge(maxBytes);
    return { ok: false, code: 'bad-encoding', reason: 'The answer is broken gzip.' };
  }
}

/**
 * The decoded bytes of a body.
 *
 * @param encoding the Content-Encoding header, or null
 * @returns the bytes, or why they cannot be had; rejects only with the abort reason or a connection error of the source
 */
export async function readBody(
  body: Readable,
  encoding: string | null,
  limits: BodyLimits,
): Promise<BodyResult> {
  const { maxBytes } = limits;
  const layer = (encoding ?? '').trim().toLowerCase();
  const collected = collector(limits);
  // A body that is torn off reports it once more after the pipeline has ended.
  body.on('error', () => undefined);
  try {
    if (layer === 'gzip' || layer === 'x-gzip') {
      await pipeline(body, createGunzip(), collected.sink);
    } else if (layer === 'br') await pipeline(body, createBrotliDecompress(), collected.sink);
    else if (layer === 'deflate') await pipeline(body, inflateEither, collected.sink);
    else if (layer === '' || layer === 'identity') {
      await pipeline(body, collected.sink);
      return unwrapSilentGzip(collected.bytes(), maxBytes);
    } else {
      body.destroy();
      const reason = `The answer is packed as "${layer.slice(0, 40)}", which is not understood.`;
      return { ok: false, code: 'bad-encoding', reason };
    }
  } catch (error) {
    // Whatever error the torn pipeline ends with, this is its cause.
    if (collected.isOverflowing()) return tooLarge(maxBytes);
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code.startsWith('Z_') || code.startsWith('ERR__ERROR') || code.includes('BROTLI')) {
      return {
        ok: false,
        code: 'bad-encoding',
        reason: 'The answer is not the packed data that it claims to be, or was cut off.',
      };
    }
    throw error;
  }
  return { ok: true, bytes: collected.bytes() };
}
