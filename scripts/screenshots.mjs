/**
 * `npm run screenshots`: takes the pictures of docs/images anew, in the real workbench, with the samples: English and
 * Chinese in a light theme, the views in dark and high contrast too. The hosted editor speaks English only, so for the
 * Chinese pictures a copy of the built extension is made to speak Chinese; the editor's own words stay English.
 * Needs what `npm test` needs for its browser. Option: `--only NAME` (a picture without language and theme).
 */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { ensureChromium } from './host/chromium.mjs';
import { ensureCodeServer } from './host/codeServer.mjs';
import { repoRoot } from './host/paths.mjs';
import { removeAtExit, runVisibly } from './host/processes.mjs';
import { smallPng } from './host/smallPng.mjs';
import { startVscodeServer, workbenchUrl } from './host/vscodeServer.mjs';

const images = path.join(repoRoot, 'docs/images');
/** All pictures together, so that the package stays small. */
const limitBytes = 1.5 * 1024 * 1024;
const size = { width: 1000, height: 620 };
const say = (/** @type {string} */ line) => console.log(`screenshots: ${line}`);

const themes = { light: 'Default Light Modern', dark: 'Default Dark Modern', contrast: 'Default High Contrast' };

/** What is in the way of a picture. */
const baseSettings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'window.commandCenter': false,
  'editor.minimap.enabled': false,
  'files.autoSave': 'off',
  'git.enabled': false,
  'breadcrumbs.enabled': true,
};

/** @typedef {import('playwright-core').Page} Page */

/** Each scene begins with the sample draft open and its findings shown. @type {Record<string, (page: Page) => Promise<void>>} */
const scenes = {
  write: async (page) => {
    await type(page, '\n各部门要坐到一起，推动科技创新和产业');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Alt+/');
    await page.waitForSelector('.suggest-widget.visible .monaco-list-row');
  },
  findings: async (page) => {
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('F8');
    await page.waitForSelector('.marker-widget');
  },
  sources: async (page) => {
    await type(page, '\n要因地制宜发展新质生产力。');
    await page.keyboard.press('Escape');
    for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Control+k');
    await page.keyboard.press('Control+i');
    await page.waitForSelector('.monaco-hover:not(.hidden) .hover-contents');
  },
  search: async (page) => {
    await page.keyboard.press('Alt+;');
    await page.waitForSelector('.quick-input-widget input');
    await page.keyboard.type('产业创新');
    await page.waitForSelector('.quick-input-list .monaco-list-row');
  },
  views: async (page) => {
    await page
      .locator('.activitybar .action-item a[aria-label^="Zhibi"], .activitybar .action-item a[aria-label^="执笔"]')
      .click();
    // Two kinds of findings at least: the tree is filled behind its count.
    await page.locator('.pane-body .monaco-list-row .codicon-warning').nth(1).waitFor();
  },
};

/** Which pictures are taken. */
const pictures = [
  ...Object.keys(scenes).flatMap((scene) => ['en', 'zh-cn'].map((language) => ({ scene, language, theme: 'light' }))),
  { scene: 'views', language: 'zh-cn', theme: 'dark' },
  { scene: 'views', language: 'zh-cn', theme: 'contrast' },
];

/** Types at the end of the draft. @param {Page} page @param {string} text */
async function type(page, text) {
  await page.keyboard.press('Control+End');
  for (const character of text) {
    await page.keyboard.type(character);
    await page.waitForTimeout(20);
  }
}

