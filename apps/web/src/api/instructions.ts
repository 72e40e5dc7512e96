import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { call } from './client';
import { queryClient } from './query-client';
import type { Deadline, Page, Person, Unit } from './types';

export const INSTRUCTION_STATES = ['given', 'done', 'closed', 'withdrawn'] as const;
export type InstructionState = (typeof INSTRUCTION_STATES)[number];
export const INSTRUCTION_COMMANDS = [
  ...(['complete', 'accept', 'return', 'extend', 'withdraw'] as const),
] as const;
export type InstructionCommand = (typeof INSTRUCTION_COMMANDS)[number];

/** `open`: given or done, and not over. */
export type InstructionFilterState = InstructionState | 'open';

/** A leader's note (批示) that is work for a unit, with an end. */
export interface InstructionRow {
  readonly id: string;
  readonly text: string;
  readonly state: InstructionState;
  readonly version: number;
  readonly unit: Unit;
  readonly givenBy: Person;
  readonly createdAt: string;
  readonly dueAt: string;
  /** What the unit reported last. */
  readonly result: string | null;
  /** Why it was returned, put off or withdrawn, the last time. */
  readonly reason: string | null;
  /** Null where the reader may not open it. */
  readonly report: { readonly id: string; readonly title: string } | null;
  readonly sectionKey: string | null;
  readonly incident: {
    readonly id: string;
    readonly number: string;
    readonly title: string;
  } | null;
  readonly deadlines: readonly Deadline[];
}

export interface InstructionEntry {
  readonly at: string;
  readonly type: string;
  /** Null: the program itself. */
  readonly by: Person | null;
  /** What was typed: the instruction, the result, the reason. */
  readonly text: string | null;
  readonly dueAt: string | null;
}

export interface Instruction extends InstructionRow {
  /** The oldest first. */
  readonly timeline: readonly InstructionEntry[];
  readonly allowed: readonly { readonly command: string }[];
}

export interface InstructionFilter {
  /** All, when empty. */
  readonly state: InstructionFilterState | '';
  /** Those that I wrote, or that my unit has. */
  readonly mine: boolean;
}

interface OfId {
  readonly id: string;
}

interface CommandWords {
  readonly result?: string;
  readonly reason?: string;
  readonly dueAt?: string;
}

export interface InstructionRoutes {
  'GET /instructions': {
    query: {
      readonly state?: string;
      readonly mine?: boolean;
      readonly reportId?: string;
      readonly limit?: number;
      readonly cursor?: string;
    };
    result: Page<InstructionRow>;
  };
  'GET /instructions/:id': { params: OfId; result: Instruction };
  'POST /instructions/:id/commands/:command': {
    params: OfId & { readonly command: InstructionCommand };
    body: { readonly expectedVersion: number } & CommandWords;
    result: Instruction;
  };
}

const PAGE = 50;

/** `instruction.changed` of the live stream makes all of these old (api/live.ts). */
const KEY = 'instructions';

export const useInstructions = ({ state, mine }: InstructionFilter) =>
  useInfiniteQuery({
    queryKey: [KEY, 'list', state, mine] as const,
    queryFn: ({ pageParam, signal }) =>
      call('GET /instructions', {
        query: {
          ...{ state, limit: PAGE },
          ...(mine && { mine }),
          ...(pageParam !== null && { cursor: pageParam }),
        },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: (before) => before,
  });

/** What leaders wrote on one report. */
export const useInstructionsOf = (reportId: string, isWanted: boolean) =>
  useQuery({
    queryKey: [KEY, 'of', reportId],
    queryFn: ({ signal }) =>
      call('GET /instructions', { query: { reportId, limit: PAGE }, signal }),
    enabled: isWanted,
  });

export const useInstruction = (id: string) =>
  useQuery({
    queryKey: [KEY, 'one', id],
    queryFn: ({ signal }) => call('GET /instructions/:id', { params: { id }, signal }),
  });

interface Given extends CommandWords {
  readonly command: InstructionCommand;
}

export function useInstructionCommand(
  { id, version }: Pick<Instruction, 'id' | 'version'>,
  onDone: () => void,
) {
  return useMutation({
    mutationFn: ({ command, ...words }: Given) =>
      call('POST /instructions/:id/commands/:command', {
        params: { id, command },
        body: { expectedVersion: version, ...words },
      }),
    onSuccess: (instruction) => {
      queryClient.setQueryData([KEY, 'one', id], instruction);
      for (const part of ['list', 'of'])
        void queryClient.invalidateQueries({ queryKey: [KEY, part] });
      void queryClient.invalidateQueries({ queryKey: ['overview'] });
      onDone();
    },
    onError: () => queryClient.invalidateQueries({ queryKey: [KEY, 'one', id] }),
  });
}
