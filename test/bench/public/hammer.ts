import { connect } from 'node:net';
import type { Socket } from 'node:net';

/** Somebody who opens a page: what Chromium sends, without compression, so that both sides send the same bytes. */
const requestFor = (path: string): Buffer =>
  Buffer.from(
    [
      `GET ${path} HTTP/1.1`,
      'Host: 127.0.0.1',
      'Connection: keep-alive',
      'Accept: text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8',
      'Accept-Language: zh-CN,zh;q=0.9,en;q=0.8',
      'User-Agent: Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36',
      ...['', ''],
    ].join('\r\n'),
  );

/**
 * Requests per second that a server answers on so many connections, each asking again when it has its answer. Reading
 * is counting bytes, since all answers are of one length: a client that parsed them would cost more than the server,
 * and both servers would seem equally fast.
 */
export async function hammer(
  url: string,
  path: string,
  { connections, ms }: { readonly connections: number; readonly ms: number },
): Promise<number> {
  const { hostname, port } = new URL(url);
  const request = requestFor(path);
  const size = await lengthOfAnswer(hostname, Number(port), request);
  let answered = 0;
  const sockets = await Promise.all(
    Array.from({ length: connections }, () => opened(hostname, Number(port))),
  );
  const started = performance.now();
  for (const socket of sockets) {
    let received = 0;
    socket.on('data', ({ length }) => {
      received += length;
      if (received < size) return;
      received -= size;
      answered += 1;
      socket.write(request);
    });
    socket.write(request);
  }
  await new Promise((resolve) => setTimeout(resolve, ms));
  const rate = answered / ((performance.now() - started) / 1000);
  for (const socket of sockets) socket.destroy();
  return rate;
}

function opened(host: string, port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, noDelay: true }, () => resolve(socket));
    socket.once('error', reject);
  });
}

/** Headers and body of one answer. Throws when it is not 200. */
async function lengthOfAnswer(host: string, port: number, request: Buffer): Promise<number> {
  const socket = await opened(host, port);
  let text = '';
  return new Promise((resolve, reject) => {
    socket.setEncoding('latin1').on('data', (part) => {
      text += String(part);
      const end = text.indexOf('\r\n\r\n');
      if (end < 0) return;
      const body = Number(/\r\ncontent-length: (\d+)/i.exec(text)?.[1]);
      if (text.length < end + 4 + body) return;
      socket.destroy();
      if (text.startsWith('HTTP/1.1 200')) resolve(end + 4 + body);
      else reject(new Error(text.slice(0, 100)));
    });
    socket.once('error', reject);
    socket.write(request);
  });
}
