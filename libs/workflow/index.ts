export * from './core/index.js';
export { DeadlineBook } from './runtime/deadline-book.js';
export type { DeadlineOrder } from './runtime/deadline-book.js';
export { Definitions } from './runtime/definitions.js';
export type { VersionedDefinition } from './runtime/definitions.js';
export { readSubject, readSubjects, withDerived } from './runtime/loaded.js';
export type { Loaded } from './runtime/loaded.js';
export { workflowMessage } from './runtime/workflow-message.js';
export { WorkflowRuntime } from './runtime/workflow-runtime.js';
export { Workflow1700000000003 } from './migrations/1700000000003-workflow.js';
export { SubjectDoors, binderOf } from './runtime/subject-doors.js';
export type {
  Bind,
  OpenMatter,
  Person,
  Sight,
  SubjectDoor,
  SubjectName,
  SubjectSight,
  WaitingMatter,
} from './runtime/subject-doors.js';
export { WorkflowModule } from './workflow.module.js';
export { actorOf } from './door/actor.js';
export { paramsOfBody } from './door/params-of-body.js';
export { readCommandBody } from './door/read-command-body.js';
export { refusalProblem } from './door/refusal.js';
