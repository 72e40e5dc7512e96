import type { MigrationInterface, QueryRunner } from 'typeorm';
import { indexIncidents } from '../claims/index-incidents.js';

export class Knowledge1700000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- 澄清库: what was answered, with its evidence. No claim has an author here either.
      CREATE TABLE clarifications (
        id uuid PRIMARY KEY,
        origin text NOT NULL CHECK (origin IN ('release', 'entered', 'imported')),
        release_id uuid,
        incident_id uuid,
        title text NOT NULL,
        claim text NOT NULL,
        verdict text NOT NULL CHECK (verdict IN ('true', 'partly-true', 'false', 'unverifiable')),
        answer text NOT NULL,
        evidence jsonb NOT NULL,
        links jsonb NOT NULL,
        issued_by text NOT NULL,
        published_at timestamptz(3) NOT NULL,
        updated_at timestamptz(3) NOT NULL,
        corrections jsonb NOT NULL DEFAULT '[]',
        withdrawn_at timestamptz(3),
        withdrawn_reason text,
        version integer NOT NULL,
        public boolean NOT NULL,
        matched_count integer NOT NULL DEFAULT 0,
        search text GENERATED ALWAYS AS (lower(title || ' ' || claim || ' ' || answer)) STORED
      );
      CREATE INDEX clarifications_newest ON clarifications (published_at DESC, id DESC);
      CREATE INDEX clarifications_public ON clarifications (published_at DESC, id DESC) WHERE public;
      CREATE INDEX clarifications_search ON clarifications USING gin (search gin_trgm_ops);

      -- People found that an incident was an answered claim again. Counted in matched_count.
      CREATE TABLE claim_matches (
        clarification_id uuid NOT NULL REFERENCES clarifications (id),
        incident_id uuid NOT NULL,
        matched_by uuid NOT NULL REFERENCES users (id),
        matched_at timestamptz(3) NOT NULL,
        PRIMARY KEY (clarification_id, incident_id)
      );

      -- What a new text is compared with: the claims of incidents and of clarifications, under their grams.
      CREATE TABLE claims (
        target text NOT NULL CHECK (target IN ('incident', 'clarification')),
        target_id uuid NOT NULL,
        text text NOT NULL,
        place text,
        -- False: the incident is closed. It is still a precedent, but nothing that goes on.
        open boolean NOT NULL,
        grams integer[] NOT NULL,
        PRIMARY KEY (target, target_id)
      );
      -- ANALYZE keeps the most common grams with their frequencies: common ones find nothing, and weigh little.
      ALTER TABLE claims ALTER COLUMN grams SET STATISTICS 1000;
      -- Without a list of pending entries, which every search would have to read through.
      CREATE INDEX claims_grams ON claims USING gin (grams) WITH (fastupdate = off);
    `);
    await indexIncidents(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE claims, claim_matches, clarifications');
  }
}
