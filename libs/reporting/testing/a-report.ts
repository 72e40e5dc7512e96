import { newId } from '#platform';
import type { TestOffice, TestUser } from '#testing';

/** A quarterly report as it is kept, drafted by somebody. Answers its id. */
export async function aReport(
  office: TestOffice,
  { id: draftedBy }: TestUser,
  state: 'draft' | 'issued' | 'discarded' = 'draft',
): Promise<string> {
  const id = newId();
  const now = new Date(office.clock.now());
  const content = { sections: [{ key: 'situation' }, { key: 'topics' }] };
  await office.select(
    `INSERT INTO reports (id, type, about, period_from, period_to, language, title, period_name, as_of, edition, state,
       version, content, drafted_at, drafted_by, issued_at, updated_at)
     VALUES ($1::uuid, 'quarterly', $1::uuid::text, '2025-10-01T00:00:00+08:00', '2026-01-01T00:00:00+08:00', 'zh',
       '2025年第四季度分析报告', '2025Q4', $2, 1, $3, 1, $4, $2, $5, $6, $2)`,
    [id, now, state, JSON.stringify(content), draftedBy, state === 'issued' ? now : null],
  );
  return id;
}
