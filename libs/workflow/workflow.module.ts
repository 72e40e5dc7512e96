import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { DeadlineBook } from './runtime/deadline-book.js';
import { Definitions } from './runtime/definitions.js';
import { SubjectDoors } from './runtime/subject-doors.js';
import { WorkflowRuntime } from './runtime/workflow-runtime.js';
import { WorkflowsController } from './workflows.controller.js';

@Module({})
export class WorkflowModule {
  /** `book` keeps the deadlines: the engine knows only the port. */
  static with(definitions: Definitions, book: DeadlineBook): DynamicModule {
    return {
      module: WorkflowModule,
      global: true,
      controllers: [WorkflowsController],
      providers: [
        { provide: Definitions, useValue: definitions },
        { provide: DeadlineBook, useValue: book },
        WorkflowRuntime,
        SubjectDoors,
      ],
      exports: [Definitions, DeadlineBook, WorkflowRuntime, SubjectDoors],
    };
  }
}
