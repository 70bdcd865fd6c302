// What may be bound to a statement, and how outside text is made storable. In: any value. Out: a value that both
// engines keep as it is, or an error. Deliberately knows no table and no column.

/** The only types that both engines store without changing them. */
export type BoundValue = string | number | bigint | null;

const NUL = '\u0000';
/** NUL or a surrogate as JSON writes it; a cheap test that may be true for an escaped backslash as well. */
const SUSPECT_ESCAPE = /\\u(?:0000|d[89a-f])/i;

/**
 * Text that SQLite and Postgres return as it was stored: NUL is dropped (Postgres refuses it, SQLite cuts the text
 * there), a lone surrogate becomes U+FFFD (it has no UTF-8 form).
 */
export function storableText(text: string): string {
  const whole = text.includes(NUL) ? text.replaceAll(NUL, '') : text;
  return whole.toWellFormed();
}

/**
 * The one gate to every statement. Booleans become 1 and 0. Dates, objects, `undefined`, NaN and infinities would be
 * stored as NULL without a word by the drivers, so they are refused with a TypeError that names the position.
 */
export function bindValue(value: unknown, position: number): BoundValue {
  if (value === null || typeof value === 'bigint') return value;
  if (typeof value === 'string') return storableText(value);
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new TypeError(`parameter ${position + 1} cannot be stored: ${describe(value)}`);
}

// The kind only: a value may be a secret.
function describe(value: unknown): string {
  return typeof value === 'object'
    ? Object.prototype.toString.call(value).slice(8, -1)
    : typeof value;
}

/** A value as JSON text for a TEXT column, with every string in it made storable. */
export function toJson(value: unknown): string {
  const text = JSON.stringify(value);
  if (!SUSPECT_ESCAPE.test(text)) return text;
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'string' ? storableText(part) : part,
  );
}

/** A JSON column that this program wrote; the type is the one that was given to `toJson`. */
export function fromJson<T>(text: string): T {
  return JSON.parse(text) as T;
}
