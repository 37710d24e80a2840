/** What the process was made with: `@Inject(RUNTIME) runtime: Runtime`. */
export const RUNTIME = Symbol('runtime');
