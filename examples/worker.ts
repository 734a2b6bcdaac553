// In a Worker (Cloudflare Workers, or anything with the Fetch API): POST accounts, get findings.
import { check } from "./check.ts";

export default {
  async fetch(request: Request): Promise<Response> {
    if (request.method !== "POST")
      return new Response("POST accounts as JSON.\n", { status: 405, headers: { allow: "POST" } });
    try {
      return Response.json(check(await request.json()));
    } catch (error) {
      return Response.json({ error: error instanceof Error ? error.message : String(error) }, { status: 422 });
    }
  },
};
