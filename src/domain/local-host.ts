// The names by which a machine calls itself.

const LOCAL_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * True for a Host header, with or without a port, that names the machine itself. A page in a browser that reached it by DNS
 * rebinding, and a tunnel that passes requests on, bring a name of their own.
 */
export function namesThisMachine(host: string): boolean {
  return LOCAL_NAMES.has(host.replace(/:\d+$/, '').toLowerCase());
}
