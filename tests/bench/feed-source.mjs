// The other side of the feeds bench, in a process of its own: /same/N never changes (ETag, 304), /next/N has a new item
// with every request. Prints its port.
import { createServer } from 'node:http';

const requests = new Map();

function documentOf(path, newest) {
  const items = Array.from({ length: 20 }, (_, at) => {
    const number = newest + 20 - at;
    return `<item><title>Note ${number} of the ministry on fishing grounds</title><link>https://ministry.example${path}/${number}</link><guid>${path}-${number}</guid><description>What is said in note ${number}.</description></item>`;
  });
  return `<rss version="2.0"><channel><title>Feed</title>${items.join('')}</channel></rss>`;
}

const server = createServer((request, response) => {
  const path = request.url ?? '/';
  const isSame = path.startsWith('/same/');
  if (isSame && request.headers['if-none-match'] === '"one"') {
    response.writeHead(304, { etag: '"one"' }).end();
    return;
  }
  const count = (requests.get(path) ?? 0) + 1;
  requests.set(path, count);
  const body = documentOf(path, isSame ? 0 : count);
  response.writeHead(200, {
    'content-type': 'application/rss+xml',
    'content-length': Buffer.byteLength(body),
    ...(isSame && { etag: '"one"' }),
  });
  response.end(body);
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`));
