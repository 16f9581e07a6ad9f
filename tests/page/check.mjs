// Opens a report from its file and holds it to WCAG 2.2 AA (axe-core), to use by keyboard alone, to a width of
// 320 pixels (a window of 1280 at 400%), and to paper. Usage: node check.mjs [--without-record] REPORT [FOLDER for
// screenshots]. The record takes longer than all else, and is the same in every report of a scenario: of several
// reports one is looked at with it, the others without.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const given = process.argv.slice(2);
const withoutRecord = given[0] === '--without-record';
const [report, screenshots] = withoutRecord ? given.slice(1) : given;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const faults = [];
const expect = (holds, what) => {
  if (!holds) faults.push(what);
};

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });

async function opened(width, height) {
  const page = await browser.newPage({ viewport: { width, height }, reducedMotion: 'reduce' });
  page.on('pageerror', (error) => faults.push(`the script failed: ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith('file:') && !request.url().startsWith('data:')) faults.push(`asked the network for ${request.url()}`);
  });
  await page.goto(pathToFileURL(report).href);
  await page.waitForFunction(() => document.documentElement.dataset.drawn === 'true', null, { timeout: 30000 });
  if (withoutRecord) await page.evaluate(() => document.querySelector('details.annex')?.remove());
  return page;
}

async function holdToAxe(page, where) {
  await page.evaluate(axe);
  const found = await page.evaluate(() =>
    window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }),
  );
  for (const violation of found.violations)
    faults.push(`${where}: ${violation.id} (${violation.impact}): ${violation.help}: ${violation.nodes[0].html.slice(0, 160)}`);
  return found.passes.length;
}

async function keep(page, name) {
  if (screenshots) await page.screenshot({ path: `${screenshots}/${name}.png`, fullPage: true });
}

// At a desk.
const desk = await opened(1280, 900);
const pictures = await desk.locator('figure[data-picture]').count();
expect(pictures > 0, 'there is no picture');
expect((await desk.locator('.picture svg').count()) === pictures, 'a picture was not drawn');
for (const figure of await desk.locator('figure[data-picture]').all()) {
  const id = await figure.getAttribute('id');
  const marks = await figure.locator('.picture svg path, .picture svg rect, .picture svg line').count();
  expect(marks > 3, `${id}: the picture is empty`);
  expect((await figure.locator('table tbody tr').count()) > 0, `${id}: there are no numbers behind the picture`);
  expect((await figure.locator('.words').innerText()).length > 40, `${id}: there is no text alternative`);
}
const passes = await holdToAxe(desk, 'at a desk');
expect(passes > 15, 'axe looked at next to nothing');
for (const details of await desk.locator('details').all()) await details.evaluate((one) => (one.open = true));
await holdToAxe(desk, 'with tables open');
await keep(desk, 'desk');

// By keyboard alone: the first stop leads past the contents, and a table opens and scrolls.
const keyboard = await opened(1280, 900);
await keyboard.keyboard.press('Tab');
expect((await keyboard.evaluate(() => document.activeElement.className)) === 'skip', 'the first stop is not the way to the findings');
let stops = 0;
for (let i = 0; i < 400; ++i) {
  await keyboard.keyboard.press('Tab');
  const stop = await keyboard.evaluate(() => {
    const at = document.activeElement;
    const again = at.dataset.stop === 'true';
    at.dataset.stop = 'true';
    return { tag: at.tagName, again, seen: getComputedStyle(at).outlineStyle !== 'none' };
  });
  if (stop.tag === 'BODY' || stop.again) break;
  ++stops;
  expect(stop.seen, `the focus on a ${stop.tag} can not be seen`);
  if (stop.tag === 'SUMMARY') {
    await keyboard.keyboard.press('Enter');
    expect(await keyboard.evaluate(() => document.activeElement.parentElement.open), 'a table does not open by Enter');
  }
}
const reachable = await keyboard.evaluate(() => document.querySelectorAll('a[href], summary').length);
expect(stops + 1 >= reachable, `only ${stops + 1} of ${reachable} links and tables are reached by keyboard`);

// 400% of a window of 1280, and paper.
const narrow = await opened(320, 640);
const overflow = await narrow.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
expect(overflow <= 0, `at 320 pixels the page is ${overflow} pixels too wide`);
await holdToAxe(narrow, 'at 320 pixels');
await keep(narrow, 'narrow');
const paper = await opened(794, 1123);
await paper.emulateMedia({ media: 'print' });
const pdf = await paper.pdf({ format: 'A4', ...(screenshots ? { path: `${screenshots}/paper.pdf` } : {}) });
expect(pdf.length > 20000, 'the print is empty');

await browser.close();
for (const fault of faults) console.log(`FAULT ${fault}`);
console.log(`${pictures} pictures, ${passes} rules of axe held, ${faults.length} faults`);
process.exit(faults.length > 0 ? 1 : 0);
