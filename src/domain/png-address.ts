// A picture as an address of its own (RFC 2397), for places that take an address and reach nothing of ours.

/** `data:image/png;base64,...` of the bytes of a PNG. */
export function pngAddress(png: Uint8Array): string {
  return `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
}
