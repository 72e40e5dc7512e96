import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A number that every change of what the public may see makes greater, in the transaction of the change. Each process
 * keeps rendered pages as long as the number stays, so all of them show a correction from its commit on
 * (ADR 26). Only public clarifications lift it, and what is not shown (how often a claim came back) does not.
 */
export class PublicPages1700000000024 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE public_pages (
        only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
        stamp bigint NOT NULL,
        changed_at timestamptz(3) NOT NULL
      );
      INSERT INTO public_pages (stamp, changed_at)
        SELECT 1, coalesce(max(updated_at), '2026-01-01T00:00:00Z') FROM clarifications WHERE public;

      CREATE FUNCTION change_public_pages() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF (TG_OP <> 'INSERT' AND OLD.public) OR (TG_OP <> 'DELETE' AND NEW.public) THEN
          UPDATE public_pages SET stamp = stamp + 1,
            changed_at = greatest(changed_at, CASE TG_OP WHEN 'DELETE' THEN OLD.updated_at ELSE NEW.updated_at END);
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER public_pages_change
        AFTER INSERT OR DELETE OR UPDATE OF title, claim, verdict, answer, evidence, links, issued_by, published_at,
          updated_at, corrections, withdrawn_at, withdrawn_reason, public
        ON clarifications FOR EACH ROW EXECUTE FUNCTION change_public_pages();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER public_pages_change ON clarifications;
      DROP FUNCTION change_public_pages();
      DROP TABLE public_pages;
    `);
  }
}
