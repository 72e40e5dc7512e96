import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Upward1700000000016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Reports to the level above: their words, and what lists read. The rules read subjects.facts.
      CREATE TABLE upward_reports (
        id uuid PRIMARY KEY,
        incident_id uuid NOT NULL REFERENCES incidents (id),
        type text NOT NULL CHECK (type IN ('initial', 'follow-up', 'final')),
        -- Of follow-ups: 1, 2, …
        number integer,
        state text NOT NULL,
        version integer NOT NULL,
        -- Who reports, and to whom: a unit above that has people here, or a body that is written to by e-mail.
        sender_name text NOT NULL,
        receiver_unit_id uuid REFERENCES units (id),
        receiver_code text,
        receiver_name text,
        title text NOT NULL,
        -- Field by field, or as one text.
        fields jsonb,
        body text,
        CHECK ((fields IS NULL) <> (body IS NULL)),
        CHECK (receiver_unit_id IS NULL OR receiver_code IS NULL),
        CHECK (sent_at IS NULL OR receiver_name IS NOT NULL),
        -- What was sent, to the letter, and its hash: from then on no word changes.
        sent_text text,
        sha256 text,
        question text,
        drafted_by uuid NOT NULL REFERENCES users (id),
        sent_by uuid REFERENCES users (id),
        -- Null when it was acknowledged by the link in an e-mail.
        answered_by uuid REFERENCES users (id),
        created_at timestamptz(3) NOT NULL,
        updated_at timestamptz(3) NOT NULL,
        sent_at timestamptz(3),
        answered_at timestamptz(3)
      );
      CREATE INDEX upward_reports_incident ON upward_reports (incident_id, created_at);
      CREATE INDEX upward_reports_newest ON upward_reports (created_at DESC, id DESC);
      CREATE INDEX upward_reports_receiver ON upward_reports (receiver_unit_id, created_at DESC)
        WHERE receiver_unit_id IS NOT NULL;
      -- One draft at a time: two people who write the same follow-up should find out before they have.
      CREATE UNIQUE INDEX upward_reports_one_draft ON upward_reports (incident_id) WHERE state = 'draft';
      CREATE UNIQUE INDEX upward_reports_number ON upward_reports (incident_id, number) WHERE state <> 'withdrawn';

      -- The e-mail of a report. A send that nobody has confirmed is in doubt, and is not repeated by itself.
      CREATE TABLE upward_mails (
        report_id uuid PRIMARY KEY REFERENCES upward_reports (id),
        state text NOT NULL CHECK (state IN ('queued', 'sending', 'delivered', 'failed', 'in-doubt')),
        attempts integer NOT NULL DEFAULT 0,
        reason text,
        sending_since timestamptz(3),
        updated_at timestamptz(3) NOT NULL
      );
      -- Links with which somebody above acknowledges from the e-mail. Only the hash of the secret is kept.
      CREATE TABLE upward_links (
        secret_hash text PRIMARY KEY,
        report_id uuid NOT NULL REFERENCES upward_reports (id),
        expires_at timestamptz(3) NOT NULL,
        used_at timestamptz(3)
      );
      CREATE INDEX upward_links_report ON upward_links (report_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE upward_links, upward_mails, upward_reports');
  }
}
