/** The parts of a request that tell which page made it. */
export interface RequestOrigin {
  readonly method: string;
  /** `Origin` header. */
  readonly origin: string | undefined;
  /** `Sec-Fetch-Site` header: written by browsers, out of reach of pages. */
  readonly fetchSite: string | undefined;
  /** `Host` header. */
  readonly host: string | undefined;
}

const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request that changes something was made by a page of another site. The order of the questions is that of
 * Go's http.CrossOriginProtection (Go 1.25; filippo.io/go/csrf): every browser since 2023 sends Sec-Fetch-Site, older ones
 * send Origin with every cross-origin POST, and what sends neither is not a browser and carries nobody's cookie.
 */
export function isForeignRequest(request: RequestOrigin, publicUrl: string | null): boolean {
  const { method, origin, fetchSite, host } = request;
  if (SAFE_METHODS.has(method)) return false;
  if (fetchSite !== undefined) return fetchSite !== 'same-origin' && fetchSite !== 'none';
  if (origin === undefined) return false;
  return !isOwnOrigin(origin, host, publicUrl);
}

/** Behind a proxy the host may be an inner one, so the public address counts as well. */
function isOwnOrigin(origin: string, host: string | undefined, publicUrl: string | null): boolean {
  if (!URL.canParse(origin)) return false;
  const url = new URL(origin);
  return url.host === host || (publicUrl !== null && url.origin === new URL(publicUrl).origin);
}
