import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AN_HOUR, TestOffice } from '#testing';

let office: TestOffice;
beforeAll(async () => {
  office = await TestOffice.open();
});
afterAll(() => office.close());

describe('boots', () => {
  it('does', async () => {
    await office.advance(AN_HOUR);
    expect(1).toBe(1);
  });
});
