import type { Relation } from "../relation.ts";
import { ECONOMIC_LIST } from "./economic-list.ts";
import { GLOSSARY } from "./glossary.ts";
import { UNITS_COUNT } from "./units-count.ts";

export const ITEM_RELATIONS: readonly Relation[] = [ECONOMIC_LIST, UNITS_COUNT, GLOSSARY];
