import { useQuery } from '@tanstack/react-query';
import { call } from './client';
import type { Factor, RatedSeverity } from './risk-types';
import type { IncidentState, Person, Severity, Verdict, Words } from './types';

/** An incident with a like claim: what was done about it, and how it ended. */
export interface SimilarIncident {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly claim: string;
  readonly place: string | null;
  readonly state: IncidentState;
  readonly severity: Severity;
  readonly verdict: Verdict;
  readonly detectedAt: string;
  readonly closedAt: string | null;
  /** 0–1 */
  readonly score: number;
  readonly shared: readonly string[];
  readonly differsIn: readonly string[];
  readonly actions: readonly { readonly title: string; readonly status: string }[];
  readonly published: number;
  readonly summary: string | null;
  readonly lessons: string | null;
}

/** Who usually answers for it, and why that is suggested. */
export interface ResponsibleUnit {
  readonly unitId: string;
  readonly name: string;
  readonly why: Words;
}

export interface JudgementAids {
  readonly similar: readonly SimilarIncident[];
  readonly responsible: ResponsibleUnit | null;
}

export interface FactorSeen {
  readonly factor: `${'likelihood' | 'consequence'}.${Factor}`;
  readonly title: Words;
  readonly level: number;
  readonly words: Words;
}

/** Everything that a judge had before them. */
export interface JudgementRecord {
  readonly at: string;
  readonly incident: { readonly version: number; readonly claim: string };
  readonly mentions: {
    readonly count: number;
    readonly lastSeenAt: string | null;
    readonly peakRank: number | null;
    readonly curve: readonly { readonly from: string; readonly count: number }[];
  };
  readonly evidence: readonly { readonly text: string }[];
  readonly factors: readonly FactorSeen[];
  readonly score: {
    readonly likelihood: number;
    readonly consequence: number;
    readonly score: number;
    readonly severity: RatedSeverity;
  };
  readonly judged: {
    readonly severity: RatedSeverity | null;
    readonly decision: string | null;
    readonly unitId: string | null;
    readonly reason: string | null;
  };
  readonly similar: readonly SimilarIncident[];
  readonly responsible: ResponsibleUnit | null;
}

export interface Judgement {
  readonly version: number;
  readonly judgedBy: Person | null;
  readonly judgedAt: string;
  readonly standing: 'proposed' | 'in-force' | 'declined' | 'superseded';
  readonly record: JudgementRecord;
  readonly sha256: string;
  readonly intact: boolean;
}

interface OfIncident {
  readonly id: string;
}

export interface JudgementRoutes {
  'GET /incidents/:id/judgement-aids': { params: OfIncident; result: JudgementAids };
  'GET /incidents/:id/judgements': {
    params: OfIncident;
    result: { readonly items: readonly Judgement[] };
  };
}

/** What helps whoever judges; precedents change slowly. */
export function useJudgementAids(id: string, enabled = true) {
  return useQuery({
    queryKey: ['incident', id, 'aids'],
    queryFn: () => call('GET /incidents/:id/judgement-aids', { params: { id } }),
    staleTime: 60_000,
    enabled,
  });
}

/** Every judgement with what was seen when it was made, the newest first. */
export function useJudgements(id: string, enabled = true) {
  return useQuery({
    queryKey: ['incident', id, 'more', 'judgements'],
    queryFn: () => call('GET /incidents/:id/judgements', { params: { id } }),
    enabled,
  });
}
