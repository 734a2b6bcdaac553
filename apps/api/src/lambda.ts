import { examine } from "@juesuan/readers";
import { migrations } from "@juesuan/store/node";
import { openPostgresqlStore } from "@juesuan/store/postgresql";
import { handle, type LambdaContext, type LambdaEvent } from "hono/aws-lambda";
import { createApp } from "./app.ts";
import { USUAL_LIMITS } from "./limits.ts";
import { folderAssets } from "./node/assets.ts";
import { folderRender } from "./node/render.ts";
import { parseTokens } from "./tokens.ts";

// The rim for AWS Lambda: the API on a PostgreSQL server that JUESUAN_STORE names, and the viewer where JUESUAN_VIEWER names
// the folder of its files, uploaded beside it. docs/deploy.md says what to upload.

/** A function takes six megabytes at most, and gives as much. */
const MAX_BYTES = 6 * 1024 * 1024;

type Handler = (event: LambdaEvent, context?: LambdaContext) => Promise<unknown>;

/** Opened at the first event, and kept as long as the function is warm. */
let opened: Promise<Handler> | undefined;

export const handler: Handler = async (event, context) => {
  opened ??= open();
  try {
    return await (
      await opened
    )(event, context);
  } catch (error) {
    // What could not be opened is tried again at the next event.
    opened = undefined;
    throw error;
  }
};

async function open(): Promise<Handler> {
  const address = process.env.JUESUAN_STORE;
  if (!address) throw new Error("JUESUAN_STORE 应为 postgres:// 地址。 JUESUAN_STORE must be a postgres:// address.");
  const folder = process.env.JUESUAN_VIEWER;
  const viewer = folder ? folderAssets(folder) : undefined;
  const render = folder ? folderRender(folder) : undefined;
  const app = createApp({
    ...(viewer ? { assets: viewer } : {}),
    ...(render ? { render } : {}),
    store: await openPostgresqlStore(address, migrations, { keep: MAX_BYTES }),
    examine,
    maxBytes: MAX_BYTES,
    tokens: parseTokens(process.env.JUESUAN_TOKENS),
    limits: {
      of: { ...USUAL_LIMITS, together: 1 },
      // The gateway's own word, not a header of the caller.
      callerOf: (c) => {
        const event = (c.env as { event?: { requestContext?: { http?: { sourceIp?: string } } } }).event;
        return event?.requestContext?.http?.sourceIp;
      },
    },
    onError: (error, requestId) => console.error(requestId, error),
  });
  return handle(app) as Handler;
}
