import { uuidv7obj } from 'uuidv7';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** A new time-ordered id (RFC 9562 UUIDv7). Its randomness and time are the machine's, not the domain's. */
export const newId = (): string => uuidv7obj().toString();

export const isId = (value: string): boolean => UUID.test(value);
