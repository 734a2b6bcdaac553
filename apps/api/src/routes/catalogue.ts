import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { CONCEPTS, profileOf, PROFILES, relationOf, RELATIONS, TABLES, type Relation } from "@juesuan/core";
import { examplesOf } from "@juesuan/core/examples";
import { problem, problemResponses } from "../problem.ts";

// What the project knows before it has read a single document: relations, forms, tables, quantities.

const tags = ["规则 Rules"];
const Bilingual = z.object({ zh: z.string(), en: z.string() });
const params = z.object({ id: z.string().max(200) });

const RelationSchema = z
  .object({
    id: z.string().openapi({ example: "table.across" }),
    title: Bilingual,
    basis: Bilingual,
    severity: z.enum(["error", "warning", "info"]),
    form: z.string(),
    purpose: Bilingual,
    leavesOut: Bilingual,
    thresholds: z.record(z.string(), Bilingual.extend({ default: z.number() })).optional(),
    examples: z.array(
      z.object({
        text: z.string(),
        holds: z.boolean(),
        message: z.string().optional(),
        fiscalYear: z.int().optional(),
      }),
    ),
  })
  .openapi("Relation");

const ProfileSchema = z
  .object({ id: z.string(), zh: z.string(), en: z.string(), basis: z.string() })
  .loose()
  .openapi("Profile", { description: "公开格式：应有的部分、章节和表 Which parts, sections and tables a form owes" });

const TableSchema = z
  .object({ id: z.string(), titles: z.array(z.string()), en: z.string() })
  .loose()
  .openapi("TableDeclaration");

const ConceptSchema = z
  .object({ id: z.string(), zh: z.string(), en: z.string(), kind: z.string() })
  .loose()
  .openapi("Concept");

const json = <T extends z.ZodType>(description: string, schema: T) => ({
  description,
  content: { "application/json": { schema } },
});

const relations = createRoute({
  method: "get",
  path: "/v1/relations",
  tags,
  summary: "勾稽关系 Relations",
  description: "决算应满足的全部关系，各有依据、用意和例子。 Every relation that accounts must satisfy.",
  responses: { 200: json("关系 Relations", z.object({ relations: z.array(RelationSchema) })) },
});

const relation = createRoute({
  method: "get",
  path: "/v1/relations/{id}",
  tags,
  summary: "一条勾稽关系 One relation",
  request: { params },
  responses: { 200: json("关系 The relation", RelationSchema), ...problemResponses("not-found") },
});

const profiles = createRoute({
  method: "get",
  path: "/v1/profiles",
  tags,
  summary: "公开格式 Disclosure profiles",
  responses: { 200: json("格式 Profiles", z.object({ profiles: z.array(ProfileSchema) })) },
});

const profile = createRoute({
  method: "get",
  path: "/v1/profiles/{id}",
  tags,
  summary: "一种公开格式 One profile",
  request: { params },
  responses: { 200: json("格式 The profile", ProfileSchema), ...problemResponses("not-found") },
});

const tables = createRoute({
  method: "get",
  path: "/v1/tables",
  tags,
  summary: "法定报表的声明 Declarations of the statutory tables",
  responses: { 200: json("报表 Tables", z.object({ tables: z.array(TableSchema) })) },
});

const concepts = createRoute({
  method: "get",
  path: "/v1/concepts",
  tags,
  summary: "数字的含义 What figures measure",
  responses: { 200: json("含义 Concepts", z.object({ concepts: z.array(ConceptSchema) })) },
});

const withExamples = (found: Relation) => ({ ...found, examples: examplesOf(found.id) });

/** A declaration as JSON: without its functions. */
const asData = (declared: unknown): never => JSON.parse(JSON.stringify(declared)) as never;

export function catalogueRoutes() {
  const routes = new OpenAPIHono();
  routes.openapi(relations, (c) => c.json({ relations: asData(RELATIONS.map(withExamples)) } as never, 200));
  routes.openapi(relation, (c) => {
    const { id } = c.req.valid("param");
    const found: Relation | undefined = relationOf(id);
    if (found) return c.json(asData(withExamples(found)), 200);
    return problem(c, "not-found", { zh: `没有勾稽关系“${id}”。`, en: `There is no relation "${id}".` });
  });
  routes.openapi(profiles, (c) => c.json({ profiles: asData(PROFILES) } as never, 200));
  routes.openapi(profile, (c) => {
    const { id } = c.req.valid("param");
    const found = profileOf(id);
    if (found) return c.json(asData(found), 200);
    return problem(c, "not-found", { zh: `没有公开格式“${id}”。`, en: `There is no profile "${id}".` });
  });
  routes.openapi(tables, (c) => c.json({ tables: asData(TABLES) } as never, 200));
  routes.openapi(concepts, (c) => c.json({ concepts: asData(CONCEPTS) } as never, 200));
  return routes;
}
