// The rim for Node: HTTP, the embedded store, the viewer's files.
export { folderAssets } from "./node/assets.ts";
export { folderRender } from "./node/render.ts";
export { loadFixtures, type LoadedFixture } from "./node/fixtures.ts";
export { PortTakenError, serve, type Serving } from "./node/serve.ts";
export { importFolder, type FolderImport } from "./node/import.ts";
export { importInto, start, type StartOptions } from "./node/start.ts";
