import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TopicMatches1700000000029 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- When it was last compared with open incidents and answered claims; null: it waits for that.
      ALTER TABLE topics ADD COLUMN matched_at timestamptz(3);
      CREATE INDEX topics_unmatched ON topics (id DESC) WHERE matched_at IS NULL;

      -- What a topic looks most like. A suggestion: it confirms nothing, and passes on no verdict.
      CREATE TABLE topic_matches (
        topic_id uuid PRIMARY KEY REFERENCES topics (id) ON DELETE CASCADE,
        target text NOT NULL CHECK (target IN ('incident', 'clarification')),
        target_id uuid NOT NULL,
        -- The claim as it stood there when it was compared.
        claim text NOT NULL,
        score real NOT NULL,
        relation text NOT NULL CHECK (relation IN ('same', 'template')),
        strength text NOT NULL CHECK (strength IN ('strong', 'suggestion')),
        differences jsonb NOT NULL
      );
      CREATE INDEX topic_matches_target ON topic_matches (target_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE topic_matches; DROP INDEX topics_unmatched; ALTER TABLE topics DROP COLUMN matched_at',
    );
  }
}
