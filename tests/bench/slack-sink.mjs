// A Slack that takes every message after a while and keeps none: the far end of the fan-out bench, in a process of its own.
// Argument: milliseconds before each answer. Prints its port.
import { createServer } from 'node:http';

const delayMs = Number(process.argv[2]);
const ANSWER = JSON.stringify({ ok: true, ts: '1700000000.000100' });

function answer(response) {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
  response.end(ANSWER);
}

const server = createServer((request, response) => {
  request.resume();
  request.on('end', () => {
    if (delayMs === 0) answer(response);
    else setTimeout(answer, delayMs, response);
  });
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
