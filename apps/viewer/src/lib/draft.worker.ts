import type { FinalAccounts } from "@juesuan/core";
import type { CheckAnswer, DraftFormat } from "./check-messages.ts";
import { failureOf, writeDraft } from "./drafting.ts";

// Writes a whole disclosure from accounts of the store, beside the page.

export interface DraftQuestion {
  readonly accounts: FinalAccounts;
  readonly to: DraftFormat;
}

addEventListener("message", (event: MessageEvent<DraftQuestion>) => {
  const { accounts, to } = event.data;
  writeDraft(accounts, to).then(
    (written) => postMessage({ id: 0, ...written } satisfies CheckAnswer),
    (error: unknown) => postMessage(failureOf(0, error) satisfies CheckAnswer),
  );
});
