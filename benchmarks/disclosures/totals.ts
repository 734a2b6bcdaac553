import { finalOf, sum, type Amount, type FunctionalItem, type RandomAccounts } from "./accounts.ts";

/** What a department's year adds up to. */
export class Totals {
  private readonly accounts: RandomAccounts;

  constructor(accounts: RandomAccounts) {
    this.accounts = accounts;
  }

  get all(): FunctionalItem[] {
    const { general, fund } = this.accounts;
    return [...general, ...fund].sort((a, b) => (a.code < b.code ? -1 : 1));
  }

  get generalTotal(): Amount {
    return sum(this.accounts.general.map(finalOf));
  }
  get fundTotal(): Amount {
    return sum(this.accounts.fund.map(finalOf));
  }
  get appropriation(): Amount {
    return this.generalTotal + this.fundTotal;
  }
  get revenue(): Amount {
    return this.appropriation + this.accounts.otherRevenue;
  }
  get expenditure(): Amount {
    return this.appropriation + sum(this.accounts.general.map(({ other }) => other));
  }
  get receipts(): Amount {
    return this.revenue + this.accounts.opening;
  }
  get closing(): Amount {
    return this.receipts - this.expenditure;
  }
  get basic(): Amount {
    return sum(this.accounts.general.map(({ basic }) => basic));
  }
}
