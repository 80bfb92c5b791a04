/** Looking for factors: the filters and the words of a question, best matches first. */
import { gramsOf, termsOf } from './factor-search';
import type { FactorQuery } from './reference.dto';

/** A version of a factor as it goes out. */
export const FACTOR_FIELDS = `f.id, f.version, f.category, f.name_zh AS "nameZh", f.name_en AS "nameEn", f.value::text, f.unit,
  f.unit_note AS "unitNote", f.low::text, f.high::text, f.gas, f.stage, f.region, f.valid_from::text AS "validFrom",
  f.valid_to::text AS "validTo", f.year_label AS "yearLabel", f.source_title AS "sourceTitle",
  f.source_clause AS "sourceClause", f.source_url AS "sourceUrl", f.source_document AS "sourceDocument",
  f.source_row AS "sourceRow", f.confidence, f.origin, f.gases, f.gwp_set AS "gwpSet", f.dqr::text[] AS dqr,
  f.sigma_ln::text AS "sigmaLn"`;

/**
 * Every term stands in the names, in the pinyin or in the other words. Rank 0: the id or a whole name; 1: a name begins so;
 * 2: in a name; 3: in the pinyin or elsewhere. `at` is the last row of the page before. One row more than the page.
 */
export function factorsFound(query: FactorQuery, at?: { rank: number; id: string }): [text: string, values: unknown[]] {
  const {
    limit,
    q = '',
    category = null,
    region = null,
    year = null,
    gas = null,
    confidence = null,
    origin = null,
  } = query;
  const terms = termsOf(q);
  const first = terms[0] ?? '';
  const patterns = terms.map((term) => `%${term.replace(/[\\%_]/g, '\\$&')}%`);
  return [
    `SELECT * FROM (
       SELECT ${FACTOR_FIELDS}, CASE
         WHEN $1 = '' THEN 0
         WHEN f.id = $1 OR lower(f.name_zh) = $1 OR lower(f.name_en) = $1 THEN 0
         WHEN starts_with(s.names, $1) THEN 1 WHEN strpos(s.names, $1) > 0 THEN 2 ELSE 3 END AS rank
       FROM factor_current f JOIN factor_search s USING (id)
       WHERE s.grams @> $2 AND NOT EXISTS (
           SELECT FROM unnest($3::text[]) AS p(pattern)
           WHERE s.names NOT LIKE pattern AND s.words NOT LIKE pattern AND s.pinyin NOT LIKE pattern)
         AND ($4::text IS NULL OR f.category = $4)
         AND ($5::text IS NULL OR f.region = $5 OR (f.region ~ '^[0-9]' AND starts_with($5, f.region)))
         AND ($6::text IS NULL OR strpos(f.year_label, $6) > 0
           OR (f.valid_from <= ($6 || '-12-31')::date AND COALESCE(f.valid_to >= ($6 || '-01-01')::date, true)))
         AND ($7::text IS NULL OR f.gas = $7 OR f.gases ? $7)
         AND ($8::text IS NULL OR f.confidence = $8)
         AND ($9::text IS NULL OR f.origin = $9)
     ) found
     WHERE $10::int IS NULL OR (rank, id) > ($10, $11::text COLLATE "C")
     ORDER BY rank, id LIMIT $12`,
    [
      ...[terms.length === 1 ? first : q.trim().toLowerCase(), [...new Set(terms.flatMap(gramsOf))], patterns],
      ...[category, region, year, gas, confidence, origin, at?.rank ?? null, at?.id ?? null, limit + 1],
    ],
  ];
}
