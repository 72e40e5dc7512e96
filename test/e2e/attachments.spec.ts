import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Case } from '../support/incidents.js';
import type { IncidentPage } from '../support/incidents.js';
import type { Person, Problem } from '../support/people.js';
import { openScene } from '../support/scene.js';
import type { Scene } from '../support/scene.js';

const MIB = 1024 * 1024;

let scene: Scene;
let one: Case;
beforeAll(async () => {
  scene = await openScene();
  one = await Case.log(scene.office.monitor);
});
afterAll(() => scene.close());

/** A picture of one grey dot, made by hand: signature, header, data, end (PNG specification §5). */
const png = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  ...[
    ['IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])] as const,
    ['IDAT', deflateSync(Buffer.from([0, 128]))] as const,
    ['IEND', Buffer.alloc(0)] as const,
  ].flatMap(([type, data]) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return [length, Buffer.from(type), data, Buffer.alloc(4)];
  }),
]);

async function upload(by: Person, content: Uint8Array, name: string, field = 'file') {
  const form = new FormData();
  form.set(field, new Blob([new Uint8Array(content)]), name);
  const response = await fetch(`${scene.program.url}/api/v1/incidents/${one.id}/attachments`, {
    method: 'POST',
    headers: { cookie: by.client.cookie ?? '' },
    body: form,
  });
  return { status: response.status, body: (await response.json()) as IncidentPage & Problem };
}

const stored = (): string[] =>
  readdirSync(join(scene.dataDir, 'attachments'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);

describe('a file', () => {
  it('is kept under its hash, told on the timeline, and given back as it was', async () => {
    const { officer } = scene.office;
    const { status, body } = await upload(officer, png, '现场照片.png');
    expect(status).toBe(201);
    const sha256 = createHash('sha256').update(png).digest('hex');
    const [file] = body.attachments;
    expect(file).toMatchObject({ name: '现场照片.png', mediaType: 'image/png', sha256 });
    expect(stored()).toEqual([sha256]);
    expect((await one.history(officer)).at(-1)).toBe('attached');
    const answer = await fetch(`${scene.program.url}/api/v1/attachments/${file?.id}`, {
      headers: { cookie: officer.client.cookie ?? '' },
    });
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''/);
    expect(answer.headers.get('content-security-policy')).toContain('sandbox');
    expect(Buffer.from(await answer.arrayBuffer()).equals(png)).toBe(true);
  });

  it('that is there already is stored once', async () => {
    const before = stored();
    const { status, body } = await upload(scene.office.monitor, png, '同一张.png');
    expect(status).toBe(201);
    expect(body.attachments).toHaveLength(1);
    expect(stored()).toEqual(before);
  });

  it.each([
    ['a page that pretends to be a picture', '<script>alert(1)</script>', 'photo.png'],
    ['a page', '<!doctype html><script>alert(1)</script>', 'page.html'],
    ['a program', '\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0', 'run.txt'],
    ['a drawing that can run scripts', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'a.svg'],
    ['nothing', '', 'empty.txt'],
    ['broken text', '\xff\xfe\xfa', 'broken.txt'],
  ])('of %s is refused with a reason', async (_, content, name) => {
    const before = stored();
    const { status, body } = await upload(
      scene.office.officer,
      Buffer.from(content, 'latin1'),
      name,
    );
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'validation.failed', errors: [{ path: 'file' }] });
    expect(stored()).toEqual(before);
  });

  it('larger than 20 MiB is refused, and leaves nothing behind', async () => {
    const before = stored();
    const { status, body } = await upload(
      scene.office.officer,
      Buffer.alloc(20 * MIB + 1, 'a'),
      'large.txt',
    );
    expect(status).toBe(413);
    expect(body).toMatchObject({ status: 413 });
    expect(stored()).toEqual(before);
  });

  it('of exactly 20 MiB is kept', async () => {
    const { status } = await upload(scene.office.officer, Buffer.alloc(20 * MIB, 'a'), 'a.txt');
    expect(status).toBe(201);
  });

  it.each([
    ['../../etc/passwd.txt', 'passwd.txt'],
    ['..\\..\\boot.txt', 'boot.txt'],
    ['张三13800138000.txt', '张三[电话].txt'],
    ['来信 zhangsan@mail.example.txt', '来信 [邮箱].txt'],
    ['a"b;c=d.txt', 'a"b;c=d.txt'],
    ['𠮷野家 😀.txt', '𠮷野家 😀.txt'],
  ])('named %s is kept as %s', async (name, kept) => {
    const { status, body } = await upload(scene.office.officer, Buffer.from(name), name);
    expect([status, body.attachments.map((file) => file.name)]).toEqual([
      201,
      expect.arrayContaining([kept]),
    ]);
  });

  it('with a name that is too long is refused', async () => {
    const name = `${'长'.repeat(200)}.txt`;
    const { status, body } = await upload(scene.office.officer, Buffer.from('x'), name);
    expect(status).toBe(400);
    expect(body.errors?.[0]?.path).toBe('file');
  });

  it('sent under another field, or with others, is refused', async () => {
    expect((await upload(scene.office.officer, png, 'a.png', 'photo')).status).toBe(400);
  });

  it('cannot be added by somebody who takes no part in incidents', async () => {
    expect((await upload(scene.office.admin, png, 'a.png')).status).toBe(403);
  });

  it('that nobody knows is a 404', async () => {
    const path = '/attachments/019a0000-0000-7000-8000-000000000000';
    expect(await scene.office.officer.refused('GET', path)).toMatchObject({ status: 404 });
  });
});
