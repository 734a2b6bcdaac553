// pnpm falls back to the machine's own Node without an error when the `node` package could not be installed.
// Both commands start here, so that the fallback stops with a sentence instead of a strange failure later.
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 22 || (major === 22 && minor < 12)) {
  console.error(
    `juesuan 需要 Node 22.12 以上，当前为 ${process.version}。请先运行 npx -y pnpm@12 install，它会从 npm 安装 Node 24。\n` +
      `juesuan needs Node 22.12 or newer and found ${process.version}. Run "npx -y pnpm@12 install" first: it installs Node 24 from npm.`,
  );
  process.exit(1);
}
