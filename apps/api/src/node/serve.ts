import { serve as listen } from "@hono/node-server";
import type { AddressInfo } from "node:net";
import { answerMalformed } from "./malformed.ts";

export interface Serving {
  readonly url: string;
  readonly port: number;
  /** Stops listening and ends open connections. */
  close(): Promise<void>;
}

/** The port is taken by another program. */
export class PortTakenError extends Error {
  override readonly name = "PortTakenError";
  readonly code = "port-taken";
  readonly port: number;
  readonly messageEn: string;
  constructor(port: number) {
    super(`端口 ${port} 已被占用。请关闭占用它的程序，或换一个端口，例如 PORT=${port + 1}。`);
    this.port = port;
    this.messageEn = `Port ${port} is taken. Stop the program that uses it, or choose another, for example PORT=${port + 1}.`;
  }
}

/**
 * What a slow caller may take, in milliseconds: to say what is wanted, to send all of a document, to ask again. Then the
 * connection is ended, so that many slow ones cannot take all there are.
 */
const SLOW = {
  headersTimeout: 10_000,
  requestTimeout: 120_000,
  keepAliveTimeout: 5000,
  connectionsCheckingInterval: 5000,
  maxHeaderSize: 16_384,
};

/** Serves an app over HTTP; resolves once it listens. Port 0 takes any free one. */
export function serve(
  app: { fetch(request: Request, environment?: object): Response | Promise<Response> },
  { port = 8787, hostname }: { port?: number; hostname?: string } = {},
): Promise<Serving> {
  return new Promise((resolve, reject) => {
    const server = listen({
      // With the connection beside the request: who asks is counted by it.
      fetch: (request, environment) => app.fetch(request, environment),
      serverOptions: SLOW,
      port,
      ...(hostname ? { hostname } : {}),
    });
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(error.code === "EADDRINUSE" ? new PortTakenError(port) : error);
    });
    server.on("clientError", answerMalformed);
    server.once("listening", () => {
      const actual = (server.address() as AddressInfo).port;
      resolve({
        url: `http://localhost:${actual}`,
        port: actual,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            if ("closeAllConnections" in server) server.closeAllConnections();
          }),
      });
    });
  });
}
