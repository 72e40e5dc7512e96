import { Injectable } from '@nestjs/common';

/** The body whose workspace this is, as it signs its answers. */
@Injectable()
export class Issuer {
  constructor(readonly name: string) {}
}
