// Saves a picture of a report as SVG, for the documentation. Usage: node picture.mjs REPORT ID FILE
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const [report, id, file] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
const page = await browser.newPage({ viewport: { width: 1000, height: 900 } });
await page.goto(pathToFileURL(report).href);
await page.waitForFunction(() => document.documentElement.dataset.drawn === 'true');
const svg = await page.locator(`#${id} .picture svg`).evaluate((one) => one.outerHTML);
writeFileSync(file, `${svg}\n`);
await browser.close();
