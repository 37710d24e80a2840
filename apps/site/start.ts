import { startHttpApp } from '#platform/http/http-app.js';
import type { Running, Runtime } from '#platform/runtime.js';
import { PageFilter } from './layout/page.filter.js';
import { sendSecurityHeaders } from './layout/security-headers.js';
import { SiteModule } from './site.module.js';

/** The public press centre. */
export async function startSite(runtime: Runtime): Promise<Running> {
  return startHttpApp({
    module: SiteModule,
    runtime,
    port: runtime.config.SITE_PORT,
    async prepare(app) {
      sendSecurityHeaders(app);
      // Added last, so it is asked before the filter for programs that the platform brings.
      // biome-ignore lint/correctness/useHookAtTopLevel: Nest's method, not React's
      app.useGlobalFilters(new PageFilter(runtime.log));
    },
  });
}
