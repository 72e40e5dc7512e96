import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Case } from '../support/incidents.js';
import { openScene } from '../support/scene.js';
import type { Scene } from '../support/scene.js';
import { Listener } from '../support/stream.js';
import type { StreamedMessage } from '../support/stream.js';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.close());

const about =
  (id: string, version: number) =>
  ({ event, data }: StreamedMessage): boolean =>
    event === 'incident.changed' && data['id'] === id && data['version'] === version;

const listen = (lastEventId?: string) =>
  Listener.open(scene.program.url, scene.office.officer, lastEventId);

describe('the live stream', () => {
  it('says hello, and then what changes', async () => {
    const page = await listen();
    await page.hear('hello', ({ event }) => event === 'hello');
    const one = await Case.log(scene.office.monitor);
    await page.hear('the new incident', about(one.id, 1));
    await one.give(scene.office.monitor, 'report', { severity: 'IV' });
    await page.hear('the report', about(one.id, 2));
    await page.hear('the step', ({ event }) => event === 'escalation.changed');
    await page.hear('its notification', ({ event }) => event === 'notification');
    await page.close();
  });

  it('tells nobody what was told to somebody else', async () => {
    const reviewer = await Listener.open(scene.program.url, scene.office.reviewer);
    const officer = await listen();
    const one = await Case.log(scene.office.monitor);
    await one.give(scene.office.monitor, 'report', { severity: 'IV' });
    await officer.hear(
      'the notification of the officer',
      ({ event, data }) => event === 'notification' && data['subjectId'] === one.id,
    );
    const noted = await one.give(scene.office.officer, 'note', { text: '收到' });
    await reviewer.hear('what came after it', about(one.id, noted.version));
    expect(reviewer.messages.filter(({ event }) => event === 'notification')).toEqual([]);
    await Promise.all([reviewer.close(), officer.close()]);
  });

  it('goes on after Last-Event-ID: nothing is missing and nothing comes twice', async () => {
    const whole = await listen();
    const first = await listen();
    const one = await Case.log(scene.office.monitor);
    await first.hear('the beginning', about(one.id, 1));
    await first.close();
    // Many at once, and while nobody of this page listens.
    const made = await Promise.all(
      Array.from({ length: 20 }, () => Case.log(scene.office.monitor)),
    );
    const second = await listen(first.lastId);
    const last = await Case.log(scene.office.monitor);
    await second.hear('the end', about(last.id, 1));
    await whole.hear('the end', about(last.id, 1));
    const logged = [one, ...made, last].map(({ id }) => id);
    const heard = [...first.messages, ...second.messages].filter(({ data }) =>
      logged.some((id) => about(id, 1)({ id: '', event: 'incident.changed', data })),
    );
    expect(heard.map(({ data }) => data['id']).sort()).toEqual([...logged].sort());
    const ids = (listener: Listener) =>
      listener.messages.filter(({ event }) => event !== 'hello').map(({ id }) => id);
    expect([...ids(first), ...ids(second)]).toEqual(ids(whole));
    await Promise.all([whole.close(), second.close()]);
  });

  it('begins with what is new when the place is made up', async () => {
    const page = await listen('not-a-place');
    await page.hear('hello', ({ event }) => event === 'hello');
    const one = await Case.log(scene.office.monitor);
    await page.hear('the new incident', about(one.id, 1));
    expect(page.messages[0]?.event).toBe('hello');
    await page.close();
  });
});
