/** What the API answers with when it cannot do what it was asked (RFC 9457), as an error to be caught. */
export class ApiProblem extends Error {
  override readonly name = "ApiProblem";
  /** For programs: not-found, unreadable, not-final-accounts, too-many-requests … */
  readonly code: string;
  readonly status: number;
  readonly messageEn: string;
  /** Names the request in the service's log. */
  readonly requestId: string;
  /** In how many seconds to ask again, where the service says so. */
  readonly retryAfter: number | undefined;
  /** All of what was said. */
  readonly problem: Readonly<Record<string, unknown>>;

  constructor(status: number, problem: Readonly<Record<string, unknown>>, headers: Headers) {
    const said = (name: string) => (typeof problem[name] === "string" ? problem[name] : "");
    super(said("detail") || said("title") || `HTTP ${status}`);
    this.code = said("code");
    this.status = status;
    this.messageEn = said("detailEn") || said("titleEn") || `HTTP ${status}`;
    this.requestId = said("requestId") || (headers.get("x-request-id") ?? "");
    const seconds = Number(headers.get("retry-after") ?? Number.NaN);
    this.retryAfter = Number.isFinite(seconds) ? seconds : undefined;
    this.problem = problem;
  }
}
