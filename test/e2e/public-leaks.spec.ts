import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ConfigCopy } from '../support/config.js';
import { Owner } from '../support/database.js';
import { Case } from '../support/incidents.js';
import { aClarification, store } from '../support/public-page.js';
import type { StoredClarification } from '../support/public-page.js';
import { openScene } from '../support/scene.js';
import type { Scene } from '../support/scene.js';

/**
 * Every byte that the public gets is either the value of a field on the list below, or the same for whatever is
 * published. The test publishes two clarifications that have nothing in common, takes out of each answer the values
 * that are allowed, and compares what is left, byte by byte: it must be the same template.
 */
const SECRET = 'VERTRAULICH';

let scene: Scene;
let owner: Owner;

beforeAll(async () => {
  scene = await openScene(new ConfigCopy());
  owner = await Owner.of(scene.databaseUrl);
});

afterAll(async () => {
  await owner.close();
  await scene.close();
});

/** An incident with a marked secret in every place that takes words, and ids that are nobody's business. */
async function aSecretIncident(mark: string): Promise<string> {
  const { officer, analyst, monitor } = scene.office;
  const secret = `${SECRET}${mark}`;
  const one = await Case.log(monitor, {
    title: `${secret}题`,
    claim: `${secret}说`,
    place: `${secret}地`,
  });
  await one.give(officer, 'report', { severity: 'IV' });
  await one.give(analyst, 'note', { text: `${secret}记` });
  return one.id;
}

interface Marked {
  readonly stored: StoredClarification;
  /** What must not come out: ids and numbers besides the marked words. */
  readonly secrets: readonly string[];
}

/** All public values differ from mark to mark; one of each kind of thing, so that both make the same template. */
async function publish(mark: string, day: number): Promise<Marked> {
  const [incidentId, releaseId] = [await aSecretIncident(mark), randomUUID()];
  const at = (hour: number): string => new Date(Date.UTC(2026, 2, day, hour)).toISOString();
  const stored = aClarification({
    ...{
      title: `题目${mark}`,
      claim: `说法${mark}`,
      answer: `回应${mark}`,
      issuedBy: `单位${mark}`,
    },
    evidence: [
      {
        text: `依据${mark}`,
        url: `https://evidence-${mark}.example/`,
        file: { name: `文件${mark}.pdf`, sha256: mark.repeat(64).slice(0, 64) },
      },
    ],
    links: [{ channel: `阵地${mark}`, url: `https://channel-${mark}.example/` }],
    corrections: [{ at: at(3), reason: `更正因${mark}`, answerBefore: `原文${mark}` }],
    ...{ publishedAt: at(1), updatedAt: at(3), incidentId, releaseId },
    matchedCount: 987_000 + day,
  });
  await store(owner, stored);
  return { stored, secrets: [incidentId, releaseId, String(stored.matchedCount), SECRET] };
}

/** The allow-list. Everything that may be told of a clarification, in each form in which it is told. */
function allowed({ id, ...one }: StoredClarification): ReadonlyMap<string, readonly string[]> {
  const [item] = one.evidence;
  const [link] = one.links;
  const [correction] = one.corrections;
  return new Map([
    ['id', [id]],
    ['title', [one.title]],
    ['claim', [one.claim]],
    ['answer', [one.answer]],
    ['issuedBy', [one.issuedBy]],
    ['evidence.text', [item?.text ?? '']],
    ['evidence.url', [item?.url ?? '']],
    ['evidence.file.name', [item?.file?.name ?? '']],
    ['evidence.file.sha256', [item?.file?.sha256 ?? '']],
    ['links.channel', [link?.channel ?? '']],
    ['links.url', [link?.url ?? '']],
    ['corrections.at', datesOf(correction?.at ?? '')],
    ['corrections.reason', [correction?.reason ?? '']],
    ['corrections.answerBefore', [correction?.answerBefore ?? '']],
    ['publishedAt', datesOf(one.publishedAt)],
    ['updatedAt', datesOf(one.updatedAt)],
  ]);
}

/** As programs, people, feeds and HTTP write a moment. */
function datesOf(iso: string): string[] {
  if (iso === '') return [];
  const local = new Date(Date.parse(iso) + 8 * 3_600_000);
  const [year, month, day] = [local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate()];
  const clock = local.toISOString().slice(11, 16);
  const english = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(local);
  return [
    ...[iso, new Date(iso).toUTCString()],
    `${String(year)}年${String(month + 1)}月${String(day)}日 ${clock}`,
    `${String(day)} ${english} ${String(year)}, ${clock}`,
  ];
}

/** Longest first, so that no value is cut out of another. */
function withoutAllowed(text: string, one: StoredClarification): string {
  const values = [...allowed(one)].flatMap(([field, forms]) =>
    forms.filter((form) => form !== '').map((form) => [field, form] as const),
  );
  return values
    .sort(([, a], [, b]) => b.length - a.length)
    .reduce((rest, [field, form]) => rest.replaceAll(form, `«${field}»`), text);
}

const ASKED = (id: string) =>
  ['', '/api/v1'].flatMap((prefix) =>
    [`${prefix}/public/clarifications`, `${prefix}/public/clarifications/${id}`].flatMap((path) => [
      ...[
        { path, headers: {} },
        { path: `${path}?lang=en`, headers: {} },
      ],
      { path, headers: { accept: 'application/json' } },
    ]),
  );

/** These differ with the bytes of the body, or from one request to the next. */
const OF_THE_BYTES = new Set(['etag', 'content-length', 'x-request-id', 'date']);

async function everythingPublic(one: StoredClarification): Promise<string[]> {
  const feeds = ['', '?lang=en'].map((query) => ({
    ...{ path: `/public/clarifications.rss${query}`, headers: {} },
  }));
  const answers: string[] = [];
  for (const { path, headers } of [...ASKED(one.id), ...feeds]) {
    // The first goes through the application, the second comes from what is kept.
    for (let time = 0; time < 2; time += 1) {
      const answer = await fetch(scene.program.url + path, { headers });
      expect(answer.status).toBe(200);
      const told = [...answer.headers].filter(([name]) => !OF_THE_BYTES.has(name)).sort();
      answers.push(
        `${path}\n${told.map((pair) => pair.join(': ')).join('\n')}\n\n${await answer.text()}`,
      );
    }
  }
  return answers;
}

describe('what the public gets', () => {
  it('is the allowed fields and the template, to the last byte, and no secret', async () => {
    const first = await publish('3a', 3);
    const shown = await everythingPublic(first.stored);
    await store(owner, { ...first.stored, isPublic: false });
    const second = await publish('7c', 17);
    const others = await everythingPublic(second.stored);

    expect(shown).toHaveLength(others.length);
    for (const [index, text] of shown.entries()) {
      const other = others[index] ?? '';
      for (const secret of first.secrets) expect(text).not.toContain(secret);
      for (const secret of [...second.secrets, ...first.secrets])
        expect(other).not.toContain(secret);
      expect(withoutAllowed(text, first.stored)).toBe(withoutAllowed(other, second.stored));
      // Nothing of the one that was taken down is left.
      expect(withoutAllowed(other, first.stored)).toBe(other);
    }
  });

  it('would be caught if it were more', () => {
    const one = aClarification({ incidentId: randomUUID() });
    const page = `${one.title} ${String(one.incidentId)}`;
    expect(withoutAllowed(page, one)).toContain(one.incidentId);
  });
});
