import type {
  IncidentPage,
  IncidentRow,
  Mention,
  OfferedPlan,
  RecordLine,
  Timeline,
} from './incident-types';
import type { Page } from './types';

interface OfIncident {
  readonly id: string;
}

/** Filters as the API takes them; lists are comma-separated. */
export interface IncidentFilter {
  readonly state?: string;
  readonly severity?: string;
  readonly kind?: string;
  readonly category?: string;
  readonly unitId?: string;
  readonly verdict?: string;
  readonly overdue?: string;
  readonly supervised?: string;
  readonly from?: string;
  readonly to?: string;
  readonly q?: string;
  readonly sort?: string;
}

export interface IncidentRoutes {
  'GET /incidents': {
    query: IncidentFilter & { readonly limit?: number; readonly cursor?: string };
    result: Page<IncidentRow>;
  };
  'GET /incidents/:id': { params: OfIncident; result: IncidentPage };
  'POST /incidents/:id/commands/:command': {
    params: OfIncident & { readonly command: string };
    body: Readonly<Record<string, unknown>> & { readonly expectedVersion: number };
    result: IncidentPage;
  };
  'GET /incidents/:id/timeline': { params: OfIncident; result: Timeline };
  'GET /incidents/:id/mentions': {
    params: OfIncident;
    query: { readonly limit?: number; readonly cursor?: string };
    result: Page<Mention>;
  };
  'GET /incidents/:id/plan-templates': {
    params: OfIncident;
    result: { readonly items: readonly OfferedPlan[] };
  };
  'GET /incidents/:id/records': {
    params: OfIncident;
    result: { readonly items: readonly RecordLine[] };
  };
}
