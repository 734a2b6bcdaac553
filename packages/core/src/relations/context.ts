import type { ReadDocument } from "../document/document.ts";
import { factsOf } from "../checking/observe.ts";
import type { Disclosure } from "../facts/disclosure.ts";
import type { Profile } from "../profile/profile.ts";
import type { CheckContext, ClassificationJudge, Relation } from "./relation.ts";

export interface ContextOptions {
  readonly profile?: Profile | undefined;
  readonly rivals?: readonly Profile[] | undefined;
  readonly document?: ReadDocument | undefined;
  /** Where only the text is at hand; the document's own otherwise. */
  readonly text?: string | undefined;
  readonly previous?: Disclosure | undefined;
  readonly classification?: ClassificationJudge | undefined;
  readonly thresholds?: CheckContext["thresholds"];
}

/** What relations may look at, from one disclosure and what is known beside it. */
export function buildContext(disclosure: Disclosure, options: ContextOptions = {}): CheckContext {
  const text = options.text ?? options.document?.text;
  return {
    disclosure,
    profile: options.profile,
    rivals: options.rivals ?? [],
    facts: factsOf(disclosure),
    figures: new Map(disclosure.figures.map((figure) => [figure.id, figure])),
    ...(text === undefined ? {} : { text }),
    ...(options.document === undefined ? {} : { document: options.document }),
    ...(options.previous === undefined ? {} : { previous: options.previous }),
    ...(options.classification === undefined ? {} : { classification: options.classification }),
    ...(options.thresholds === undefined ? {} : { thresholds: options.thresholds }),
  };
}

/** What the user's policy sets for a relation, or what the relation itself declares. */
export function thresholdOf(context: CheckContext, relation: Relation, name: string): number {
  return context.thresholds?.[relation.id]?.[name] ?? relation.thresholds?.[name]?.default ?? 0;
}
