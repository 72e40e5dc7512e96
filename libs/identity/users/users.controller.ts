import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { Clock, Database, IdPipe, notFound } from '#platform';
import { CurrentUser, Requires } from '../access/access.decorators.js';
import type { RequestActor } from '../access/actor.js';
import { deedOf } from '../record.js';
import { ContactRules, refuseImpossibleContacts } from './contact-rules.js';
import { createUser } from './create-user.js';
import { listUsers } from './list-users.js';
import { asColleague, asManaged } from './present-user.js';
import { updateUser } from './update-user.js';
import type { UserEntity } from './user.entity.js';
import {
  CreateUserBody,
  ListUsersQuery,
  UpdateUserBody,
  UserPage,
  UserResponse,
} from './users.dto.js';
import { findUser } from './users.repository.js';

@Controller('users')
export class UsersController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly contacts: ContactRules,
  ) {}

  /** Colleagues, by user name. */
  @Get()
  @Requires('user.read')
  async list(
    @CurrentUser() actor: RequestActor,
    @Query() query: ListUsersQuery,
  ): Promise<UserPage> {
    const page = await listUsers(this.database.reader, query);
    return { ...page, items: page.items.map((user) => presentTo(actor, user)) };
  }

  /** Add a user. 422 names every contact that cannot be right. */
  @Post()
  @Requires('user.manage')
  async create(
    @CurrentUser() actor: RequestActor,
    @Body() body: CreateUserBody,
  ): Promise<UserResponse> {
    refuseImpossibleContacts(body.contacts ?? [], this.contacts, actor.locale);
    const user = await this.database.transaction((tx) =>
      createUser(tx, deedOf(actor, this.clock), body),
    );
    return asManaged(user);
  }

  /** One colleague. */
  @Get(':id')
  @Requires('user.read')
  async read(
    @CurrentUser() actor: RequestActor,
    @Param('id', IdPipe) id: string,
  ): Promise<UserResponse> {
    const user = await findUser(this.database.reader, id);
    if (user === null) throw notFound('The user');
    return presentTo(actor, user);
  }

  /** Change a user; what is left out stays. The last active administrator stays one. 422 as above. */
  @Patch(':id')
  @Requires('user.manage')
  async update(
    @CurrentUser() actor: RequestActor,
    @Param('id', IdPipe) id: string,
    @Body() body: UpdateUserBody,
  ): Promise<UserResponse> {
    refuseImpossibleContacts(body.contacts ?? [], this.contacts, actor.locale);
    const user = await this.database.transaction((tx) =>
      updateUser(tx, deedOf(actor, this.clock), id, body),
    );
    return asManaged(user);
  }
}

const presentTo = (actor: RequestActor, user: UserEntity): UserResponse =>
  actor.permissions.includes('user.manage') ? asManaged(user) : asColleague(user);
