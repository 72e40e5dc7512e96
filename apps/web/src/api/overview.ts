import { useQuery } from '@tanstack/react-query';
import { call } from './client';
import type { Figure, Paragraph, ReportChart } from './report-types';
import type { IncidentState, Severity } from './types';

export interface OverviewFigure extends Omit<Figure, 'counts'> {
  readonly key: string;
}

export interface WaitingItem {
  readonly is: 'report' | 'release' | 'judgement' | 'upward' | 'instruction' | 'matter';
  readonly id: string;
  readonly title: string;
  readonly since: string;
  readonly path: string;
}

/** What a leader has to know in four minutes. */
export interface Overview {
  readonly asOf: string;
  readonly sentences: readonly Paragraph[];
  readonly five: readonly OverviewFigure[];
  readonly chart: ReportChart;
  readonly now: {
    readonly open: number;
    readonly overdue: number;
    readonly escalations: number;
    readonly gravest: readonly {
      readonly id: string;
      readonly number: string;
      readonly title: string;
      readonly severity: Severity;
      readonly state: IncidentState;
    }[];
  };
  readonly quarter: { readonly from: string; readonly to: string; readonly name: string };
  readonly ahead: {
    readonly dates: readonly {
      readonly title: string;
      readonly from: string;
      readonly to: string;
    }[];
    readonly risks: readonly {
      readonly title: string;
      readonly place: string | null;
      readonly likelihood: number;
      readonly consequence: number;
    }[];
  };
  /** For my signature. */
  readonly waiting: readonly WaitingItem[];
}

export interface OverviewRoutes {
  'GET /overview': { result: Overview };
}

/** Numbers change with every entry of a timeline; this often is fresh enough for a quarter. */
const FRESH_MS = 15_000;
/** A wall looks again by itself, also when the stream is silent. */
const AGAIN_MS = 60_000;

export const useOverview = () =>
  useQuery({
    queryKey: ['overview'],
    queryFn: ({ signal }) => call('GET /overview', { signal }),
    staleTime: FRESH_MS,
    refetchInterval: AGAIN_MS,
  });
