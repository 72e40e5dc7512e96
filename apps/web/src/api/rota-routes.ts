import type {
  Coverage,
  DutyWarning,
  Fairness,
  NewOverride,
  Override,
  Preview,
  PreviewQuestion,
  Schedule,
  ScheduleRules,
  Span,
  Suggestion,
} from './rota-types';
import type { Position } from './types';

interface OfId {
  readonly id: string;
}

interface Items<T> {
  readonly items: readonly T[];
}

export interface RotaRoutes {
  'GET /schedules': { result: Items<Schedule> };
  'POST /schedules': { body: ScheduleRules; result: Schedule };
  'PUT /schedules/:id': {
    params: OfId;
    body: ScheduleRules & { readonly expectedVersion: number };
    result: Schedule;
  };
  'POST /schedules/:id/archive': {
    params: OfId;
    body: { readonly expectedVersion: number };
    result: Schedule;
  };
  'POST /schedules/preview': { body: PreviewQuestion; result: Preview };
  'GET /schedules/:id/coverage': { params: OfId; query: Span; result: Coverage };
  'GET /schedules/:id/overrides': { params: OfId; query: Span; result: Items<Override> };
  'POST /schedules/:id/overrides': { params: OfId; body: NewOverride; result: Override };
  'DELETE /overrides/:id': { params: OfId; result: undefined };
  'GET /schedules/:id/suggestions': {
    params: OfId;
    query: Span & { readonly position: Position };
    result: Items<Suggestion>;
  };
  'GET /schedules/:id/fairness': { params: OfId; query: Span; result: Fairness };
  'GET /duty/warnings': { query: { readonly days: number }; result: Items<DutyWarning> };
  'POST /calendar-links': {
    body: Readonly<Record<string, never>>;
    result: { readonly url: string };
  };
  'DELETE /calendar-links': { result: undefined };
}
