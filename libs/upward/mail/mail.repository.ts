import { newSecret, secretHash } from '#identity';
import { sql } from '#platform';
import type { Tx } from '#platform';

export type MailState = 'queued' | 'sending' | 'delivered' | 'failed' | 'in-doubt';

export interface Mail {
  readonly reportId: string;
  readonly state: MailState;
  readonly reason: string | null;
}

/** A send that has not come back by then never will: the process that did it is gone. */
const LOST_AFTER_MS = 2 * 60_000;
/** An office above answers on a working day; a long weekend lies between at worst. */
const VALID_MS = 5 * 24 * 3_600_000;

export async function queueMail(tx: Tx, reportId: string, now: number): Promise<void> {
  await sql(
    tx,
    `INSERT INTO upward_mails (report_id, state, updated_at) VALUES ($1, 'queued', $2)
     ON CONFLICT (report_id) DO UPDATE SET state = 'queued', reason = NULL, updated_at = excluded.updated_at
       WHERE upward_mails.state IN ('failed', 'in-doubt')`,
    [reportId, new Date(now)],
  );
}

export const mailsOf = (tx: Tx, reportIds: readonly string[]): Promise<Mail[]> =>
  sql<Mail>(
    tx,
    'SELECT report_id AS "reportId", state, reason FROM upward_mails WHERE report_id = ANY($1)',
    [reportIds],
  );

/** From here on nobody else sends it; if this process dies now, it is in doubt. Null: there is nothing to send. */
export async function claimMail(tx: Tx, reportId: string, now: number): Promise<string | null> {
  const rows = await sql(
    tx,
    `UPDATE upward_mails SET state = 'sending', attempts = attempts + 1, sending_since = $2, updated_at = $2
     WHERE report_id = $1 AND state = 'queued' RETURNING report_id`,
    [reportId, new Date(now)],
  );
  return rows.length === 0 ? null : makeLink(tx, reportId, now);
}

/** A send that was begun and never told what became of it. Answers whether there was one. */
export async function giveUpLost(tx: Tx, reportId: string, now: number): Promise<boolean> {
  const rows = await sql(
    tx,
    `UPDATE upward_mails SET state = 'in-doubt', reason = 'the program stopped while sending', updated_at = $2
     WHERE report_id = $1 AND state = 'sending' AND sending_since <= $3 RETURNING report_id`,
    [reportId, new Date(now), new Date(now - LOST_AFTER_MS)],
  );
  return rows.length > 0;
}

export async function settleMail(
  tx: Tx,
  reportId: string,
  state: MailState,
  reason: string | null,
  now: number,
): Promise<void> {
  await sql(
    tx,
    `UPDATE upward_mails SET state = $2, reason = $3, updated_at = $4 WHERE report_id = $1`,
    [reportId, state, reason, new Date(now)],
  );
}

/** A secret for the next e-mail; those of earlier attempts, which may have gone astray, stop working. */
async function makeLink(tx: Tx, reportId: string, now: number): Promise<string> {
  await sql(tx, 'DELETE FROM upward_links WHERE report_id = $1 AND used_at IS NULL', [reportId]);
  const secret = newSecret();
  await sql(
    tx,
    'INSERT INTO upward_links (secret_hash, report_id, expires_at) VALUES ($1, $2, $3)',
    [secretHash(secret), reportId, new Date(now + VALID_MS)],
  );
  return secret;
}

export interface UpwardLink {
  readonly reportId: string;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
}

const LINK = 'report_id AS "reportId", expires_at AS "expiresAt", used_at AS "usedAt"';

export async function findUpwardLink(tx: Tx, secret: string): Promise<UpwardLink | null> {
  const [row] = await sql<UpwardLink>(
    tx,
    `SELECT ${LINK} FROM upward_links WHERE secret_hash = $1`,
    [secretHash(secret)],
  );
  return row ?? null;
}

/** Uses a link up. Null when it was used before, has expired or does not exist. */
export async function spendUpwardLink(
  tx: Tx,
  secret: string,
  now: number,
): Promise<UpwardLink | null> {
  const [row] = await sql<UpwardLink>(
    tx,
    `UPDATE upward_links SET used_at = $2
     WHERE secret_hash = $1 AND used_at IS NULL AND expires_at > $2 RETURNING ${LINK}`,
    [secretHash(secret), new Date(now)],
  );
  return row ?? null;
}
