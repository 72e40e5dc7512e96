import { createBrowserRouter, type RouteObject } from 'react-router';
import { Boundary } from './Boundary';
import { Missing } from './Missing';
import { RequireSession } from './RequireSession';
import { Shell } from './Shell';
import { Splash } from './Splash';
import { WallFrame } from './WallFrame';

/**
 * Each feature is one chunk, loaded when it is first visited. A page module exports `Component`.
 * To add a page: one line here, one line in `navigation.ts`.
 */
const pages: RouteObject[] = [
  { index: true, lazy: () => import('../features/desk/DeskPage') },
  { path: 'log', lazy: () => import('../features/quicklog/QuickLogPage') },
  { path: 'notifications', lazy: () => import('../features/notifications/NotificationsPage') },
  { path: 'settings', lazy: () => import('../features/settings/SettingsPage') },
  { path: 'settings/channels', lazy: () => import('../features/channels/ChannelsPage') },
  { path: 'search', lazy: () => import('../features/search/SearchPage') },
  { path: 'inbox', lazy: () => import('../features/inbox/InboxPage') },
  { path: 'inbox/import', lazy: () => import('../features/imports/ImportsPage') },
  { path: 'inbox/import/:id', lazy: () => import('../features/imports/ImportPage') },
  { path: 'incidents', lazy: () => import('../features/incidents/list/IncidentsPage') },
  { path: 'incidents/:id/judge', lazy: () => import('../features/incidents/judge/JudgePage') },
  { path: 'incidents/:id', lazy: () => import('../features/incidents/page/IncidentPage') },
  { path: 'actions', lazy: () => import('../features/actions/ActionsPage') },
  { path: 'library', lazy: () => import('../features/library/LibraryPage') },
  { path: 'library/new', lazy: () => import('../features/library/EnterPage') },
  { path: 'library/:id', lazy: () => import('../features/library/ClarificationPage') },
  { path: 'reviews', lazy: () => import('../features/reviews/ReviewsPage') },
  { path: 'reviews/new', lazy: () => import('../features/reviews/write/NewPage') },
  { path: 'reviews/:id', lazy: () => import('../features/reviews/page/ReviewPage') },
  { path: 'shifts/mine', lazy: () => import('../features/shifts/mine/MinePage') },
  { path: 'shifts/:id', lazy: () => import('../features/shifts/page/ShiftPage') },
  { path: 'handovers/:id', lazy: () => import('../features/shifts/page/HandoverPage') },
  { path: 'swaps', lazy: () => import('../features/swaps/SwapsPage') },
  { path: 'upward', lazy: () => import('../features/upward/ReportsPage') },
  { path: 'upward/:id', lazy: () => import('../features/upward/ReportPage') },
  { path: 'overview', lazy: () => import('../features/overview/OverviewPage') },
  { path: 'reports', lazy: () => import('../features/reports/ReportsPage') },
  { path: 'reports/:id', lazy: () => import('../features/reports/page/ReportPage') },
  { path: 'instructions', lazy: () => import('../features/instructions/InstructionsPage') },
  { path: 'instructions/:id', lazy: () => import('../features/instructions/InstructionPage') },
  { path: 'matters', lazy: () => import('../features/matters/MattersPage') },
  { path: 'matters/new', lazy: () => import('../features/matters/NewMatterPage') },
  { path: 'matters/:id', lazy: () => import('../features/matters/MatterPage') },
  { path: 'rota', lazy: () => import('../features/rota/RotaPage') },
  { path: 'rota/new', lazy: () => import('../features/rota/editor/NewPage') },
  { path: 'rota/edit/:id', lazy: () => import('../features/rota/editor/EditPage') },
  { path: 'rota/fairness', lazy: () => import('../features/rota/fairness/FairnessPage') },
  { path: 'response', lazy: () => import('../features/response/ResponsePage') },
  { path: 'engine', lazy: () => import('../features/engine/EnginePage') },
  { path: 'registers/:register?', lazy: () => import('../features/registers/RegistersPage') },
  { path: 'workflows', lazy: () => import('../features/workflows/WorkflowsPage') },
  { path: 'workflows/:name', lazy: () => import('../features/workflows/WorkflowPage') },
  { path: 'admin/users', lazy: () => import('../features/admin/users/UsersPage') },
  { path: 'admin/units', lazy: () => import('../features/admin/units/UnitsPage') },
  { path: 'admin/sources', lazy: () => import('../features/admin/sources/SourcesPage') },
  { path: 'admin/tokens', lazy: () => import('../features/admin/tokens/TokensPage') },
  { path: 'admin/retention', lazy: () => import('../features/admin/retention/RetentionPage') },
  { path: 'admin/audit', lazy: () => import('../features/admin/audit/AuditPage') },
  { path: '*', Component: Missing },
];

export const router = createBrowserRouter([
  {
    ErrorBoundary: Boundary,
    HydrateFallback: Splash,
    children: [
      { path: 'sign-in', lazy: () => import('../features/session/SignInPage') },
      { path: 'setup', lazy: () => import('../features/setup/SetupPage') },
      {
        element: <RequireSession frame={Shell} />,
        children: [{ ErrorBoundary: Boundary, children: pages }],
      },
      {
        element: <RequireSession frame={WallFrame} />,
        children: [{ path: 'overview/wall', lazy: () => import('../features/overview/WallPage') }],
      },
    ],
  },
]);
