import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * The floor, in a process of its own: Node's HTTP server that knows nothing but one answer. It is given the answer of
 * the product, by its address, and sends the same headers and bytes to everybody.
 */
const [address = ''] = process.argv.slice(2);
const answer = await fetch(address, {
  headers: { 'accept-encoding': 'identity', 'accept-language': 'zh-CN' },
});
const bytes = Buffer.from(await answer.arrayBuffer());
const headers = Object.fromEntries(
  [...answer.headers].filter(([name]) => !['connection', 'date', 'keep-alive'].includes(name)),
);
const server = createServer((_request, response) => {
  response.writeHead(200, headers);
  response.end(bytes);
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`ready http://127.0.0.1:${String(port)}\n`);
});
