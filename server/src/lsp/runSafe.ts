/** Wraps request handlers: a cancel is honoured, an error is logged and answered with a default, the server goes on. */
import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/**
 * Runs a handler after giving a cancel the chance to arrive.
 * @param fallback what is answered when the handler throws
 */
export async function runSafe<T>(
  token: CancellationToken,
  log: (message: string) => void,
  fallback: T,
  handler: () => T | Promise<T>,
): Promise<T | ResponseError<void>> {
  await new Promise((resolve) => setImmediate(resolve));
  if (token.isCancellationRequested) return cancelled();
  try {
    const result = await handler();
    return token.isCancellationRequested ? cancelled() : result;
  } catch (error) {
    log(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return fallback;
  }
}

function cancelled(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
}
