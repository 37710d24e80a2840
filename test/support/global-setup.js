/** From the build, which `npm test` makes first: Jest does not transform what runs outside its workers. */
export default async function setUp() {
  const { startTestServers } = await import('../../dist/test/support/test-servers.js');
  await startTestServers();
}
