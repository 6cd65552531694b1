/** Chooses the language of our messages. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as l10n from '@vscode/l10n';
import type { WorkerSetup } from '../worker/protocol';

/**
 * Sets the language for a locale such as `zh-cn` or `en`; English where there is no bundle for it.
 * Answers what workers need to speak the same.
 */
export function setLocale(l10nFolder: string, locale: string | undefined): WorkerSetup {
  if (!locale || !/^zh/i.test(locale)) return {};
  try {
    const contents = JSON.parse(readFileSync(join(l10nFolder, 'bundle.l10n.zh-cn.json'), 'utf8')) as Record<
      string,
      string
    >;
    l10n.config({ contents });
    return { l10n: contents };
  } catch {
    return {};
  }
}
