// The page's way to the program: JSON calls and the stream of events.

async function call(method, path, body) {
  const response = await fetch(path, {
    method,
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error ?? `The program answered ${response.status}.`);
  return answer;
}

/** @param {string} path below `/preview/api/` */
export function ask(path) {
  return call('GET', `/preview/api/${path}`);
}

/** @param {string} path below `/preview/api/` */
export function tell(path, body) {
  return call('POST', `/preview/api/${path}`, body);
}

const RECONNECT_MS = 2000;

/**
 * Listens from `cursor` on. `handlers` has one function per event name; `reset` means: read everything anew.
 * The browser reconnects by itself; where it gives up, a new stream is opened.
 */
export function listen(cursor, handlers, onConnection) {
  const source = new EventSource(`/preview/events?seen=${encodeURIComponent(cursor)}`);
  source.onopen = () => onConnection('open');
  source.onerror = () => {
    onConnection('lost');
    if (source.readyState !== EventSource.CLOSED) return;
    setTimeout(() => listen('', handlers, onConnection), RECONNECT_MS);
  };
  for (const [name, handle] of Object.entries(handlers)) {
    source.addEventListener(name, (event) => handle(JSON.parse(event.data)));
  }
}
