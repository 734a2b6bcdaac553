import { checkDisclosure, disclosureOf, finalAccountsSchema, type Finding } from "@juesuan/core";

/**
 * Checks typed accounts, wherever this runs: no file, no network, no platform is needed. Accounts come from
 * `examine` of @juesuan/readers, from the API, or from your own system.
 *
 * @throws where the JSON is not accounts of juesuan's: the error says which member is wrong
 */
export function check(json: unknown): readonly Finding[] {
  const accounts = finalAccountsSchema.parse(json);
  const report = checkDisclosure(disclosureOf(accounts), { file: "accounts.json", sha256: "", format: "accounts" });
  return report.findings;
}

/** One line for each finding. */
export function lines(findings: readonly Finding[]): string[] {
  return findings.map(({ severity, message }) => `${severity}: ${message}`);
}
