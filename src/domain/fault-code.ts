// What may be said of a fault of the system without quoting it: messages can hold addresses and secrets, codes cannot.

/** The system's code (`ECONNRESET`), else the class of the fault, else `unknown`. */
export function faultCode(fault: unknown): string {
  if (!(fault instanceof Error)) return 'unknown';
  const { code } = fault as Error & { readonly code?: unknown };
  return typeof code === 'string' ? code : fault.name;
}
