import { useMutation, useQuery } from '@tanstack/react-query';
import { call } from './client';
import type { Words } from './types';

export interface WorkflowSummary {
  readonly name: string;
  readonly title: Words;
  /** Rises by one with every changed definition. */
  readonly version: number;
}

export interface Workflow extends WorkflowSummary {
  readonly initial: string;
  readonly states: readonly {
    readonly name: string;
    readonly label: Words;
    readonly final: boolean;
  }[];
  readonly commands: readonly {
    readonly name: string;
    readonly label: Words;
    readonly from: readonly string[];
  }[];
  readonly clocks: readonly string[];
  /** A Mermaid state diagram. */
  readonly mermaid: string;
  readonly definition: Readonly<Record<string, unknown>>;
}

export interface WorkflowProblem {
  readonly path: readonly (string | number)[] | string;
  readonly message: string;
}

export interface WorkflowRoutes {
  'GET /workflows': { result: { readonly items: readonly WorkflowSummary[] } };
  'GET /workflows/:name': {
    params: { name: string };
    query: { locale: 'zh' | 'en' };
    result: Workflow;
  };
  'POST /workflows/check': {
    body: Readonly<Record<string, unknown>>;
    result: { readonly ok: boolean; readonly problems: readonly WorkflowProblem[] };
  };
}

export function useWorkflows() {
  return useQuery({ queryKey: ['workflows'], queryFn: () => call('GET /workflows') });
}

export function useWorkflow(name: string, locale: 'zh' | 'en') {
  return useQuery({
    queryKey: ['workflow', name, locale],
    queryFn: () => call('GET /workflows/:name', { params: { name }, query: { locale } }),
  });
}

export function useCheckWorkflow() {
  return useMutation({
    mutationFn: (definition: Readonly<Record<string, unknown>>) =>
      call('POST /workflows/check', { body: definition }),
  });
}
