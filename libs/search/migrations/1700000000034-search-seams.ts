import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where two scripts meet, the two characters are a pair too: `断供3` is found without all that holds `断供`. */
export class SearchSeams1700000000034 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await define(
      runner,
      `CASE
          WHEN symbol IS NOT NULL AND symbol1 IS NOT NULL
            THEN -1 - ((coalesce(symbol2, 0) * 37 + symbol1) * 37 + symbol)
          ELSE (code1 << 16) | code END), '{}')
        FROM beside WHERE (symbol IS NOT NULL OR NOT mark) AND (symbol1 IS NOT NULL OR NOT mark1)`,
    );
    await rewrite(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await define(
      runner,
      `CASE
          WHEN symbol IS NOT NULL THEN -1 - ((coalesce(symbol2, 0) * 37 + symbol1) * 37 + symbol)
          ELSE (code1 << 16) | code END), '{}')
        FROM beside WHERE (symbol IS NOT NULL AND symbol1 IS NOT NULL) OR NOT (mark OR mark1)`,
    );
    await rewrite(runner);
  }
}

/** The function of migration 0027, with another choice of neighbours. */
const define = (runner: QueryRunner, chosen: string): Promise<unknown> =>
  runner.query(`
      CREATE OR REPLACE FUNCTION search_grams(body text) RETURNS integer[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
        WITH characters AS (
          SELECT place, ascii(one) AS code FROM unnest(string_to_array(lower(body), NULL)) WITH ORDINALITY AS c (one, place)
        ), read AS (
          SELECT place, code & 65535 AS code,
            CASE WHEN code BETWEEN 97 AND 122 THEN code - 96 WHEN code BETWEEN 48 AND 57 THEN code - 21 END AS symbol,
            code < 192 OR code BETWEEN 8192 AND 11903 OR code BETWEEN 12288 AND 12351 OR code BETWEEN 65024 AND 65135
              OR code BETWEEN 65280 AND 65295 OR code BETWEEN 65306 AND 65312 AS mark
          FROM characters
        ), beside AS (
          SELECT code, symbol, mark, lag(code) OVER neighbours AS code1, lag(symbol) OVER neighbours AS symbol1,
            lag(mark, 1, true) OVER neighbours AS mark1, lag(symbol, 2) OVER neighbours AS symbol2
          FROM read WINDOW neighbours AS (ORDER BY place)
        )
        SELECT coalesce(array_agg(DISTINCT ${chosen}
      $$`);

/** Generated columns keep what they were made of: they are made anew. */
const rewrite = (runner: QueryRunner): Promise<unknown> =>
  runner.query(`
      ALTER TABLE incidents DROP COLUMN grams;
      ALTER TABLE incidents ADD COLUMN grams integer[] NOT NULL GENERATED ALWAYS AS
        (search_grams(number || ' ' || title || ' ' || claim || ' ' || coalesce(place, ''))) STORED;
      ALTER TABLE clarifications DROP COLUMN grams;
      ALTER TABLE clarifications ADD COLUMN grams integer[] NOT NULL GENERATED ALWAYS AS
        (search_grams(title || ' ' || claim || ' ' || answer)) STORED;
      -- Without its index: a million rows are written in minutes instead of half an hour.
      DROP INDEX inbox_mentions_grams;
      UPDATE inbox_mentions SET grams = search_grams(text) WHERE text ~ '[A-Za-z0-9]';
      ALTER TABLE incidents ALTER COLUMN grams SET STATISTICS 1000;
      ALTER TABLE clarifications ALTER COLUMN grams SET STATISTICS 1000;
      CREATE INDEX incidents_grams ON incidents USING gin (grams);
      CREATE INDEX clarifications_grams ON clarifications USING gin (grams);
      CREATE INDEX inbox_mentions_grams ON inbox_mentions USING gin (grams);
      ANALYZE incidents, clarifications, inbox_mentions;
    `);
