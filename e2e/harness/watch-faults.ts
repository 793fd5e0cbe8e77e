import type { Page } from 'playwright-core';

/**
 * Collects what a page should never report: errors on its console, exceptions, answers of 500. That an answer was a
 * refusal, or that there was none, Chromium writes on the console too; whether that was right is the story's to say.
 */
export function watchFaults(page: Page, faults: string[]): void {
  page.on('console', (message) => {
    const isBad = message.type() === 'error' || message.type() === 'warning';
    if (isBad && !message.text().startsWith('Failed to load resource')) {
      faults.push(`${page.url()}: ${message.text()}`);
    }
  });
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.stack ?? error.message}`));
  page.on('response', (response) => {
    if (response.status() >= 500) faults.push(`${response.url()} answered ${response.status()}`);
  });
}
