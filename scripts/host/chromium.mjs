/** Finds a Chromium-based browser for the headless editor and, where it may, installs one. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { findOnPath, isExecutable, runQuietly } from './processes.mjs';

const programs = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'msedge',
];

const usualPlaces = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  linux: [
    '/usr/lib/chromium/chromium',
    '/opt/google/chrome/chrome',
    '/opt/microsoft/msedge/msedge',
    '/snap/bin/chromium',
  ],
  win32: ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((variable) =>
    ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'].map((tail) =>
      path.join(process.env[variable] ?? 'C:/', tail),
    ),
  ),
};

const aptPackages = ['chromium', 'fonts-noto-cjk'];

/**
 * Finds a browser, or installs Debian's with its package manager when this user may do so without a password.
 * `ZHIBI_CHROMIUM` names one explicitly.
 * @param {(line: string) => void} log receives progress lines and the warning about missing Chinese fonts
 * @returns {Promise<string>} absolute path of the browser
 * @throws {Error} saying what to install
 */
export async function ensureChromium(log) {
  const named = process.env.ZHIBI_CHROMIUM;
  if (named && !isExecutable(named)) throw new Error(`ZHIBI_CHROMIUM names ${named}, which is not an executable file.`);
  const found = named || findChromium();
  if (found) {
    await warnAboutFonts(log);
    return found;
  }
  await installWithApt(log);
  const installed = findChromium();
  if (!installed)
    throw new Error(`apt-get installed ${aptPackages.join(' and ')}, but no browser was found afterwards.`);
  return installed;
}

/** @returns {string | undefined} absolute path of a browser on this machine */
export function findChromium() {
  for (const program of programs) {
    const file = findOnPath(program);
    if (file) return file;
  }
  const places = usualPlaces[/** @type {'darwin' | 'linux' | 'win32'} */ (process.platform)] ?? [];
  return places.find(isExecutable);
}

/** @param {(line: string) => void} log */
async function installWithApt(log) {
  const wanted =
    'No Chromium, Chrome or Edge was found, and the editor needs one to run without a desktop. ' +
    'Install one (Debian/Ubuntu: sudo apt-get install chromium fonts-noto-cjk; Fedora: sudo dnf install chromium ' +
    'google-noto-sans-cjk-fonts; elsewhere Google Chrome), or name its binary in ZHIBI_CHROMIUM.';
  if (process.platform !== 'linux' || !existsSync('/etc/debian_version')) throw new Error(wanted);
  const prefix = await rootPrefix();
  if (!prefix) throw new Error(wanted);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (/** @type {string[]} */ ...args) => {
    const [command, ...rest] = [...prefix, 'apt-get', ...args];
    return runQuietly(command, rest, { env });
  };
  log(`no browser found: installing ${aptPackages.join(' and ')} with apt-get (about a minute) …`);
  try {
    // Package lists may be missing or old enough to name files that are gone; a repository that is down is no reason
    // to stop when the others know the package.
    await apt('update').catch((error) => log(`apt-get update: ${error.message.split('\n').at(-1)}`));
    await apt('install', '-y', '--no-install-recommends', ...aptPackages);
  } catch (error) {
    throw new Error(`${wanted}\nTried it here: ${/** @type {Error} */ (error).message}`);
  }
}

/** @returns {Promise<string[] | undefined>} how to become root here without a password; undefined when not possible */
async function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  if (!findOnPath('sudo')) return undefined;
  return runQuietly('sudo', ['-n', 'true']).then(
    () => ['sudo', '-n', '--preserve-env=DEBIAN_FRONTEND'],
    () => undefined,
  );
}

/** @param {(line: string) => void} log */
async function warnAboutFonts(log) {
  if (process.platform !== 'linux' || !findOnPath('fc-list')) return;
  const fonts = await runQuietly('fc-list', [':lang=zh']).catch(() => 'unknown');
  if (!fonts.trim())
    log('no Chinese font is installed: screenshots show boxes (Debian: apt-get install fonts-noto-cjk)');
}
