import type { OrganisationUnit, Token, User, UserDetails } from './people-types';
import type { Page } from './types';

interface Paged {
  readonly limit?: number;
  readonly cursor?: string;
}

interface OfId {
  readonly id: string;
}

export interface PeopleRoutes {
  'GET /users': { query: Paged & { readonly q?: string }; result: Page<User> };
  'POST /users': {
    body: UserDetails & { readonly username: string; readonly password: string };
    result: User;
  };
  'PATCH /users/:id': {
    params: OfId;
    body: Partial<UserDetails> & { readonly disabled?: boolean; readonly password?: string };
    result: User;
  };
  'GET /units': { query: Paged; result: Page<OrganisationUnit> };
  'POST /units': {
    body: { readonly code?: string; readonly name: string; readonly parentId: string | null };
    result: OrganisationUnit;
  };
  'PATCH /units/:id': {
    params: OfId;
    body: { readonly name?: string; readonly parentId?: string | null };
    result: OrganisationUnit;
  };
  'GET /tokens': { query: Paged; result: Page<Token> };
  'POST /tokens': {
    body: {
      readonly name: string;
      readonly permissions: readonly string[];
      readonly expiresAt: string;
    };
    result: Token & { readonly token: string };
  };
  'DELETE /tokens/:id': { params: OfId; result: undefined };
}