async function main() {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  const built = await runVisibly(process.execPath, [path.join(repoRoot, 'scripts/build.mjs')], { cwd: repoRoot });
  if (built !== 0) throw new Error('the build failed');
  const { serverMain } = await ensureCodeServer(say);
  const executablePath = await ensureChromium(say);
  const temporary = mkdtempSync(path.join(os.tmpdir(), 'zhibi-pictures-'));
  removeAtExit(temporary);
  const extensions = { en: repoRoot, 'zh-cn': chineseCopy(path.join(temporary, 'chinese')) };
  mkdirSync(images, { recursive: true });
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
  // Brush typefaces, which the suite of Word files installs, are no screen's typefaces.
  const fonts = path.join(temporary, 'fonts.conf');
  writeFileSync(
    fonts,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include><selectfont><rejectfont><glob>/usr/share/fonts/truetype/arphic*</glob></rejectfont></selectfont></fontconfig>`,
  );
  const browser = await chromium.launch({
    executablePath,
    headless: true,
    args,
    env: { ...process.env, FONTCONFIG_FILE: fonts },
  });
  for (const { scene, language, theme } of pictures.filter((each) => !values.only || each.scene === values.only)) {
    const userDataDir = path.join(temporary, `data-${scene}-${language}-${theme}`);
    mkdirSync(path.join(userDataDir, 'User'), { recursive: true });
    const settings = { ...baseSettings, 'workbench.colorTheme': themes[/** @type {keyof themes} */ (theme)] };
    writeFileSync(path.join(userDataDir, 'User/settings.json'), JSON.stringify(settings));
    const folder = path.join(temporary, `${scene}-${language}-${theme}`, '云岭');
    cpSync(path.join(repoRoot, 'samples'), folder, { recursive: true });
    const draft = path.join(folder, '草稿.md');
    // What the sample tells its reader to try is no part of a draft.
    writeFileSync(
      draft,
      readFileSync(draft, 'utf8')
        .replace(/<!--[\s\S]*?-->\s*/g, '')
        .replace('xzscl\n\n', ''),
    );
    const server = await startVscodeServer({
      serverMain,
      userDataDir,
      extensionsDir: path.join(temporary, 'extensions'),
    });
    const context = await browser.newContext({ viewport: size });
    const page = await context.newPage();
    const extensionDevelopmentPath = extensions[/** @type {keyof extensions} */ (language)];
    await page.goto(workbenchUrl(server, { folder, extensionDevelopmentPath, openFile: draft }));
    // The index serves (a book, and no turning wheel), and all five findings of the sample are there.
    await page.waitForSelector('.statusbar .codicon-book', { timeout: 60_000 });
    await page.waitForSelector('.statusbar .codicon-lightbulb', { timeout: 60_000 });
    await page.waitForFunction(
      () => /\s[5-9]\s*$/.test(document.querySelector('.statusbar-item:has(.codicon-lightbulb)')?.textContent ?? ''),
      undefined,
      { timeout: 60_000 },
    );
    await page.locator('.monaco-editor .view-lines').first().click();
    await scenes[scene]?.(page);
    // Lists and hovers fade in.
    await page.waitForTimeout(700);
    const name = `${scene}${theme === 'light' ? '' : `-${theme}`}${language === 'en' ? '' : `.${language}`}.png`;
    writeFileSync(path.join(images, name), smallPng(await page.screenshot()));
    say(`${name}: ${Math.round(statSync(path.join(images, name)).size / 1024)} KB`);
    await context.close();
    server.stop();
  }
  await browser.close();
  const all = pictures.map(({ scene, language, theme }) =>
    path.join(images, `${scene}${theme === 'light' ? '' : `-${theme}`}${language === 'en' ? '' : `.${language}`}.png`),
  );
  const bytes = all.reduce((sum, file) => sum + (statSync(file, { throwIfNoEntry: false })?.size ?? 0), 0);
  say(`${all.length} pictures, ${Math.round(bytes / 1024)} KB`);
  if (bytes > limitBytes) throw new Error('the pictures are larger than 1.5 MB');
}

/**
 * A copy of the built extension that speaks Chinese whatever the editor speaks.
 * @param {string} folder
 */
function chineseCopy(folder) {
  for (const part of ['dist', 'seeds', 'snippets', 'l10n', 'client', 'docs/checks', 'package.json']) {
    cpSync(path.join(repoRoot, part), path.join(folder, part), { recursive: true });
  }
  cpSync(path.join(repoRoot, 'package.nls.zh-cn.json'), path.join(folder, 'package.nls.json'));
  const file = path.join(folder, 'dist/client.js');
  const spoken = readFileSync(file, 'utf8')
    .replace(/\b\w+\.l10n\.t\(/g, 'zhibiSays(')
    .replace(/\b\w+\.env\.language\b/g, '"zh-cn"');
  const says = `const zhibiChinese = require('../l10n/bundle.l10n.zh-cn.json');
const zhibiSays = (text, ...values) => (zhibiChinese[text] ?? text).replace(/\\{(\\d+)\\}/g, (_, i) => values[i]);
`;
  writeFileSync(file, says + spoken);
  return folder;
}

main().then(
  () => process.exit(0),
  (error) => {
    console.error(`screenshots: ${error instanceof Error ? error.stack : error}`);
    process.exit(1);
  },
);
