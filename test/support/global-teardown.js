export default async function tearDown() {
  const { stopTestServers } = await import('../../dist/test/support/test-servers.js');
  await stopTestServers();
}
