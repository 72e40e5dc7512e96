import type { AckRoutes } from './acks';
import type { ActionRoutes } from './actions';
import type { AuditRoutes } from './audit';
import type { ChannelRoutes } from './channels';
import type { DutyRoutes } from './duty';
import type { EngineRoutes } from './engine';
import type { EscalationRoutes } from './escalations';
import type { HandoverRoutes } from './handovers';
import type { ImportRoutes } from './imports';
import type { InboxRoutes } from './inbox';
import type { IncidentRoutes } from './incident-routes';
import type { InstructionRoutes } from './instructions';
import type { JudgementRoutes } from './judgements';
import type { LibraryRoutes } from './library';
import type { MatterRoutes } from './matters';
import type { OverviewRoutes } from './overview';
import type { PeopleRoutes } from './people-routes';
import type { ReceivedRoutes } from './received';
import type { ReleaseRoutes } from './release-types';
import type { RegisterRoutes } from './registers';
import type { ReportRoutes } from './report-types';
import type { ResponseRoutes } from './response';
import type { RetentionRoutes } from './retention';
import type { RoomRoutes } from './room';
import type { RotaRoutes } from './rota-routes';
import type { SearchRoutes } from './search';
import type { ShiftRoutes } from './shifts';
import type { SourceRoutes } from './sources';
import type { SwapRoutes } from './swaps';
import type { UpwardRoutes } from './upward';
import type { WorkflowRoutes } from './workflows';
import type {
  DemoUser,
  Desk,
  Incident,
  Me,
  Meta,
  NewIncident,
  Notification,
  NotificationPage,
} from './types';

/** Every route that the client calls. `openapi-typescript` can write this table once the API runs. */
export interface Routes
  extends
    AckRoutes,
    ActionRoutes,
    AuditRoutes,
    ChannelRoutes,
    DutyRoutes,
    EngineRoutes,
    EscalationRoutes,
    HandoverRoutes,
    ImportRoutes,
    InboxRoutes,
    IncidentRoutes,
    InstructionRoutes,
    JudgementRoutes,
    LibraryRoutes,
    MatterRoutes,
    OverviewRoutes,
    PeopleRoutes,
    ReceivedRoutes,
    ReleaseRoutes,
    RegisterRoutes,
    ReportRoutes,
    ResponseRoutes,
    RetentionRoutes,
    RoomRoutes,
    RotaRoutes,
    SearchRoutes,
    ShiftRoutes,
    SourceRoutes,
    SwapRoutes,
    UpwardRoutes,
    WorkflowRoutes {
  'GET /meta': { result: Meta };
  'GET /me': { result: Me };
  'PATCH /me': { body: { locale: 'zh' | 'en' }; result: Me };
  'POST /session': { body: { username: string; password: string }; result: Me };
  'DELETE /session': { result: undefined };
  'GET /setup': { query: { token: string }; result: { valid: boolean } };
  'POST /setup': {
    body: { token: string; username: string; name: string; password: string };
    result: Me;
  };
  'GET /demo/users': { result: readonly DemoUser[] };
  'POST /demo/session': { body: { username: string }; result: Me };
  'GET /desk': { result: Desk };
  'POST /incidents': { body: NewIncident; result: Incident };
  'POST /escalations/:id/ack': {
    params: { id: string };
    body: { note?: string };
    result: unknown;
  };
  'GET /notifications': { query: { limit?: number; cursor?: string }; result: NotificationPage };
  'POST /notifications/:id/read': { params: { id: string }; result: Notification };
}

export type RouteName = keyof Routes;
